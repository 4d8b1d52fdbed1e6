import type { Check } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { FILE_CHECK_NAME } from "./file-check.ts";
import { type JunitCase, readJunit } from "./read-junit.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportInput, ReportParser } from "./report-parser.ts";

const sourceFile = /^[^\s<>]+\.(?:[cm]?[jt]sx?|py|rb|php|go|rs|java|kt|swift|dart|lua|exs?)$/;

/**
 * JUnit XML as most runners can write it. The file is what the report says in `file` or `filepath`, else what suite
 * and class agree on if that is a source file's name (as Vitest and others write it), else the `{file}` of the run.
 */
export const parseJunit: ReportParser = (input) => {
  const report = readJunit(input.text);
  if (report.status === "unreadable") return report;
  const checks = report.cases.map((test): Check => {
    const { message, stack } = test.failure ?? {};
    const named = findFile(test);
    return {
      file: named === "" ? (input.file ?? "") : relativePath(named, input),
      suite: joinSuites(test, input),
      name: test.attributes.name ?? FILE_CHECK_NAME,
      status: test.status,
      ...(message === undefined ? {} : { message }),
      ...(stack === undefined ? {} : { stack }),
      ...(test.durationMs === null ? {} : { durationMs: test.durationMs }),
    };
  });
  return { status: "checks", checks: distinguishChecks(checks) };
};

function findFile({ attributes, suites, suiteFile }: JunitCase): string {
  const said = attributes.file ?? attributes.filepath ?? suiteFile;
  if (said !== "") return said.replace(/^file:\/\//, "");
  const className = attributes.classname;
  return className !== undefined && className === suites.at(-1) && sourceFile.test(className)
    ? className
    : "";
}

/** Suites and class without what is said twice and without the file, which is said already. */
function joinSuites(test: JunitCase, input: ReportInput): string {
  const file = findFile(test);
  const className = test.attributes.classname ?? "";
  const names = className === test.attributes.name ? test.suites : [...test.suites, className];
  return names
    .filter((name, index) => name !== "" && name !== names[index - 1])
    .filter((name) => file === "" || relativePath(name, input) !== relativePath(file, input))
    .join(" > ");
}
