import { type Expectation, meanOf } from "./mean-of.ts";

/**
 * A number from the beta distribution with `alpha` and `beta`, both above 0, as a ratio of two gamma numbers. `random`
 * gives numbers from 0 up to, not including, 1.
 *
 * Source: L. Devroye, Non-Uniform Random Variate Generation (1986), IX.3 and IX.4.
 */
export function sampleBeta({ alpha, beta }: Expectation, random: () => number): number {
  const one = sampleGamma(alpha, random);
  const other = sampleGamma(beta, random);
  // Both can vanish when both shapes are tiny.
  return one + other === 0 ? meanOf({ alpha, beta }) : one / (one + other);
}

/** One try in twenty is refused at most; a source of numbers that stands still would be refused for ever. */
const maxTries = 1_000;

/** By G. Marsaglia and W. Tsang, A Simple Method for Generating Gamma Variables (2000); shapes below 1 by their boost. */
function sampleGamma(shape: number, random: () => number): number {
  if (shape < 1) return sampleGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const x = sampleNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
  return shape;
}

/** By G. Box and M. Muller, A Note on the Generation of Random Normal Deviates (1958). */
function sampleNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
