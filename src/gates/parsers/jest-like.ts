import { z } from "zod";
import type { Check, CheckStatus, ParsedReport } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { buildFileCheck } from "./file-check.ts";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportInput } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

const statuses = {
  passed: "passed",
  failed: "failed",
  pending: "skipped",
  skipped: "skipped",
  todo: "skipped",
  disabled: "skipped",
  // Jest's word for a test that `.only` or a name pattern left out.
  focused: "passed",
} as const satisfies Record<string, CheckStatus>;
type JestStatus = keyof typeof statuses;

const count = z.number().int().nonnegative();
const assertion = z.object({
  ancestorTitles: z.array(z.string()),
  title: z.string(),
  status: z.enum(Object.keys(statuses) as [JestStatus, ...JestStatus[]]),
  duration: z.number().nullable().optional(),
  failureMessages: z.array(z.string()).nullable().optional(),
});
const testFile = z.object({
  /** Absolute path of the test file. */
  name: z.string(),
  status: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(assertion),
});
const schema = z.object({
  numTotalTests: count,
  numFailedTests: count,
  numFailedTestSuites: count,
  success: z.boolean(),
  wasInterrupted: z.boolean().optional(),
  testResults: z.array(testFile),
});
type TestFile = z.output<typeof testFile>;

/**
 * The JSON report of Jest, which Vitest's follows. A file that failed without a failing test, since it could not be
 * loaded or a hook failed, is a failing check of its own. Counts that disagree with the list make it unreadable.
 */
export function parseJestLike({ text, cwd, root }: ReportInput, tool: string): ParsedReport {
  const report = readJsonReport(text, schema, tool);
  if (report.status === "unreadable") return report;
  const { testResults, numTotalTests, numFailedTests, numFailedTestSuites, success, wasInterrupted } =
    report.value;
  if (wasInterrupted === true) return unreadable(`${tool} was interrupted before the end`, text);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter(({ status }) => status === "failed").length;
  if (tests.length !== numTotalTests || failed !== numFailedTests) {
    return unreadable(
      `${tool} announces ${numTotalTests} tests (${numFailedTests} failed) and lists ${tests.length} (${failed})`,
      text,
    );
  }
  const checks = testResults.flatMap((file) => readFile(file, relativePath(file.name, { cwd, root }), tool));
  const hasFailure = checks.some(({ status }) => status === "failed");
  if (!hasFailure && (!success || numFailedTestSuites > 0)) {
    return unreadable(`${tool} says that it failed and lists no failure`, text);
  }
  return { status: "checks", checks: distinguishChecks(checks) };
}

function readFile({ status, message, assertionResults }: TestFile, file: string, tool: string): Check[] {
  const checks = assertionResults.map((test): Check => {
    const isFailed = test.status === "failed";
    const failure = (test.failureMessages ?? []).join("\n");
    return {
      file,
      suite: test.ancestorTitles.join(" > "),
      name: test.title,
      status: statuses[test.status],
      ...(typeof test.duration === "number" ? { durationMs: test.duration } : {}),
      ...(isFailed ? excerptFailure({ message: failure, stack: failure }) : {}),
    };
  });
  if (status !== "failed" || checks.some((check) => check.status === "failed")) return checks;
  const reason = message?.trim()
    ? message
    : `${tool} gives no message; a hook outside of the tests may have failed`;
  return [
    ...checks,
    buildFileCheck(file, { status: "failed", ...excerptFailure({ message: reason, stack: reason }) }),
  ];
}
