import type { EditMeasures } from "./measure-edits.ts";

/** Decisions added that halve that part of the score. */
const HALVING_COMPLEXITY = 4;

/**
 * How easy to maintain what edits leave is, from 0 to 1: the mean of how little the cyclomatic complexity grows, and the
 * share of added lines that are no copies. Pure.
 */
export function scoreMaintainability({
  addedLines,
  complexityGrowth,
  duplicatedLines,
}: Pick<EditMeasures, "addedLines" | "complexityGrowth" | "duplicatedLines">): number {
  const simplicity = 1 / (1 + Math.max(0, complexityGrowth) / HALVING_COMPLEXITY);
  const originality = addedLines === 0 ? 1 : 1 - Math.min(1, duplicatedLines / addedLines);
  return (simplicity + originality) / 2;
}
