// Runs the tests (all of them, or those of the files named) and ends with why tests were skipped and one line of counts.
// `--only PATTERN` runs the tests whose full name matches.
import { parseArgs } from "node:util";
import type { Reporter, TestModule } from "vitest/node";
import { startVitest } from "vitest/node";

type Summary = {
  passed: number;
  failed: number;
  /** Title of each skipped test, with the note of `skip(note)` where it has one. */
  readonly skipped: string[];
  /** What test files printed about tests that they skip, keyed by file. */
  readonly reasons: Map<string, string[]>;
};

const summary: Summary = { passed: 0, failed: 0, skipped: [], reasons: new Map() };
const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const vitest = await startVitest(positionals, {
  ...(values.only === undefined ? {} : { testNamePattern: values.only }),
  run: true,
  watch: false,
  reporters: ["default", createSummaryReporter()],
});
await vitest.close();
if (summary.skipped.length > 0) {
  console.log("Skipped:");
  for (const title of summary.skipped) console.log(`  ${title}`);
}
if (summary.failed + summary.passed === 0) console.log("No test ran.");
console.log(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped.length} skipped`);
// Vitest sets a failing exit code of its own, for errors outside of tests too; it is never lowered here.
process.exit(summary.failed > 0 || summary.passed === 0 ? 1 : (process.exitCode ?? 0));

function createSummaryReporter(): Reporter {
  return {
    onUserConsoleLog({ content, type, taskId }) {
      if (type !== "stderr" || !/skip/i.test(content)) return;
      // A file's own output has the file's id, a test's the file's id and the test's position.
      const file = taskId?.match(/^-?\d+/)?.[0] ?? "";
      summary.reasons.set(file, [...(summary.reasons.get(file) ?? []), content.trim()]);
    },
    onTestRunEnd(modules, unhandledErrors) {
      for (const module of modules) countModule(module);
      summary.failed += unhandledErrors.length;
    },
  };
}

function countModule(module: TestModule): void {
  // A file that could not be loaded, or a hook that failed, has no test to count it.
  summary.failed += module.errors().length;
  for (const suite of module.children.allSuites()) summary.failed += suite.errors().length;
  const printed = [...new Set(summary.reasons.get(module.id) ?? [])].join("; ");
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === "skipped" && result.note === undefined && isLeftOut(test.fullName)) continue;
    if (result.state === "passed") summary.passed += 1;
    else if (result.state === "skipped") {
      const reason = result.note ?? (printed || "no reason given");
      summary.skipped.push(`${module.relativeModuleId} > ${test.fullName}: ${reason}`);
    } else summary.failed += 1;
  }
}

/** Whether a test was not asked for, which is no skip. */
function isLeftOut(name: string): boolean {
  return values.only !== undefined && !new RegExp(values.only).test(name);
}
