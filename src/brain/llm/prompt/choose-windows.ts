import { mergeWindows, type Window } from "./merge-windows.ts";

/** How windows are bounded. */
export type WindowOptions = {
  /** Lines of a block that are shown at most. */
  readonly maxLength: number;
  /** Lines around a place where its block says nothing. */
  readonly around: number;
  /** Whether a block that starts with this line is enough; else the outermost one is taken. */
  isStart?(line: string): boolean;
};

const MAX_ABOVE = 40;
const MAX_COMMENT = 5;

/** The windows around places in a file: the block that each stands in, by its indentation, bounded. Pure. */
export function chooseWindows(
  lines: readonly string[],
  places: readonly number[],
  options: WindowOptions,
): readonly Window[] {
  const inside = places.filter((line) => line >= 1 && line <= lines.length);
  return mergeWindows(inside.map((line) => findBlock(lines, line, options)));
}

function findBlock(lines: readonly string[], line: number, options: WindowOptions): Window {
  const start = findStart(lines, line, options);
  const base = indentAt(lines, start) ?? 0;
  let end = start;
  while (end < lines.length && end - start + 1 < options.maxLength) {
    const indent = indentAt(lines, end + 1);
    const isEnd = indent !== null && indent <= base;
    // A closing bracket belongs to its block.
    const isClosing = isEnd && indent === base && /^\s*[)\]}]/.test(lines[end] ?? "");
    if (isEnd && !isClosing) break;
    end += 1;
    if (isClosing) break;
  }
  while (end > line && (lines[end - 1] ?? "").trim() === "") end -= 1;
  const from = Math.min(findCommentStart(lines, start), line - options.around);
  return { from: Math.max(1, from), to: Math.min(lines.length, Math.max(end, line + options.around)) };
}

/** The outermost line above that is indented less, or the first that is a start. */
function findStart(lines: readonly string[], line: number, { isStart }: WindowOptions): number {
  let start = line;
  for (let at = line - 1; at >= Math.max(1, line - MAX_ABOVE); at -= 1) {
    if ((indentAt(lines, start) ?? 1) === 0 || isStart?.(lines[start - 1] ?? "")) break;
    const indent = indentAt(lines, at);
    if (indent !== null && indent < (indentAt(lines, start) ?? Number.POSITIVE_INFINITY)) start = at;
  }
  return start;
}

function findCommentStart(lines: readonly string[], start: number): number {
  const lowest = Math.max(1, start - MAX_COMMENT);
  let from = start;
  while (from > lowest && /^\s*(?:\/\/|\/?\*|#|@|--)/.test(lines[from - 2] ?? "")) from -= 1;
  return from;
}

/** Null for a line with nothing on it. */
function indentAt(lines: readonly string[], line: number): number | null {
  const at = (lines[line - 1] ?? "").search(/\S/);
  return at === -1 ? null : at;
}
