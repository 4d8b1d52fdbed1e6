import { findCommentEnd } from "./find-comment-end.ts";
import { isStringEnd } from "./is-string-end.ts";

/** JSON-like text without its comments, each string in it replaced by `"@n@"`, and the strings as JSON has them. */
export type SplitStrings = { readonly frame: string; readonly strings: readonly string[] };

/**
 * Takes the strings out of JSON-like text, so that a repair of the rest cannot touch what they say. Null where they are
 * not plainly delimited: each has to begin behind a bracket, comma or colon and to end ahead of one. A comma may be
 * missing ahead of a key.
 */
export function splitStrings(text: string): SplitStrings | null {
  const frame: string[] = [];
  const strings: string[] = [];
  let before = ",";
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const end = endString(text, at);
      if (end === -1 || !isPlain(text, before, end)) return null;
      frame.push(`"@${strings.length}@"`);
      strings.push(asJson(text.slice(at + 1, end - 1)));
      at = end;
      before = '"';
      continue;
    }
    const end = findCommentEnd(text, at);
    // Were it outside of strings, a placeholder could be made up.
    if (end === -1 || character === "@") return null;
    frame.push(end > at ? " " : character);
    if (end === at && !/\s/.test(character)) before = character;
    at = Math.max(end, at + 1);
  }
  return { frame: frame.join(""), strings };
}

function endString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === text.charAt(from)) return at + 1;
  }
  return -1;
}

function isPlain(text: string, before: string, end: number): boolean {
  const isKey = /^\s{0,9}:/.test(text.slice(end, end + 10));
  const isStart = "{[,:".includes(before) || (isKey && /["\]}\w]/.test(before));
  const isLackingComma = /^\s{1,200}["']/.test(text.slice(end, end + 201));
  return isStart && (isStringEnd(text, end) || isLackingComma);
}

/** The inside of a string as a JSON string. */
function asJson(inside: string): string {
  const escaped = inside.replaceAll(/\\(u[\dA-Fa-f]{4}|[\s\S])|["\p{Cc}]/gu, (whole, escapee?: string) => {
    if (escapee === "'") return "'";
    // A backslash ahead of a line break, as in scripts, is dropped; the break stays.
    const raw = escapee === undefined || /[\r\n]/.test(escapee) ? (escapee ?? whole) : null;
    return raw === null ? whole : JSON.stringify(raw).slice(1, -1);
  });
  return `"${escaped}"`;
}
