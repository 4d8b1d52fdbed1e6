/** What a critic measured of a proposal, each from 0 to 1; null where there was nothing to measure. */
export type CritiqueTerms = {
  /** Share of the item's targets that are mended; 0 where anything else broke or the run gave no evidence. */
  readonly gates: number;
  readonly benchmark: number | null;
  readonly maintainability: number;
  readonly diffSize: number;
  /** A model's opinion. */
  readonly review: number | null;
};

/** What is measured counts by these; terms that are null leave their share to the others. */
const weights = { gates: 0.5, benchmark: 0.2, maintainability: 0.15, diffSize: 0.15 } as const;
/** The most that a model's opinion counts. */
const reviewShare = 0.1;

/**
 * The critic's score, from 0 to 1. What mends nothing or breaks something scores 0, whatever else is said for it, and a
 * model's opinion moves it by a tenth at most. Pure.
 */
export function scoreCritique(terms: CritiqueTerms): number {
  if (terms.gates === 0) return 0;
  let [sum, weight] = [0, 0];
  for (const name of Object.keys(weights) as (keyof typeof weights)[]) {
    const term = terms[name];
    if (term === null) continue;
    sum += weights[name] * term;
    weight += weights[name];
  }
  const measured = sum / weight;
  return terms.review === null ? measured : (1 - reviewShare) * measured + reviewShare * terms.review;
}
