import type { ChangedFile } from "./change-set.ts";
import type { PlacedLine } from "./diff-lines.ts";

/**
 * Lines that a file has now and did not have before, wherever they stood: a line that only moved is not new, one that
 * is there once more is. Line ends (LF, CRLF) are no part of a line. Quicker than a diff. Pure.
 */
export function listNewLines({
  before,
  after,
}: Pick<ChangedFile, "before" | "after">): readonly PlacedLine[] {
  const left = new Map<string, number>();
  for (const line of splitLines(before?.text ?? "")) left.set(line, (left.get(line) ?? 0) + 1);
  return splitLines(after?.text ?? "").flatMap((text, at) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [{ line: at + 1, text }];
  });
}

function splitLines(text: string): readonly string[] {
  return text.split(/\r?\n/);
}
