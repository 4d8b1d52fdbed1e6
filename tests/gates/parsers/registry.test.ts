import fc from "fast-check";
import { expect, it } from "vitest";
import { reportFormats } from "../../../src/domain/gate.ts";
import { guardParser } from "../../../src/gates/parsers/guard-parser.ts";
import { reportParsers } from "../../../src/gates/parsers/registry.ts";
import { reasonOf } from "../../helpers/report-checks.ts";

const place = { cwd: "/r", root: "/r" };
const testFormats = reportFormats.slice(0, reportFormats.indexOf("eslint-json"));

const huge = "ok 1 - x\n".repeat(11_200_000);

it("has a parser for every format", () => {
  expect(Object.keys(reportParsers).toSorted()).toEqual([...reportFormats].toSorted());
});

it.each(testFormats)("finds 100 MB of %s unreadable, with a short excerpt", (format) => {
  const report = reportParsers[format]({ text: huge, ...place });
  expect(reasonOf(report)).toBe("the report has 100800000 characters, more than 33554432");
  if (report.status === "unreadable") expect(report.excerpt).toBe("ok 1 - x\n".repeat(10).trimEnd());
});

it.each(testFormats)("never throws for %s, and never reads garbage as tests that passed", (format) => {
  const garbage = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.json(),
    fc.constantFrom(
      "\0",
      "null",
      "[]",
      "{}",
      "<a/>",
      "\uFEFF",
      "[".repeat(100_000),
      "<a>".repeat(100_000),
      " ".repeat(1e6),
    ),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      const report = reportParsers[format]({ text, ...place });
      return report.status === "unreadable" || (report.status === "checks" && report.checks.length === 0);
    }),
    { numRuns: 100 },
  );
});

it.each(testFormats)("keeps the excerpt of unreadable %s to ten lines and one KiB", (format) => {
  const report = reportParsers[format]({ text: `${"no report at all ".repeat(50)}\n`.repeat(50), ...place });
  if (report.status !== "unreadable") throw new Error("readable");
  expect(report.excerpt.split("\n").length).toBeLessThanOrEqual(10);
  expect(Buffer.byteLength(report.excerpt)).toBeLessThanOrEqual(1024);
  expect(report.reason.length).toBeLessThan(400);
});

it("turns a parser's own fault into an unreadable report", () => {
  const faulty = guardParser(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  expect(reasonOf(faulty({ text: "x", ...place }))).toBe(
    "the report could not be read: Maximum call stack size exceeded",
  );
});
