import type { Call } from "./read-call.ts";
import { excerpt } from "./replace-node.ts";
import type { TextEdit } from "./text-edit.ts";

/** An edit that gives a call one more argument, ahead of the one at `at`, or behind all. */
export function insertArgument(
  { list, values, name }: Call,
  at: number,
  code: string,
  weight: number,
): TextEdit {
  const summary = `give ${excerpt(name)} the argument ${excerpt(code)}`;
  const next = values[at];
  if (next !== undefined)
    return { start: next.start, end: next.start, replacement: `${code}, `, summary, weight };
  const last = values.at(-1);
  if (last === undefined) {
    return { start: list.start + 1, end: list.start + 1, replacement: code, summary, weight };
  }
  return { start: last.end, end: last.end, replacement: `, ${code}`, summary, weight };
}
