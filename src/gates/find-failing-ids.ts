import { checkId, findingId, type GateResult } from "../domain/gate.ts";

/** Ids of a result's failed checks and of its findings, each once, in the result's order. Warnings of a passing run are none. */
export function findFailingIds(result: GateResult): readonly string[] {
  const checks = result.checks.filter(({ status }) => status === "failed").map(checkId);
  const findings = result.status === "passed" ? [] : result.findings.map(findingId);
  return [...new Set([...checks, ...findings])];
}
