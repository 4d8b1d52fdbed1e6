import { digest } from "../../../domain/digest.ts";
import type { Progress } from "../run/progress.ts";
import type { SearchCandidate } from "../search-candidate.ts";
import { combineCandidates } from "./combine-candidates.ts";
import { weighProgress } from "./weigh-progress.ts";

/** A candidate that was run, and what it moved. */
export type Tried = { readonly candidate: SearchCandidate; readonly progress: Progress };

/** Candidates with progress that are paired with others. */
const MAX_PROGRESSING = 24;
/** Best ranked candidates that each of those is paired with. */
const MAX_PARTNERS = 400;
/** Best ranked candidates that are paired with each other, progress or not. */
const MAX_BLIND = 48;
/** What a pair is worth of which neither edit was seen to move anything. */
const BLIND = 0.05;

/**
 * Pairs of one-edit candidates, best first: two that mend different failures or bring the failing tests further, then one
 * of those with the likeliest others, then the likeliest with each other where they are the same kind of change. Edits
 * that overlap are no pair. With `isGuided` there are only pairs of which one edit mended a target. The same input gives the same pairs in the same order. Pure.
 */
export function* planSecondOrder(
  input: {
    readonly tried: readonly Tried[];
    readonly ranked: readonly SearchCandidate[];
    readonly seed: number;
  },
  { maxPairs, isGuided = false }: { readonly maxPairs: number; readonly isGuided?: boolean },
): Generator<SearchCandidate, void, void> {
  const telling = isGuided ? input.tried.filter(({ progress }) => progress.mended > 0) : input.tried;
  const progressing = weighProgress(telling).slice(0, MAX_PROGRESSING);
  const weightOf = new Map(progressing.map(({ candidate, weight }) => [candidate.key, weight]));
  const partners = input.ranked.slice(0, MAX_PARTNERS);
  const top = partners[0]?.score ?? 1;
  const pairs = new Map<string, SearchCandidate>();
  const add = (a: SearchCandidate, b: SearchCandidate, score: number) => {
    const pair = combineCandidates(a, b, score);
    if (pair === null) return;
    const known = pairs.get(pair.key);
    if (known === undefined || known.score < pair.score) pairs.set(pair.key, pair);
  };
  for (const { candidate, weight } of progressing) {
    for (const partner of partners) {
      const other = Math.max(weightOf.get(partner.key) ?? 0, 0.5 * (partner.score / top));
      add(candidate, partner, weight * other * nearness(candidate, partner));
    }
  }
  // A candidate with progress may rank too low to be anyone's partner.
  for (const [at, one] of progressing.entries()) {
    for (const other of progressing.slice(at + 1))
      add(
        one.candidate,
        other.candidate,
        one.weight * other.weight * nearness(one.candidate, other.candidate),
      );
  }
  const blind = partners.slice(0, isGuided ? 0 : MAX_BLIND);
  for (const [at, one] of blind.entries()) {
    for (const other of blind.slice(at + 1)) {
      const likeness = one.origin === other.origin ? 1 : 0.5;
      const share = Math.sqrt((one.score / top) * (other.score / top));
      add(one, other, BLIND * share * likeness * nearness(one, other));
    }
  }
  const best = [...pairs.values()]
    .map((pair) => ({ pair, tie: digest(String(input.seed), pair.key) }))
    .toSorted((a, b) => b.pair.score - a.pair.score || (a.tie < b.tie ? -1 : 1));
  for (const { pair } of best.slice(0, maxPairs)) yield pair;
}

/** Two faults that fail one test mostly lie in one function, so in one file and near to each other. */
function nearness(a: SearchCandidate, b: SearchCandidate): number {
  const [one] = a.edits;
  const [other] = b.edits;
  if (one.path !== other.path) return 0.3;
  return 0.5 + 0.5 / (1 + Math.abs(one.edit.start - other.edit.start) / 400);
}
