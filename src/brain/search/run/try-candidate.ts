import type { FileEdit } from "../../../domain/candidate.ts";
import { checkId, type GateResult } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { CandidateResult } from "./candidate-runner.ts";
import { countTargets } from "./count-targets.ts";
import { judgeRun, type RunVerdict } from "./judge-run.ts";
import { quickEnvironment } from "./plan-stages.ts";
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
): Promise<CandidateResult> {
  const { sandbox, gate, signal, item } = task;
  await sandbox.apply(input.edits);
  try {
    let verdict: RunVerdict = "no-evidence";
    let leftFailing = 0;
    let progress = { mended: 0, broken: 0, moved: 0 };
    for (const stage of input.stages) {
      const part = stage.only === undefined ? {} : { only: stage.only };
      const limits = { timeoutMs: stage.timeoutMs, signal, env: quickEnvironment };
      const result = await deps.runGate({ spec: gate, sandbox, ...part, ...limits });
      verdict = judgeRun(result, stage, task);
      leftFailing = result.checks.filter(
        ({ status, file }) => status === "failed" && item.files.includes(file),
      ).length;
      const isBreaking = verdict === "breaks-others";
      const { passed } = countTargets(result, item);
      progress = { mended: passed, broken: isBreaking ? 1 : 0, moved: countMoved(result, stage.base, task) };
      if (verdict !== "mends-all" && verdict !== "mends-some") break;
    }
    return { verdict, leftFailing, progress };
  } finally {
    await sandbox.apply(input.originals);
  }
}

/** Targets that fail in both runs, with another message. */
function countMoved(
  { checks }: GateResult,
  base: GateResult | null,
  { item }: Pick<BrainTask, "item">,
): number {
  const before = new Map(base?.checks.map((check) => [checkId(check), check.message]));
  return checks.filter(
    (check) =>
      check.status === "failed" &&
      item.targets.includes(checkId(check)) &&
      before.has(checkId(check)) &&
      before.get(checkId(check)) !== check.message,
  ).length;
}
