import fc from "fast-check";
import { expect } from "vitest";
import type { ParsedReport } from "../../src/domain/gate.ts";
import type { ReportParser } from "../../src/gates/parsers/report-parser.ts";

const place = { cwd: "/r", root: "/r" };

/** Whether a report would count as a pass: tests were executed and none failed. */
function isPass(report: ParsedReport): boolean {
  if (report.status !== "checks") return false;
  const { checks } = report;
  return (
    checks.some(({ status }) => status === "passed") && checks.every(({ status }) => status !== "failed")
  );
}

/**
 * Feeds a parser what it must survive: the start of a failing report at any length, the report with a piece missing,
 * and garbage. None may throw, and no start of a failing report may read as a pass.
 */
export function fuzzParser(parse: ReportParser, failingReport: string): void {
  const report = parse({ text: failingReport, ...place });
  expect(report).toMatchObject({ status: "checks" });
  expect(isPass(report)).toBe(false);
  const position = fc.nat({ max: failingReport.length - 1 });
  const cut = (length: number) => isPass(parse({ text: failingReport.slice(0, length), ...place }));
  fc.assert(
    fc.property(position, (length) => !cut(length)),
    { numRuns: 150 },
  );
  for (let length = Math.max(0, failingReport.length - 60); length < failingReport.length; length += 1) {
    expect(cut(length), `the first ${length} of ${failingReport.length} characters`).toBe(false);
  }
  fc.assert(
    fc.property(position, fc.integer({ min: 1, max: 400 }), (from, size) => {
      parse({ text: failingReport.slice(0, from) + failingReport.slice(from + size), ...place });
    }),
    { numRuns: 100 },
  );
  const garbage = fc.oneof(
    fc.string({ unit: "binary", maxLength: 500 }),
    fc.json(),
    fc.lorem({ mode: "sentences" }),
  );
  fc.assert(
    fc.property(garbage, (text) => !isPass(parse({ text, ...place }))),
    { numRuns: 100 },
  );
}
