import type { FileEdit } from "../../../domain/candidate.ts";
import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import { judgeRun, type RunVerdict } from "./judge-run.ts";
import { quickEnvironment } from "./plan-stages.ts";
import type { Stage } from "./stage.ts";

/** How a candidate fared, and how many tests of the item's own files still failed in the last run that it had. */
export type TriedCandidate = { readonly verdict: RunVerdict; readonly leftFailing: number };

/** Runs edits through the stages until one refuses them; the sandbox holds `originals` again afterwards. */
export async function tryCandidate(
  input: {
    readonly edits: readonly FileEdit[];
    readonly originals: readonly FileEdit[];
    readonly stages: readonly Stage[];
  },
  task: BrainTask,
  deps: Pick<SearchDeps, "runGate">,
): Promise<TriedCandidate> {
  const { sandbox, gate, signal, item } = task;
  await sandbox.apply(input.edits);
  try {
    let verdict: RunVerdict = "no-evidence";
    let leftFailing = 0;
    for (const stage of input.stages) {
      const part = stage.only === undefined ? {} : { only: stage.only };
      const limits = { timeoutMs: stage.timeoutMs, signal, env: quickEnvironment };
      const result = await deps.runGate({ spec: gate, sandbox, ...part, ...limits });
      verdict = judgeRun(result, stage, task);
      leftFailing = result.checks.filter(
        ({ status, file }) => status === "failed" && item.files.includes(file),
      ).length;
      if (verdict !== "mends-all" && verdict !== "mends-some") break;
    }
    return { verdict, leftFailing };
  } finally {
    await sandbox.apply(input.originals);
  }
}
