import type { Check } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { buildFileCheck } from "./file-check.ts";
import { type JunitCase, readJunit } from "./read-junit.ts";
import type { XmlElement } from "./read-xml.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportInput, ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

/**
 * pytest's `--junitxml` with `-o junit_family=xunit1`, which alone names files
 * (https://docs.pytest.org/en/stable/reference/reference.html#confval-junit_family). They count from pytest's
 * rootdir, which has to be the gate's folder. A file that could not be collected is a failing check of that file.
 */
export const parsePytest: ReportParser = (input) => {
  const report = readJunit(input.text);
  if (report.status === "unreadable") return report;
  const fault = findMiscount(report.root);
  if (fault !== null) return unreadable(fault, input.text);
  const checks: Check[] = [];
  for (const test of report.cases) {
    const { name, classname, file } = test.attributes;
    if (name === undefined || (classname === "pytest" && name === "internal")) {
      return unreadable(`pytest itself failed: ${test.failure?.message ?? ""}`.slice(0, 300), input.text);
    }
    if (file === undefined) {
      return unreadable("tests without a file; run pytest with -o junit_family=xunit1", input.text);
    }
    checks.push(readTest(test, file, input));
  }
  return { status: "checks", checks: distinguishChecks(mergeTeardowns(checks)) };
};

/** pytest counts each failure, error and skip that it lists; a report in which one was taken away shows by that. */
function findMiscount(element: XmlElement): string | null {
  for (const suite of element.name === "testsuite" ? [element] : element.children) {
    if (suite.attributes.name !== "pytest") continue;
    const marks = suite.children.flatMap(({ name, children }) => (name === "testcase" ? children : []));
    for (const [word, tag] of [
      ["failures", "failure"],
      ["errors", "error"],
      ["skipped", "skipped"],
    ] as const) {
      const listed = marks.filter(({ name }) => name === tag).length;
      const announced = Number(suite.attributes[word] ?? listed);
      if (announced !== listed) return `pytest announces ${announced} ${word} and lists ${listed}`;
    }
  }
  return null;
}

function readTest(test: JunitCase, path: string, input: ReportInput): Check {
  const { name = "", classname = "" } = test.attributes;
  const file = relativePath(path, input);
  // A module that was skipped or failed while tests were collected has its dotted name and no class.
  if (classname === "" && name === dotPath(path)) {
    return buildFileCheck(file, { ...readOutcome(test), ...describeCollection(test) });
  }
  return { file, suite: readSuite(classname, path), name, ...readOutcome(test) };
}

/** pytest's own message is "collection failure"; the lines that it marks with E hold the exception. */
function describeCollection({ failure }: JunitCase): Pick<Check, "message"> {
  const marked = failure?.text.split("\n").filter((line) => line.startsWith("E "));
  const { message } = excerptFailure({ message: marked?.map((line) => line.slice(1).trim()).join("\n") });
  return message === undefined ? {} : { message };
}

/** How pytest turns a path into a class name. */
function dotPath(path: string): string {
  return path.replace(/\.py$/, "").replaceAll("/", ".");
}

function readSuite(classname: string, file: string): string {
  const module = dotPath(file);
  const classes = classname.startsWith(module) ? classname.slice(module.length) : classname;
  return classes.split(".").filter(Boolean).join(" > ");
}

function readOutcome({
  status,
  failure,
  durationMs,
}: JunitCase): Pick<Check, "status" | "message" | "stack" | "durationMs"> {
  return {
    status,
    ...(failure?.message === undefined ? {} : { message: failure.message }),
    ...(failure?.stack === undefined ? {} : { stack: failure.stack }),
    ...(durationMs === null ? {} : { durationMs }),
  };
}

/** pytest lists a test again, right behind itself, when its teardown failed too; ids are unique, so they are one. */
function mergeTeardowns(checks: readonly Check[]): readonly Check[] {
  return checks.filter((check, index) => {
    const before = checks[index - 1];
    const isTwin = before?.file === check.file && before.suite === check.suite && before.name === check.name;
    return !(isTwin && before.status === "failed" && check.status === "failed");
  });
}
