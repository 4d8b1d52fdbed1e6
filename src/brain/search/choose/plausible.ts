import type { TriedCandidate } from "../run/try-candidates.ts";

/** Candidates that mend the item and behave alike, as far as could be seen; the likeliest first. */
export type PlausibleGroup = {
  readonly members: readonly [TriedCandidate, ...TriedCandidate[]];
  /** Whether what they do was compared with the others at all. */
  readonly isCompared: boolean;
  /**
   * At how many of the places that varied inputs reach they do something else than the base does; null where nothing
   * was varied. A bug that is mended shows with more inputs than those that a test was written for.
   */
  readonly reach: { readonly differing: number; readonly compared: number } | null;
};
