import type { Finding } from "../../domain/gate.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { splitLines } from "./split-lines.ts";
import { unreadable } from "./unreadable.ts";

const diagnostic =
  /^(?<file>.+?)(?::(?<line>\d+))?(?::(?<column>\d+))?(?::\d+:\d+)?: (?<severity>error|note): (?<message>.*?)(?: {2}\[(?<rule>[a-z0-9-]+)\])?$/;
const success = /^Success: no issues found in \d+ source files?$/;
const failure = /^Found (?<errors>\d+) errors? in \d+ files? \(/;
const wrappedRule = /^(?<message>.*?) ?\[(?<rule>[a-z0-9-]+)\]$/;
/** Source excerpts of `pretty = true`, what package managers print ahead of a script, and empty lines. */
const ignored = /^(?:>\s.*|\$ .*|[ \t].*)?$/;

/**
 * mypy's text output (https://mypy.readthedocs.io/en/stable/command_line.html). Its closing line says how many
 * errors there are: without it, or when the number differs, the output is unreadable. Notes are no findings. Messages that
 * `pretty = true` has wrapped are put together again.
 */
export const parseMypy: ReportParser = ({ text, cwd, root }) => {
  const findings: Finding[] = [];
  let announced: number | null = null;
  let hasDiagnostic = false;
  let isNote = false;
  for (const line of splitLines(text)) {
    const summary = success.test(line) ? "0" : failure.exec(line)?.groups?.errors;
    if (summary !== undefined) {
      announced = (announced ?? 0) + Number(summary);
      continue;
    }
    const match = diagnostic.exec(line)?.groups;
    if (match === undefined) {
      if (ignored.test(line)) continue;
      if (!hasDiagnostic) return unreadable(`not a line of mypy: ${line.slice(0, 120)}`, text);
      const wrapped = isNote ? undefined : findings.pop();
      if (wrapped !== undefined) findings.push(joinWrapped(wrapped, line));
      continue;
    }
    hasDiagnostic = true;
    isNote = match.severity === "note";
    if (isNote) continue;
    findings.push({
      file: relativePath(match.file ?? "", { cwd, root }),
      line: Math.max(1, Number(match.line ?? 1)),
      ...(match.column === undefined ? {} : { column: Number(match.column) }),
      rule: match.rule ?? "",
      message: match.message ?? "",
      severity: "error",
    });
  }
  if (announced === null)
    return unreadable("mypy's closing line (Success or Found … errors) is missing", text);
  if (announced !== findings.length) {
    return unreadable(`mypy found ${announced} errors and listed ${findings.length}`, text);
  }
  return { status: "findings", findings };
};

function joinWrapped(finding: Finding, line: string): Finding {
  const { message = line, rule = "" } = finding.rule === "" ? (wrappedRule.exec(line)?.groups ?? {}) : {};
  return {
    ...finding,
    message: `${finding.message.trimEnd()} ${message}`.trimEnd(),
    rule: finding.rule || rule,
  };
}
