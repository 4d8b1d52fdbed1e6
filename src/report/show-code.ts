import { markdown } from "./markdown.ts";
import { neutralizeText } from "./neutralize-text.ts";

/** Text of a stranger in Markdown on GitHub: neutralised, and a code span of one line. Pure. */
export function showCode(text: string): string {
  return markdown.code(neutralizeText(text));
}

/** The same for a cell of a table. Pure. */
export function showCodeCell(text: string): string {
  return markdown.codeCell(neutralizeText(text));
}
