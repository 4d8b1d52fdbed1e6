import { checkId, findingId, type GateResult } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import { countTargets } from "./count-targets.ts";
import type { Stage } from "./stage.ts";

/** What a quick run says of a candidate. */
export type RunVerdict =
  | "mends-all"
  | "mends-some"
  | "still-failing"
  | "breaks-others"
  | "time-out"
  | "no-evidence";

/** Compares a candidate's run with the base: what it mends of the item, and whether anything else got worse. Pure. */
export function judgeRun(
  result: GateResult,
  stage: Pick<Stage, "base" | "only" | "timeoutMs">,
  task: Pick<BrainTask, "item" | "knownFailures" | "passingChecks">,
): RunVerdict {
  if (result.status === "error") return result.durationMs >= stage.timeoutMs ? "time-out" : "no-evidence";
  const isAboutFindings = task.item.kind === "lint" || task.item.kind === "type-error";
  return isAboutFindings ? judgeFindings(result, stage, task) : judgeChecks(result, stage, task);
}

function judgeChecks(
  result: GateResult,
  { base, only }: Pick<Stage, "base" | "only">,
  { item, knownFailures, passingChecks }: Pick<BrainTask, "item" | "knownFailures" | "passingChecks">,
): RunVerdict {
  const { passed } = countTargets(result, item);
  if (passed === 0) return "still-failing";
  const passes = new Set(result.checks.filter(({ status }) => status === "passed").map(checkId));
  const expected = base === null ? passingChecks : base.checks.filter(({ status }) => status === "passed");
  const isLost = expected.some((check) => !passes.has(checkId(check)) && !knownFailures.has(checkId(check)));
  const isWorse = result.checks.some(
    (check) => check.status === "failed" && !knownFailures.has(checkId(check)),
  );
  if (isLost || isWorse) return "breaks-others";
  // A run of one test has nothing to say of the item's other targets.
  return passed === item.targets.length || only?.name !== undefined ? "mends-all" : "mends-some";
}

function judgeFindings(
  result: GateResult,
  { base }: Pick<Stage, "base">,
  { item }: Pick<BrainTask, "item">,
): RunVerdict {
  const before = countById(base);
  const after = countById(result);
  const isWorse = [...after].some(([id, count]) => count > (before.get(id) ?? 0));
  const mended = item.targets.filter((id) => (after.get(id) ?? 0) < (before.get(id) ?? 0)).length;
  const left = item.targets.some((id) => after.has(id));
  if (mended === 0) return "still-failing";
  if (isWorse) return "breaks-others";
  return left ? "mends-some" : "mends-all";
}

/** Findings are compared as a multiset: the same text may be found twice. */
function countById(result: GateResult | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of result?.findings ?? []) {
    const id = findingId(finding);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
