import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/domain/create-random.ts";
import { sampleBeta } from "../../../src/memory/policy/sample-beta.ts";

const count = 4_000;

function sample(alpha: number, beta: number, seed = 7): readonly number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => sampleBeta({ alpha, beta }, random));
}

describe("sampleBeta", () => {
  it.each([
    [1, 1],
    [2, 5],
    [9, 1],
    [0.4, 0.4],
    [200, 300],
  ])("has the mean and the variance of beta(%d, %d)", (alpha, beta) => {
    const numbers = sample(alpha, beta);
    const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
    const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    const total = alpha + beta;
    expect(mean).toBeCloseTo(alpha / total, 1);
    expect(Math.abs(mean - alpha / total)).toBeLessThan(0.025);
    const expected = (alpha * beta) / (total ** 2 * (total + 1));
    expect(variance / expected).toBeGreaterThan(0.85);
    expect(variance / expected).toBeLessThan(1.15);
    expect(numbers.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it("gives the same numbers under the same seed, and other ones under another", () => {
    expect(sample(2, 3, 1)).toEqual(sample(2, 3, 1));
    expect(sample(2, 3, 1)).not.toEqual(sample(2, 3, 2));
  });

  it("gives a number for random sources that begin with 0 and for tiny shapes", () => {
    expect(sampleBeta({ alpha: 1, beta: 1 }, () => 0)).toBeCloseTo(0.5);
    const [least = -1] = sample(1e-3, 1e-3).toSorted((a, b) => a - b);
    expect(least).toBeGreaterThanOrEqual(0);
  });
});
