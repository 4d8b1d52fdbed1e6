import type { Check, ParsedReport } from "../../src/domain/gate.ts";

/** The checks of a report that must be readable. */
export function checksOf(report: ParsedReport): readonly Check[] {
  if (report.status !== "checks") throw new Error(`expected checks, got ${JSON.stringify(report)}`);
  return report.checks;
}

/** Each check as `status file | suite | name`, to compare whole reports at a glance. */
export function listChecks(report: ParsedReport): readonly string[] {
  return checksOf(report).map(({ status, file, suite, name }) => `${status} ${file} | ${suite} | ${name}`);
}

/** The one check of a name. */
export function checkNamed(report: ParsedReport, name: string): Check {
  const [check, ...others] = checksOf(report).filter((candidate) => candidate.name === name);
  if (check === undefined || others.length > 0) throw new Error(`not one check is named ${name}`);
  return check;
}

/** The reason of a report that must be unreadable. */
export function reasonOf(report: ParsedReport): string {
  if (report.status !== "unreadable") throw new Error(`expected unreadable, got ${JSON.stringify(report)}`);
  return report.reason;
}
