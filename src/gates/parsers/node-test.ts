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

const nodeTestLine = testLine.extend({
  kind: z.enum(["test", "suite", "file"]),
  /** Names from the outermost suite to the test itself; empty for a file. */
  path: z.array(z.string()),
  /** node:test's word for why it failed; `subtestsFailed` when nothing but its children did. */
  failureType: z.string().optional(),
  /** End of the standard error of a file that crashed. */
  output: z.string().optional(),
});
type NodeTestLine = z.output<typeof nodeTestLine>;

const schema = z.discriminatedUnion("type", [startLine("nightshift-node-test"), nodeTestLine, endLine]);

/**
 * JSON lines of `support/node-test-reporter.mjs`, for node:test of Node 18 and newer. Suites count only when they
 * fail by themselves, as by a hook; a file counts when it crashed or has no tests but its own exit code.
 */
export const parseNodeTest: ReportParser = ({ text, cwd, root }) => {
  const report = readJsonLines(text, schema, "the node:test reporter");
  if (report.status === "unreadable") return report;
  const broken = checkLineOrder(report.values, text);
  if (broken !== null) return broken;
  const tests = report.values.filter((line) => line.type === "test");
  const checks = tests.flatMap((test, index): Check[] => {
    const file = relativePath(test.file, { cwd, root });
    const common = {
      status: test.status,
      ...(test.durationMs === undefined ? {} : { durationMs: test.durationMs }),
    };
    if (test.kind === "file") return [buildFileCheck(file, { ...common, ...describeCrash(test) })];
    if (test.kind === "suite" && (test.status !== "failed" || test.failureType === "subtestsFailed"))
      return [];
    const cause = test.failureType === "subtestsFailed" ? findFailedChild(tests, index) : test;
    const failure = test.status === "failed" ? excerptFailure(cause) : {};
    const suite = test.path.slice(0, -1).join(" > ");
    return [{ file, suite, name: test.path.at(-1) ?? "", ...common, ...failure }];
  });
  return { status: "checks", checks: distinguishChecks(checks) };
};

/** What a crashed file printed, from the line that names the error. */
function describeCrash({ status, message, output = "" }: NodeTestLine): Pick<Check, "message" | "stack"> {
  if (status !== "failed") return {};
  const thrown = /^(?:Uncaught )?[\w$.]*(?:Error|Exception)\b.*$/m.exec(output)?.index;
  if (thrown === undefined) return excerptFailure({ message: output.trim() === "" ? message : output });
  return excerptFailure({ message: output.slice(thrown), stack: output });
}

/** Children are reported ahead of their parent: the first failing one says why the parent failed. */
function findFailedChild(tests: readonly NodeTestLine[], parent: number): NodeTestLine {
  const test = tests[parent] as NodeTestLine;
  let found = test;
  for (let index = parent - 1; index >= 0; index -= 1) {
    const child = tests[index] as NodeTestLine;
    const isInside = child.file === test.file && test.path.every((name, depth) => child.path[depth] === name);
    if (!isInside || child.path.length <= test.path.length) break;
    if (child.status === "failed" && child.failureType !== "subtestsFailed") found = child;
  }
  return found;
}
