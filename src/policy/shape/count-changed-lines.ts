import { diffArrays } from "diff";
import type { ChangedFile } from "../change-set.ts";

/** Lines that a change adds to and removes from a file; `limit + 1` as soon as there are more than `limit`. Pure. */
export function countChangedLines({ before, after }: ChangedFile, limit: number): number {
  const old = splitLines(before?.text ?? "");
  const now = splitLines(after?.text ?? "");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const removed = old.slice(start, old.length - end);
  const added = now.slice(start, now.length - end);
  if (removed.length === 0 || added.length === 0) return Math.min(limit + 1, removed.length + added.length);
  // The limit on edits keeps the search linear where a hostile change shuffles a long file.
  const parts = diffArrays(removed, added, { maxEditLength: Math.max(0, limit) + 1 });
  if (parts === undefined) return limit + 1;
  const edits = parts.filter((part) => part.added || part.removed);
  return Math.min(
    limit + 1,
    edits.reduce((sum, { value }) => sum + value.length, 0),
  );
}

function splitLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
