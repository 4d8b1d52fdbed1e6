/** A stretch of lines, 1-based, both ends in it. */
export type Window = { readonly from: number; readonly to: number };

const MAX_ABOVE = 40;
const MAX_LENGTH = 60;
/** Lines around a place where its block says nothing. */
const AROUND = 5;
/** Windows with no more than this between them are one. */
const MAX_GAP = 3;

/**
 * The windows around places in a file: the block that each stands in, by its indentation, bounded. Overlapping ones are
 * merged, in the order of the file. Pure.
 */
export function chooseWindows(lines: readonly string[], places: readonly number[]): readonly Window[] {
  const inside = places.filter((line) => line >= 1 && line <= lines.length);
  const windows = inside.map((line) => findBlock(lines, line)).toSorted((a, b) => a.from - b.from);
  const merged: Window[] = [];
  for (const window of windows) {
    const last = merged.at(-1);
    if (last !== undefined && window.from <= last.to + MAX_GAP)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else merged.push(window);
  }
  return merged;
}

/** From the outermost line above that is indented less, with the comment on it, to where its indentation ends. */
function findBlock(lines: readonly string[], line: number): Window {
  const indentAt = (at: number) => measureIndent(lines[at - 1] ?? "");
  let start = line;
  for (let at = line - 1; at >= Math.max(1, line - MAX_ABOVE) && (indentAt(start) ?? 1) > 0; at -= 1) {
    const indent = indentAt(at);
    if (indent !== null && indent < (indentAt(start) ?? Number.POSITIVE_INFINITY)) start = at;
  }
  const base = indentAt(start) ?? 0;
  let end = start;
  while (end < lines.length && end - start < MAX_LENGTH) {
    const indent = indentAt(end + 1);
    // A closing bracket belongs to its block.
    if (indent !== null && indent <= base && !/^\s*[)\]}]/.test(lines[end] ?? "")) break;
    end += 1;
  }
  const from = Math.max(1, Math.min(findCommentStart(lines, start), line - AROUND));
  return { from, to: Math.min(lines.length, Math.max(end, line + AROUND)) };
}

function findCommentStart(lines: readonly string[], start: number): number {
  let from = start;
  while (from > 1 && start - from < AROUND && /^\s*(?:\/\/|\/?\*|#|@|"""|--)/.test(lines[from - 2] ?? ""))
    from -= 1;
  return from;
}

/** Null for a line with nothing on it. */
function measureIndent(line: string): number | null {
  const at = line.search(/\S/);
  return at === -1 ? null : at;
}
