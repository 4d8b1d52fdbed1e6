import type { Config } from "../../config/schema.ts";

type Weights = Config["method"]["weights"];

/** A candidate's score and what it is made of, each from 0 to 1. */
export type CandidateScore = { readonly [Part in keyof Weights]: number } & {
  readonly total: number;
  readonly correctness: number;
};

/**
 * The weighted mean of the parts, times the correctness: whatever fails scores 0, whatever the weights. Correctness alone
 * counts where all weights are 0. Pure.
 */
export function scoreCandidate(parts: Omit<CandidateScore, "total">, weights: Weights): CandidateScore {
  const names = Object.keys(weights) as (keyof Weights)[];
  const weight = names.reduce((sum, name) => sum + weights[name], 0);
  const weighted = names.reduce((sum, name) => sum + weights[name] * parts[name], 0);
  return { ...parts, total: parts.correctness * (weight === 0 ? 1 : weighted / weight) };
}
