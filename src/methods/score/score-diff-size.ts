import type { EditMeasures } from "./measure-edits.ts";

/** A line that is replaced: no fix is smaller. */
const SMALLEST = 2;
/** Lines beyond it that halve the score. */
const HALVING_LINES = 20;
/** What each file after the first counts as: a reader has to look in another place. */
const LINES_PER_FILE = 5;

/** How small edits are, from 0 to 1: 1 for one replaced line, 0.5 for about twenty more. Pure. */
export function scoreDiffSize({
  files,
  addedLines,
  removedLines,
}: Pick<EditMeasures, "files" | "addedLines" | "removedLines">): number {
  const lines = addedLines + removedLines + LINES_PER_FILE * Math.max(0, files - 1);
  return 1 / (1 + Math.max(0, lines - SMALLEST) / HALVING_LINES);
}
