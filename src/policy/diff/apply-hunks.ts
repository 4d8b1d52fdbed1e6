import { diffError } from "./diff-error.ts";
import type { Hunk } from "./file-diff.ts";

/**
 * The text that hunks make of a file, byte by byte (latin1). A hunk belongs where its header says, or else at the one
 * place where all of its old lines stand: programs that apply diffs search in orders of their own, so that with two such
 * places they could write something else than what was judged. Hunks keep their order.
 *
 * Throws the usage error `DIFF_DOES_NOT_APPLY` with the diff's line. Pure.
 */
export function applyHunks(text: string, hunks: readonly Hunk[], path: string): string {
  const lines = splitKeepingEnds(text);
  const result: string[] = [];
  let done = 0;
  let grown = 0;
  for (const hunk of hunks) {
    const before = hunk.lines.filter(({ kind }) => kind !== "added").map((line) => line.text);
    const after = hunk.lines.filter(({ kind }) => kind !== "removed").map((line) => line.text);
    const [wanted, placed] = [indexOf(hunk.oldStart, before), indexOf(hunk.newStart, after)];
    const place =
      placed - wanted === grown && fits(lines, before, wanted) ? wanted : findOnlyPlace(lines, before);
    if (place === null || place < done) {
      const reason = `the hunk at line ${hunk.oldStart} of ${JSON.stringify(path)} is not what stands there`;
      throw diffError("DIFF_DOES_NOT_APPLY", { line: hunk.at, reason });
    }
    for (let each = done; each < place; each += 1) result.push(lines[each] ?? "");
    for (const line of after) result.push(line);
    done = place + before.length;
    grown += after.length - before.length;
  }
  for (let each = done; each < lines.length; each += 1) result.push(lines[each] ?? "");
  return result.join("");
}

function splitKeepingEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Headers count from 1, and where a side is empty they name the line ahead of it. */
function indexOf(start: number, side: readonly string[]): number {
  return side.length === 0 ? start : start - 1;
}

function fits(lines: readonly string[], before: readonly string[], at: number): boolean {
  const isInside = at >= 0 && at + before.length <= lines.length;
  return isInside && before.every((line, index) => lines[at + index] === line);
}

/** Lines that are only added could go anywhere. */
function findOnlyPlace(lines: readonly string[], before: readonly string[]): number | null {
  let found: number | null = null;
  for (let at = 0; at + before.length <= lines.length; at += 1) {
    if (!fits(lines, before, at)) continue;
    if (found !== null || before.length === 0) return null;
    found = at;
  }
  return found;
}
