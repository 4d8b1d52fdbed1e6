import type { RunVerdict } from "./judge-run.ts";
import type { PreparedCandidate } from "./prepare-candidate.ts";
import type { Progress } from "./progress.ts";

/** What a quick run says of a candidate. */
export type CandidateResult = {
  readonly verdict: RunVerdict;
  /** Tests of the item's own files that failed in the last run that it had. */
  readonly leftFailing: number;
  readonly progress: Progress;
};

/** A way to run candidates: in processes that are warm already, or as the gate runs. */
export interface CandidateRunner {
  readonly kind: "warm" | "plain";
  /** How many candidates it takes at once at best: one where each is a process of its own. */
  readonly batchSizes: readonly [number, ...number[]];
  /** One result for each candidate, in their order; leaving the loop early ends what still runs. */
  run(candidates: readonly PreparedCandidate[], power: number): AsyncGenerator<CandidateResult, void, void>;
}
