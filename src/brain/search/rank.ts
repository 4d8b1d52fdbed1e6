import { digest } from "../../domain/digest.ts";
import type { SearchCandidate } from "./search-candidate.ts";

/**
 * Best first, each resulting text once. What an operator has earned in this repository (`weigh` of `operator:<name>`)
 * multiplies the score; where nothing is known it is 1. Equal scores are ordered by the seed, so that a seed gives one order and
 * another seed tries ties in another one. Pure.
 */
export function rankCandidates(
  candidates: readonly SearchCandidate[],
  seed: number,
  weigh: (arm: string) => number = () => 1,
): readonly SearchCandidate[] {
  const best = new Map<string, SearchCandidate>();
  for (const found of candidates) {
    const candidate = { ...found, score: found.score * weigh(`operator:${found.origin}`) };
    const known = best.get(candidate.key);
    if (known === undefined || known.score < candidate.score) best.set(candidate.key, candidate);
  }
  return [...best]
    .map(([key, candidate]) => ({ candidate, tie: digest(String(seed), key) }))
    .toSorted((a, b) => b.candidate.score - a.candidate.score || (a.tie < b.tie ? -1 : 1))
    .map(({ candidate }) => candidate);
}
