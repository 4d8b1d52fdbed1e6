import { findCommentEnd } from "./find-comment-end.ts";
import { isStringEnd } from "./is-string-end.ts";

/**
 * JSON-like text without its comments. Where a string is not plainly delimited, so that nobody can say what is a
 * comment and what is content, the text comes back as it was.
 */
export function dropComments(text: string): string {
  const kept: string[] = [];
  let before = ",";
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const isQuote = character === '"' || character === "'";
    const end = isQuote ? endString(text, at) : findCommentEnd(text, at);
    if (end === -1 || (isQuote && !("{[,:".includes(before) && isStringEnd(text, end)))) return text;
    if (isQuote) kept.push(text.slice(at, end));
    else kept.push(end > at ? " " : character);
    if (end === at || isQuote) before = /\s/.test(character) ? before : character;
    at = Math.max(end, at + 1);
  }
  return kept.join("");
}

function endString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === text.charAt(from)) return at + 1;
  }
  return -1;
}
