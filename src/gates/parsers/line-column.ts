import type { Finding } from "../../domain/gate.ts";
import { relativePath } from "./relative-path.ts";
import type { ReportParser } from "./report-parser.ts";
import { splitLines } from "./split-lines.ts";
import { unreadable } from "./unreadable.ts";

const located =
  /^(?:vet: )?(?<file>(?:[A-Za-z]:[\\/])?[^\s:][^:]*):(?<line>\d+)(?::(?<column>\d+))?(?::\s*|\s+)(?<rest>\S.*)$/;
/** A place that is written in another way: a line with one says something that this format cannot hold. */
const foreignPlace = /[\w)\]]\.[A-Za-z]{1,5}(?::\d+|\(\d+|:?,? line \d+)/;
/** A clock is no place: `2026-01-02 10:20:30 started`. */
const clock = /(?:^|\s)\d+$/;
const notFinding = /^(?:note|help|info|hint|=)\b:?/i;
const severityWord = /^(?:fatal\s+)?(?<word>error|warning|warn)(?:\[(?<rule>[^\]]+)\])?\s*:\s*/i;
const leadingRule = /^(?<rule>[A-Z]{1,5}\d{2,5})\b:?\s/;
const trailingRule =
  /\s(?:\[(?:(?:error|warning)\/)?(?<bracket>[\w@/.:-]+)\]|\((?<round>[\w@/.]+-[\w@/.-]+|[A-Z]{1,5}\d{2,5})\))$/i;

/**
 * One finding a line: `file:line:col: message` or `file:line: message`, as compilers and many linters print them
 * (https://www.gnu.org/prep/standards/html_node/Errors.html). Other lines are passed over (headings, summaries,
 * excerpts), but one that names a place in another notation makes the report unreadable.
 */
export const parseLineColumn: ReportParser = ({ text, cwd, root }) => {
  if (text.slice(0, 100_000).includes("\0")) return unreadable("binary output, not lines of text", text);
  const findings: Finding[] = [];
  for (const line of splitLines(text)) {
    const match = located.exec(line)?.groups;
    const file = match?.file ?? "";
    if (match === undefined || file.includes("//") || clock.test(file)) {
      if (!/^[\s>$|#]/.test(line) && foreignPlace.test(line) && !line.includes("://")) {
        return unreadable(`a place in another notation than file:line:column: ${line.slice(0, 120)}`, text);
      }
      continue;
    }
    const rest = match.rest ?? "";
    if (notFinding.test(rest)) continue;
    findings.push({
      file: relativePath(file, { cwd, root }),
      line: Math.max(1, Number(match.line)),
      ...(Number(match.column ?? 0) > 0 ? { column: Number(match.column) } : {}),
      ...readMessage(rest),
    });
  }
  return { status: "findings", findings };
};

/** Takes severity and rule out of a message, where it has them in one of the common places. */
function readMessage(text: string): Pick<Finding, "message" | "rule" | "severity"> {
  const head = severityWord.exec(text);
  const body = head === null ? text : text.slice(head[0].length);
  const tail = trailingRule.exec(body)?.groups;
  const rule =
    head?.groups?.rule ?? leadingRule.exec(body)?.groups?.rule ?? tail?.bracket ?? tail?.round ?? "";
  const isWarning = /^warn/i.test(head?.groups?.word ?? "") || /\s\[warning(?:\/[^\]]*)?\]$/i.test(body);
  return { message: body, rule, severity: isWarning ? "warning" : "error" };
}
