import type { Finding, ParsedReport } from "../../src/domain/gate.ts";

/** The findings of a report that must be readable. */
export function findingsOf(report: ParsedReport): readonly Finding[] {
  if (report.status !== "findings") throw new Error(`expected findings, got ${JSON.stringify(report)}`);
  return report.findings;
}
