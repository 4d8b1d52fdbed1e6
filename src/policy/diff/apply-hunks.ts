import { diffError } from "./diff-error.ts";
import type { Hunk } from "./file-diff.ts";

/**
 * The text that hunks make of a file, byte by byte (latin1). A hunk is looked for at its own line, and else at the
 * nearest one where all of its old lines stand, as git does it; hunks keep their order.
 *
 * Throws the usage error `DIFF_DOES_NOT_APPLY` with the diff's line. Pure.
 */
export function applyHunks(text: string, hunks: readonly Hunk[], path: string): string {
  const lines = splitKeepingEnds(text);
  const result: string[] = [];
  let done = 0;
  let shift = 0;
  for (const hunk of hunks) {
    const before = hunk.lines.filter(({ kind }) => kind !== "added").map((line) => line.text);
    const wanted = hunk.oldStart - (before.length === 0 ? 0 : 1) + shift;
    const at = findPlace(lines, before, { wanted, from: done });
    if (at === null) {
      const reason = `the hunk at line ${hunk.oldStart} of ${JSON.stringify(path)} is not what stands there`;
      throw diffError("DIFF_DOES_NOT_APPLY", { line: hunk.at, reason });
    }
    shift += at - wanted;
    for (let each = done; each < at; each += 1) result.push(lines[each] ?? "");
    for (const line of hunk.lines) if (line.kind !== "removed") result.push(line.text);
    done = at + before.length;
  }
  for (let each = done; each < lines.length; each += 1) result.push(lines[each] ?? "");
  return result.join("");
}

function splitKeepingEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function findPlace(
  lines: readonly string[],
  before: readonly string[],
  { wanted, from }: { readonly wanted: number; readonly from: number },
): number | null {
  const last = lines.length - before.length;
  const fits = (at: number): boolean =>
    at >= from && at <= last && before.every((line, index) => lines[at + index] === line);
  for (let distance = 0; distance <= lines.length; distance += 1) {
    if (fits(wanted - distance)) return wanted - distance;
    if (fits(wanted + distance)) return wanted + distance;
    // Lines that are only added could go anywhere: their own place or none.
    if (before.length === 0) return null;
  }
  return null;
}
