import type { SearchCandidate } from "../search-candidate.ts";
import type { Tried } from "./plan-second-order.ts";

/** A candidate that brought something, and how much that says: above 0 and at most 1. */
export type Progressing = { readonly candidate: SearchCandidate; readonly weight: number };

/** What an outcome says that so many candidates share; past this it says little. */
const COMMON = 12;

/**
 * The candidates that moved something, the most telling first: those that mend a target, more so if they break nothing,
 * then those after which a target fails in another way. What many candidates bring about alike says less of each. Pure.
 */
export function weighProgress(tried: readonly Tried[]): readonly Progressing[] {
  const counts = new Map<string, number>();
  for (const { progress } of tried) counts.set(kindOf(progress), (counts.get(kindOf(progress)) ?? 0) + 1);
  return tried
    .flatMap(({ candidate, progress }) => {
      const { mended, broken, moved } = progress;
      if (mended === 0 && moved === 0) return [];
      const base = mended > 0 ? (broken === 0 ? 1 : 0.6) : broken === 0 ? 0.45 : 0.2;
      const rarity = 1 / (1 + ((counts.get(kindOf(progress)) ?? 1) - 1) / COMMON);
      return [{ candidate, weight: base * (0.4 + 0.6 * rarity) }];
    })
    .toSorted((a, b) => b.weight - a.weight || b.candidate.score - a.candidate.score);
}

function kindOf({ mended, broken, moved }: Tried["progress"]): string {
  return JSON.stringify([mended, broken, moved]);
}
