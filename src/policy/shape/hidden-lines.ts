import { posix } from "node:path";
import type { PolicyRule } from "../policy-rule.ts";
import { findNewLineFaults } from "./find-new-line-faults.ts";

/** Beyond this a review tool cuts or folds a line, and parsers take the file for a minified one. */
const maxCodeLine = 2_000;
/** Wider than any screen. */
const maxGap = 160;
const prose = new Set([
  ".md",
  ".mdx",
  ".rst",
  ".txt",
  ".csv",
  ".tsv",
  ".adoc",
  ".html",
  ".svg",
  ".json",
  ".xml",
]);

const suspect = new RegExp(`[\\v\\f\\u0085\\u2028\\u2029]|\\r(?!\\n)|[^\\n]{${maxGap + 1}}`);

export const hiddenLines: PolicyRule = {
  id: "hidden-lines",
  group: "shape",
  title: "New lines that hide others: odd line ends, and code beyond the edge of the screen",
  explanation:
    "A lone carriage return or U+2028 ends a line for some languages and not for a diff, so that code looks like part " +
    "of a comment; a wide gap or an endless line puts code where no screen shows it. End lines with LF or CRLF, and " +
    "keep code near its margin.",
  find: (change) => findNewLineFaults(change, suspect, (line, { path }) => findFault(line, path)),
};

function findFault(line: string, path: string): string | null {
  const end = /[\r\v\f\u0085\u2028\u2029]/.exec(line);
  if (end !== null) {
    const code = end[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `holds U+${code}, which ends a line for some tools and not for others`;
  }
  if (line.length <= maxGap || prose.has(posix.extname(path).toLowerCase())) return null;
  if (line.length > maxCodeLine) return `has a line of ${line.length} characters, which no screen shows`;
  const isGapped = new RegExp(`\\s{${maxGap},}\\S`).test(line);
  return isGapped ? `has code behind ${maxGap} blanks, where no screen shows it` : null;
}
