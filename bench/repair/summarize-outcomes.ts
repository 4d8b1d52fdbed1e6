import type { CountedOutcome } from "./run-bugs.ts";

/** What a group of bugs came to. Medians and 90 % marks are of the bugs that got a proposal. */
export type Summary = {
  readonly bugs: number;
  readonly plausible: number;
  readonly correct: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
  readonly medianCandidates: number;
  readonly p90Candidates: number;
};

/** Counts a group of outcomes. Pure. */
export function summarizeOutcomes(outcomes: readonly CountedOutcome[]): Summary {
  const proposed = outcomes.filter(({ summary }) => summary !== "");
  const seconds = proposed.map((outcome) => outcome.seconds);
  const candidates = proposed.map((outcome) => outcome.candidates);
  return {
    bugs: outcomes.length,
    plausible: outcomes.filter(({ isPlausible }) => isPlausible).length,
    correct: outcomes.filter(({ isFirstCorrect }) => isFirstCorrect).length,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
    medianCandidates: quantile(candidates, 0.5),
    p90Candidates: quantile(candidates, 0.9),
  };
}

/** The smallest value that this share of the values does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
