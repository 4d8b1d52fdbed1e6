import { z } from "zod";
import type { Check } from "../../domain/gate.ts";
import { checkLineOrder } from "./check-line-order.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { buildFileCheck } from "./file-check.ts";
import { readJsonLines } from "./read-json-lines.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { endLine, startLine, testLine } from "./test-lines-schema.ts";

/** A module that could not be loaded has neither suite nor name. */
const unittestLine = testLine.extend({ suite: z.string(), name: z.string() });
const schema = z.discriminatedUnion("type", [startLine("nightshift-unittest"), unittestLine, endLine]);

/**
 * JSON lines of `support/unittest_report.py`. A failing subtest is a check of its own beside its test; expected
 * failures count as skipped, unexpected successes as failed.
 */
export const parseUnittest: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonLines(text, schema, "the unittest runner");
  if (report.status === "unreadable") return report;
  const broken = checkLineOrder(report.values, text);
  if (broken !== null) return broken;
  const tests = report.values.filter((line) => line.type === "test");
  const checks = tests.map(({ file: path, suite, name, status, durationMs, ...failure }): Check => {
    const file = relativePath(path, { cwd, root });
    const outcome = {
      status,
      ...(durationMs === undefined ? {} : { durationMs }),
      ...(status === "failed" ? excerptFailure(failure) : {}),
    };
    return name === "" ? buildFileCheck(file, outcome) : { file, suite, name, ...outcome };
  });
  return { status: "checks", checks: distinguishChecks(checks) };
};
