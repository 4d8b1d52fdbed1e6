import { checkId, findingId, type GateResult } from "../../../domain/gate.ts";
import type { WorkItem } from "../../../domain/work-item.ts";

/** How many of an item's targets a run shows as failing, and how many as passed. */
export function countTargets(
  { checks, findings }: Pick<GateResult, "checks" | "findings">,
  { targets }: Pick<WorkItem, "targets">,
): { readonly failing: number; readonly passed: number } {
  const wanted = new Set(targets);
  const failing = new Set([
    ...checks.filter(({ status }) => status === "failed").map(checkId),
    ...findings.map(findingId),
  ]);
  const passed = new Set(checks.filter(({ status }) => status === "passed").map(checkId));
  return { failing: wanted.intersection(failing).size, passed: wanted.intersection(passed).size };
}
