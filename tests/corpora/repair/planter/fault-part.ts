import type { BugPart } from "../repair-bug.ts";
import type { Fault } from "./fault.ts";

/** A fault as whole lines, with as many lines around as make them occur once; null where it would change no line. */
export function buildPart(path: string, text: string, { start, end, replacement }: Fault): BugPart | null {
  let from = text.lastIndexOf("\n", start - 1) + 1;
  let to = lineEnd(text, end);
  while (count(text, text.slice(from, to)) > 1 && from > 0) {
    from = text.lastIndexOf("\n", from - 2) + 1;
    if (count(text, text.slice(from, to)) > 1) to = lineEnd(text, to);
  }
  const good = text.slice(from, to);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const isWholeLine = before.trimStart() === "" || before.endsWith("\n");
  const isGone = replacement === "" && /(?:^|\n)\s*$/.test(before) && /^\s*(?:\n|$)/.test(after);
  const bad = isGone
    ? before.replace(/[ \t]*$/, "") + after.replace(/^[ \t]*\n/, "")
    : before + indent(replacement, isWholeLine ? before : "") + after;
  return bad === good ? null : { path, good, bad };
}

function indent(replacement: string, before: string): string {
  const space = /[ \t]*$/.exec(before)?.[0] ?? "";
  return replacement.replaceAll(/\n(?=\S)/g, `\n${space}`);
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

function count(text: string, part: string): number {
  return `\n${text}`.split(`\n${part}`).length - 1;
}
