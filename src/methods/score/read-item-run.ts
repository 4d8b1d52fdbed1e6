import type { BrainTask } from "../../brain/brain.ts";
import { countTargets } from "../../brain/search/run/count-targets.ts";
import { judgeRun, type RunVerdict } from "../../brain/search/run/judge-run.ts";
import type { GateResult } from "../../domain/gate.ts";

/** What a quick run of an item's gate says of the edits that were run. */
export type ItemRun = {
  readonly outcome: RunVerdict;
  /** Of the item's targets. */
  readonly mended: number;
};

/** Compares a quick run with the base; null where the campaign's own measurement of the checks stands for it. Pure. */
export function readItemRun(
  result: GateResult,
  base: GateResult | null,
  task: Pick<BrainTask, "gate" | "item" | "knownFailures" | "passingChecks">,
): ItemRun {
  const { gate, item } = task;
  const { failing, passed } = countTargets(result, item);
  // Findings that are gone pass nowhere.
  const gone = item.targets.length - failing;
  return {
    outcome: judgeRun(result, { base, timeoutMs: gate.timeoutMs }, task),
    mended: item.kind === "lint" || item.kind === "type-error" ? gone : passed,
  };
}
