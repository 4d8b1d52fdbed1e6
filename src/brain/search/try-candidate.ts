import type { FileEdit } from "../../domain/candidate.ts";
import type { BrainTask } from "../brain.ts";
import { judgeRun, type RunVerdict } from "./judge-run.ts";
import { quickEnvironment } from "./plan-stages.ts";
import type { SearchDeps } from "./search-deps.ts";
import type { Stage } from "./stage.ts";

/** Runs edits through the stages until one refuses them; the sandbox holds `originals` again afterwards. */
export async function tryCandidate(
  input: {
    readonly edits: readonly FileEdit[];
    readonly originals: readonly FileEdit[];
    readonly stages: readonly Stage[];
  },
  task: BrainTask,
  deps: Pick<SearchDeps, "runGate">,
): Promise<RunVerdict> {
  const { sandbox, gate, signal } = task;
  await sandbox.apply(input.edits);
  try {
    let verdict: RunVerdict = "no-evidence";
    for (const stage of input.stages) {
      const part = stage.only === undefined ? {} : { only: stage.only };
      const limits = { timeoutMs: stage.timeoutMs, signal, env: quickEnvironment };
      verdict = judgeRun(await deps.runGate({ spec: gate, sandbox, ...part, ...limits }), stage, task);
      if (verdict !== "mends-all" && verdict !== "mends-some") return verdict;
    }
    return verdict;
  } finally {
    await sandbox.apply(input.originals);
  }
}
