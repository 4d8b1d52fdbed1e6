/** What an arm is expected to earn, as a beta distribution. */
export type Expectation = { readonly alpha: number; readonly beta: number };

/** The mean of a beta distribution. Pure. */
export function meanOf({ alpha, beta }: Expectation): number {
  return alpha / (alpha + beta);
}
