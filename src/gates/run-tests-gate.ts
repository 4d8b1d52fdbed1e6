import { type Check, checkId } from "../domain/gate.ts";
import { findInventedFile } from "./find-invented-file.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { type ReportedRun, runReports } from "./run-reports.ts";

/**
 * Runs tests and reads their report. Zero executed tests are an error, and so is a report that disagrees with the
 * exit code: failures with exit code 0, or none with another.
 */
export async function runTestsGate(context: GateContext): Promise<GateOutcome> {
  const reports = await runReports(context);
  if (reports.status === "error") return errorOutcome(reports.reason, reports.run);
  const checks = new Map<string, Check>();
  const isTrusting = context.defences !== undefined && !context.defences.has("exit-code");
  for (const reported of reports.runs) {
    const { report, exitCode, run, file } = reported;
    if (report.status === "findings") {
      return errorOutcome(`format ${context.spec.format} reports findings, not tests`, run);
    }
    const disagreement = isTrusting ? null : findDisagreement(report.checks, exitCode);
    if (disagreement !== null) {
      const outcome = errorOutcome(file === undefined ? disagreement : `${file}: ${disagreement}`, run);
      // What became of the canary tells a forged report from a broken one.
      return context.canary === undefined ? outcome : { ...outcome, checks: report.checks };
    }
    for (const check of report.checks)
      addCheck(checks, check.file === "" && file !== undefined ? { ...check, file } : check);
  }
  const invented = await findInventedFile([...checks.values()], context);
  if (invented !== null) {
    return errorOutcome(
      `the report has passing tests of ${invented}, and there is no such file`,
      reports.runs.at(-1)?.run,
    );
  }
  return buildOutcome([...checks.values()], reports.runs);
}

function findDisagreement(checks: readonly Check[], exitCode: number): string | null {
  const failed = checks.filter((check) => check.status === "failed").length;
  if (failed > 0 && exitCode === 0) return `the report has ${failed} failed, but the exit code is 0`;
  if (failed === 0 && exitCode !== 0) {
    return `the report has no failure among ${checks.length}, but the exit code is ${exitCode}`;
  }
  return null;
}

/** Of two results of one test, as when a helper's tests run with each file, the worse one stands. */
function addCheck(checks: Map<string, Check>, check: Check): void {
  const id = checkId(check);
  const weight = { failed: 2, passed: 1, skipped: 0 };
  const known = checks.get(id);
  if (known === undefined || weight[check.status] > weight[known.status]) checks.set(id, check);
}

function buildOutcome(checks: readonly Check[], runs: readonly ReportedRun[]): GateOutcome {
  const count = (status: Check["status"]) => checks.filter((check) => check.status === status).length;
  const [passed, failed, skipped] = [count("passed"), count("failed"), count("skipped")];
  // The run that failed says more than the last one.
  const telling = runs.find(({ exitCode }) => exitCode !== 0) ?? runs.at(-1);
  if (passed + failed === 0) {
    return errorOutcome(
      `no test was executed (${skipped} skipped); an empty run is no evidence`,
      telling?.run,
    );
  }
  const skips = skipped === 0 ? "" : `, ${skipped} skipped`;
  return {
    status: failed > 0 ? "failed" : "passed",
    reason: `${passed} passed, ${failed} failed${skips}`,
    checks,
    exitCode: telling?.exitCode ?? null,
    output: `${telling?.run.stdout ?? ""}${telling?.run.stderr ?? ""}`,
  };
}
