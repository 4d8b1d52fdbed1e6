import { stripVTControlCharacters } from "node:util";
import type { ParsedReport } from "../../domain/gate.ts";

const MAX_LINES = 10;
const MAX_CHARACTERS = 1024;

/** A report that could not be read: why, with its first lines (at most 10, and 1,024 characters). */
export function unreadable(reason: string, text: string): Extract<ParsedReport, { status: "unreadable" }> {
  // Cut before anything else looks at it: the text may be a hundred megabytes on one line.
  const start = stripVTControlCharacters(text.slice(0, 8 * MAX_CHARACTERS)).trimStart();
  const excerpt = start.split(/\r?\n/, MAX_LINES).join("\n").slice(0, MAX_CHARACTERS).trimEnd();
  return { status: "unreadable", reason, excerpt };
}
