import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { CandidateRunner } from "./candidate-runner.ts";
import type { Stage } from "./stage.ts";
import { tryCandidate } from "./try-candidate.ts";

/** Runs candidates one by one as the gate itself runs, in the sandbox's own tree. */
export function createPlainRunner(
  stages: readonly Stage[],
  task: BrainTask,
  deps: Pick<SearchDeps, "runGate">,
): CandidateRunner {
  return {
    kind: "plain",
    batchSizes: [1],
    async *run(candidates) {
      for (const { edits, originals } of candidates)
        yield await tryCandidate({ edits, originals, stages }, task, deps);
    },
  };
}
