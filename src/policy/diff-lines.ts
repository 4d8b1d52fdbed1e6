import { diffLines } from "diff";
import type { ChangedFile } from "./change-set.ts";

/** A line of text with its place. */
export type PlacedLine = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
};

/** The lines that a change takes from a file, placed as before, and those that it adds, placed as after. Pure. */
export function diffFileLines({ before, after }: ChangedFile): {
  readonly removed: readonly PlacedLine[];
  readonly added: readonly PlacedLine[];
} {
  const removed: PlacedLine[] = [];
  const added: PlacedLine[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (const part of diffLines(before?.text ?? "", after?.text ?? "")) {
    const lines = part.value.split("\n");
    if (lines.at(-1) === "") lines.pop();
    for (const text of lines) {
      if (part.removed) removed.push({ line: oldLine, text });
      else if (part.added) added.push({ line: newLine, text });
      if (!part.added) oldLine += 1;
      if (!part.removed) newLine += 1;
    }
  }
  return { removed, added };
}
