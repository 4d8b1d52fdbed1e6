import type { EditMeasures } from "./measure-edits.ts";

/** Levels of nesting added to one function that leave nothing of that part of the score. */
const WORST_NESTING = 3;

/**
 * How easy to read what edits leave is, from 0 to 1: the mean of the share of added lines that are not too long, how
 * little the nesting grows, and the share of new names that are more than a letter. Pure.
 */
export function scoreReadability(measures: EditMeasures): number {
  const { addedLines, longLines, nestingGrowth, newNames, terseNames } = measures;
  const lines = addedLines === 0 ? 1 : 1 - longLines / addedLines;
  const nesting = 1 - Math.min(1, nestingGrowth / WORST_NESTING);
  const names = newNames === 0 ? 1 : 1 - terseNames / newNames;
  return (lines + nesting + names) / 3;
}
