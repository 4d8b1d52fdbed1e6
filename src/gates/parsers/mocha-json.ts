import { z } from "zod";
import type { Check, CheckStatus } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { readJsonReport } from "./read-json-report.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

const count = z.number().int().nonnegative();
const mochaTest = z.object({
  title: z.string(),
  /** Titles of the suites and of the test, joined by spaces. */
  fullTitle: z.string(),
  /** Absolute; absent where a test was made without a file. */
  file: z.string().nullable().optional(),
  duration: z.number().optional(),
  err: z.object({ message: z.string(), stack: z.string(), name: z.string() }).partial().optional(),
});
const tests = z.array(mochaTest);
const schema = z.object({
  stats: z.object({ tests: count, passes: count, pending: count, failures: count }),
  tests,
  pending: tests,
  failures: tests,
  passes: tests,
});
type MochaTest = z.output<typeof mochaTest>;

/**
 * Mocha's JSON reporter (https://mochajs.org/#json). A hook that failed is listed among the failures alone and is a
 * check of its own. A test that Mocha lists as passed and as failed has failed.
 */
export const parseMochaJson: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonReport(text, schema, "Mocha");
  if (report.status === "unreadable") return report;
  const { stats, tests: all, ...lists } = report.value;
  for (const name of ["passes", "failures", "pending"] as const) {
    if (lists[name].length !== stats[name]) {
      return unreadable(`Mocha announces ${stats[name]} ${name} and lists ${lists[name].length}`, text);
    }
  }
  if (all.length !== stats.tests) {
    return unreadable(`Mocha announces ${stats.tests} tests and lists ${all.length}`, text);
  }
  const take = indexOutcomes(lists);
  const checks: Check[] = [];
  for (const test of all) {
    const status = take(test);
    if (status === null) return unreadable(`Mocha does not say how this test ended: ${test.fullTitle}`, text);
    checks.push(buildCheck(test, status));
  }
  // Hooks that failed are not among the tests.
  for (const test of lists.failures) if (take(test) === "failed") checks.push(buildCheck(test, "failed"));
  return { status: "checks", checks: distinguishChecks(checks) };

  function buildCheck(test: MochaTest, status: CheckStatus): Check {
    const { fullTitle, title, duration, err } = test;
    return {
      file: relativePath(test.file ?? "", { cwd, root }),
      suite: fullTitle.endsWith(title)
        ? fullTitle.slice(0, fullTitle.length - title.length).trim()
        : fullTitle,
      name: title,
      status,
      ...(duration === undefined ? {} : { durationMs: duration }),
      ...(status === "failed"
        ? excerptFailure({ message: err?.stack ?? err?.message, stack: err?.stack })
        : {}),
    };
  }
};

/**
 * Tells of each test how it ended, and of twins with one name each in turn, since the lists hold copies of the
 * tests. Failures come first: what is listed twice has failed.
 */
function indexOutcomes(lists: Readonly<Record<"passes" | "failures" | "pending", readonly MochaTest[]>>) {
  const left = new Map<string, CheckStatus[]>();
  const add = (test: MochaTest, status: CheckStatus) => {
    const key = JSON.stringify(test);
    const known = left.get(key);
    if (known === undefined) left.set(key, [status]);
    else known.push(status);
  };
  for (const test of lists.failures) add(test, "failed");
  for (const test of lists.pending) add(test, "skipped");
  for (const test of lists.passes) add(test, "passed");
  return (test: MochaTest): CheckStatus | null => left.get(JSON.stringify(test))?.shift() ?? null;
}
