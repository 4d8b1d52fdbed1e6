import type { TriedCandidate } from "../run/try-candidates.ts";

/** Candidates that mend the item and behave alike, as far as could be seen; the likeliest first. */
export type PlausibleGroup = {
  readonly members: readonly [TriedCandidate, ...TriedCandidate[]];
  /** Whether what they do was compared with the others at all. */
  readonly isCompared: boolean;
};
