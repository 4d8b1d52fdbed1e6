import { diffLines } from "diff";

/** Where a file differs; lines are 1-based. */
export type LineChange = {
  /** Lines of the candidate that the base lacks. */
  readonly added: readonly number[];
  /** Lines of the base that the candidate lacks. */
  readonly removed: readonly number[];
  /** Lines of the candidate on both sides of where something was only taken out. */
  readonly gaps: readonly number[];
  /** Lines of the base on both sides of where something was only put in. */
  readonly seams: readonly number[];
};

/** Compares two texts line by line. Pure. */
export function compareLines(before: string, after: string): LineChange {
  const change = {
    added: [] as number[],
    removed: [] as number[],
    gaps: [] as number[],
    seams: [] as number[],
  };
  let [oldLine, newLine] = [1, 1];
  const parts = diffLines(before, after);
  for (const [at, { value, added, removed }] of parts.entries()) {
    const lines = value.split("\n").length - (value.endsWith("\n") ? 1 : 0);
    const numbers = (from: number) => Array.from({ length: lines }, (_, index) => from + index);
    if (added) change.added.push(...numbers(newLine));
    if (removed) change.removed.push(...numbers(oldLine));
    const isReplaced = [parts[at - 1], parts[at + 1]].some((part) => part?.added || part?.removed);
    if (added && !isReplaced) change.seams.push(...[oldLine - 1, oldLine].filter((line) => line > 0));
    if (removed && !isReplaced) change.gaps.push(...[newLine - 1, newLine].filter((line) => line > 0));
    if (!added) oldLine += lines;
    if (!removed) newLine += lines;
  }
  return change;
}
