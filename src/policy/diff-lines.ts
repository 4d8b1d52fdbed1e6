import { diffArrays } from "diff";
import type { ChangedFile } from "./change-set.ts";

/** A line of text with its place. */
export type PlacedLine = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
};

/** Keeps the search short where a hostile change shuffles a long file: its time grows with the square of the edits. */
const defaultMaxEdits = 4_000;

/**
 * The lines that a change takes from a file, placed as before, and those that it adds, placed as after, without their
 * LF. Beyond `maxEdits` lines nothing between the first and the last difference counts as unchanged. Pure.
 */
export function diffFileLines(
  { before, after }: Pick<ChangedFile, "before" | "after">,
  maxEdits = defaultMaxEdits,
): { readonly removed: readonly PlacedLine[]; readonly added: readonly PlacedLine[] } {
  const old = splitLines(before?.text ?? "");
  const now = splitLines(after?.text ?? "");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const taken = old.slice(start, old.length - end);
  const given = now.slice(start, now.length - end);
  const parts = diffArrays(taken, given, { maxEditLength: maxEdits }) ?? [
    { removed: true, added: false, value: taken },
    { removed: false, added: true, value: given },
  ];
  const removed: PlacedLine[] = [];
  const added: PlacedLine[] = [];
  let oldLine = start + 1;
  let newLine = start + 1;
  for (const part of parts) {
    for (const text of part.value) {
      if (part.removed) removed.push({ line: oldLine, text });
      if (part.added) added.push({ line: newLine, text });
      if (!part.added) oldLine += 1;
      if (!part.removed) newLine += 1;
    }
  }
  return { removed, added };
}

function splitLines(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
