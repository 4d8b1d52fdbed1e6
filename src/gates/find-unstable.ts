import { checkId, findingId, type GateResult } from "../domain/gate.ts";
import { countIds } from "./count-ids.ts";

/**
 * Ids of checks and findings that differ between two runs of a gate on the same tree: another status, or there in one
 * run alone. Sorted. A run that is an error tells nothing of its ids.
 */
export function findUnstable(first: GateResult, second: GateResult): readonly string[] {
  if (first.status === "error" || second.status === "error") return [];
  const [before, after] = [listStates(first), listStates(second)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id)).sort();
}

function listStates(result: GateResult): ReadonlyMap<string, string> {
  const checks = result.checks.map((check) => [checkId(check), check.status] as const);
  const findings = [...countIds(result.findings.map(findingId))].map(
    ([id, count]) => [id, `${count}`] as const,
  );
  return new Map([...checks, ...findings]);
}
