import type { Finding } from "../domain/gate.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { locateFindings } from "./locate-findings.ts";
import { runReports } from "./run-reports.ts";

/**
 * Runs a linter or type checker and reads its findings. None with exit code 0 is a pass, and so are warnings alone.
 * An error with exit code 0, or another exit code without a finding, is a report that disagrees: no evidence.
 */
export async function runFindingsGate(context: GateContext): Promise<GateOutcome> {
  const reports = await runReports(context);
  if (reports.status === "error") return errorOutcome(reports.reason, reports.run);
  const findings: Finding[] = [];
  for (const { report, exitCode, run, file } of reports.runs) {
    const at = file === undefined ? "" : `${file}: `;
    if (report.status === "checks") {
      return errorOutcome(`format ${context.spec.format} reports tests, not findings`, run);
    }
    const errors = report.findings.filter(({ severity }) => severity === "error").length;
    if (errors > 0 && exitCode === 0)
      return errorOutcome(`${at}${errors} errors reported, but the exit code is 0`, run);
    if (report.findings.length === 0 && exitCode !== 0) {
      return errorOutcome(`${at}no finding reported, but the exit code is ${exitCode}`, run);
    }
    findings.push(...report.findings);
  }
  const telling = reports.runs.find(({ exitCode }) => exitCode !== 0) ?? reports.runs.at(-1);
  const exitCode = telling?.exitCode ?? 0;
  return {
    status: exitCode === 0 ? "passed" : "failed",
    reason: findings.length === 1 ? "1 finding" : `${findings.length} findings`,
    findings: await locateFindings(findings, context.sandbox),
    exitCode,
    output: `${telling?.run.stdout ?? ""}${telling?.run.stderr ?? ""}`,
  };
}
