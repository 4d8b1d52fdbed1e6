import type { BrainTask } from "../../brain.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import type { CandidateRunner } from "./candidate-runner.ts";
import { judgeOutcome } from "./judge-outcome.ts";

/** Runs candidates in a warm session. `fuel` is what a candidate gets at a power of 1. */
export function createWarmRunner(
  session: WarmSession,
  fuel: number,
  task: Pick<BrainTask, "item" | "knownFailures">,
): CandidateRunner {
  return {
    kind: "warm",
    batchSizes: [16, 64, 256],
    async *run(candidates, power) {
      const requests = candidates.map(({ edits }) => ({ edits, fuel: fuel * power }));
      for await (const outcome of session.run(requests)) yield judgeOutcome(outcome, session.base, task);
    },
  };
}
