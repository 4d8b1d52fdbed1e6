import { diffError } from "./diff-error.ts";
import type { Hunk, HunkLine } from "./file-diff.ts";

const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const kinds = { " ": "context", "-": "removed", "+": "added" } as const;

/** Whether a line begins a hunk. */
export function isHunkHeader(line: string | undefined): boolean {
  return line?.startsWith("@@ ") === true;
}

/**
 * Reads the hunk that begins at index `from` of the diff's lines, by the counts in its header, and gives the index
 * after it. Throws the usage error `DIFF_UNREADABLE`.
 */
export function parseHunk(
  lines: readonly string[],
  from: number,
): { readonly hunk: Hunk; readonly next: number } {
  const found = header.exec(lines[from] ?? "");
  if (found === null) throw unreadable(from, "a hunk's header is not of the form `@@ -1,2 +1,2 @@`");
  let before = Number(found[2] ?? 1);
  let after = Number(found[4] ?? 1);
  const read: HunkLine[] = [];
  let next = from + 1;
  while (before > 0 || after > 0) {
    const line = lines[next];
    if (line === undefined) throw unreadable(next, "the diff ends in the middle of a hunk");
    // Mailers take the blank from an empty line of context.
    const sign = line === "" ? " " : (line[0] ?? "");
    const kind = kinds[sign as keyof typeof kinds];
    if (kind === undefined) {
      throw unreadable(
        next,
        `a hunk goes on with ${JSON.stringify(line.slice(0, 40))} where its header promises more lines`,
      );
    }
    if (kind !== "added") before -= 1;
    if (kind !== "removed") after -= 1;
    if (before < 0 || after < 0) throw unreadable(next, "a hunk holds other lines than its header counts");
    const isLast = lines[next + 1]?.startsWith("\\") === true;
    read.push({ kind, text: isLast ? line.slice(1) : `${line.slice(1)}\n` });
    next += isLast ? 2 : 1;
  }
  return {
    hunk: { oldStart: Number(found[1]), newStart: Number(found[3]), lines: read, at: from + 1 },
    next,
  };
}

function unreadable(index: number, reason: string): Error {
  return diffError("DIFF_UNREADABLE", { line: index + 1, reason });
}
