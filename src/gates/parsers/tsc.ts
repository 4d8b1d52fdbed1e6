import type { Finding } from "../../domain/gate.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { splitLines } from "./split-lines.ts";
import { unreadable } from "./unreadable.ts";

const located =
  /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning) (?<rule>TS\d+): (?<message>.*)$/;
const projectWide = /^(?<severity>error|warning) (?<rule>TS\d+): (?<message>.*)$/;
/** What package managers print ahead of a script, and blank lines. */
const ignored = /^(?:>\s.*|\$ .*|\s*)$/;
const continuation = /^[ \t]/;

/**
 * TypeScript's compiler with `--pretty false`. An error of the whole project, such as an unknown option, is a
 * finding without a file. Its indented lines explain the error above.
 */
export const parseTsc: ReportParser = ({ text, cwd, root }) => {
  const findings: Finding[] = [];
  for (const line of splitLines(text)) {
    const match = (located.exec(line) ?? projectWide.exec(line))?.groups;
    if (match === undefined) {
      if (ignored.test(line) || (findings.length > 0 && continuation.test(line))) continue;
      return unreadable(`not a line of "tsc --pretty false": ${line.slice(0, 120)}`, text);
    }
    findings.push({
      file: relativePath(match.file ?? "", { cwd, root }),
      line: Math.max(1, Number(match.line ?? 1)),
      ...(match.column === undefined ? {} : { column: Number(match.column) }),
      rule: match.rule ?? "",
      message: match.message ?? "",
      severity: match.severity === "warning" ? "warning" : "error",
    });
  }
  return { status: "findings", findings };
};
