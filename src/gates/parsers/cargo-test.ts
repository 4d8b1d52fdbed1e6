import type { Check, CheckStatus } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { type LibtestRun, type LibtestTest, readLibtest } from "./read-libtest.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportInput, ReportParser } from "./report-parser.ts";

const statuses = {
  ok: "passed",
  FAILED: "failed",
  ignored: "skipped",
  bench: "passed",
} as const satisfies Record<LibtestTest["outcome"], CheckStatus>;

/** `src/lib.rs - add (line 3) - compile`: line numbers move and are no part of an identity. */
const docTest = /^(?<file>\S.*\.(?:rs|md)) - (?:(?<item>.*?) )?\(line (?<line>\d+)\)(?: - [a-z ]+)?$/;

/**
 * The text of `cargo test`, one part for each test binary (https://doc.rust-lang.org/rustc/tests/index.html). Which
 * binary runs cargo says on standard error: where that is part of the text, the binary's source is the file and its
 * crate a suite (in a workspace the path counts from the member's folder); else the file is "". Documentation tests
 * name their files themselves.
 */
export const parseCargoTest: ReportParser = (input) => {
  const report = readLibtest(input.text);
  if (report.status === "unreadable") return report;
  const checks = report.runs.flatMap((run) =>
    sortByLine(run.tests).map((test) => buildCheck(test, run, input)),
  );
  return { status: "checks", checks: distinguishChecks(checks) };
};

/** Tests are listed as they end; documentation tests of one item are told apart by their order in the file. */
function sortByLine(tests: readonly LibtestTest[]): readonly LibtestTest[] {
  const lineOf = ({ name }: LibtestTest) => Number(docTest.exec(name.slice(0, 1000))?.groups?.line ?? 0);
  return tests.toSorted((first, second) => lineOf(first) - lineOf(second));
}

function buildCheck(test: LibtestTest, { source, crate, failures }: LibtestRun, input: ReportInput): Check {
  const status = statuses[test.outcome];
  const doc = docTest.exec(test.name.slice(0, 1000))?.groups;
  const output = failures.get(test.name) ?? "";
  const names = test.name.replace(/ - should panic$/, "").split("::");
  const outcome = { status, ...(status === "failed" ? describeFailure(output, test.name) : {}) };
  if (doc !== undefined) {
    const file = relativePath((doc.file ?? "").trim(), input);
    return { file, suite: "documentation", name: doc.item ?? "", ...outcome };
  }
  return {
    file: relativePath(source, input),
    suite: [crate, ...names.slice(0, -1)].filter(Boolean).join(" > "),
    name: names.at(-1) ?? "",
    ...outcome,
  };
}

/** The panic's own words, without the thread's header and the hints behind them. */
function describeFailure(output: string, name: string): Pick<Check, "message" | "stack"> {
  const panic = /panicked at (?:'(?<old>[\s\S]*?)', \S+:\d+:\d+|\S+:\d+:\d+:\n(?<text>[\s\S]*))/.exec(
    output,
  )?.groups;
  const said = panic?.old ?? panic?.text ?? output;
  const message = said.split(/^(?:note: run with|stack backtrace:)/m)[0]?.trim();
  return excerptFailure({ message: message || `test ${name} failed`, stack: output });
}
