import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreCandidate } from "../../../src/methods/score/score-candidate.ts";
import { type CorrectnessEvidence, scoreCorrectness } from "../../../src/methods/score/score-correctness.ts";
import { scoreDiffSize } from "../../../src/methods/score/score-diff-size.ts";
import { scoreMaintainability } from "../../../src/methods/score/score-maintainability.ts";
import { scorePerformance } from "../../../src/methods/score/score-performance.ts";
import { scoreReadability } from "../../../src/methods/score/score-readability.ts";

const green: CorrectnessEvidence = {
  ...{ isGreen: true, mended: 2, targets: 2, attacks: 0, attacksFailed: 0, behaviourShare: null },
};
const plain = {
  ...{ files: 1, addedLines: 1, removedLines: 1, longLines: 0, functions: 1 },
  ...{ complexityGrowth: 0, nestingGrowth: 0, newNames: 0, terseNames: 0, duplicatedLines: 0 },
};
const seed = { seed: Number(process.env.NIGHTSHIFT_SEED ?? 1), numRuns: 200 };

describe("scoreCorrectness", () => {
  it.each([
    ["everything mended", {}, 1],
    ["half of it mended", { mended: 1 }, 0.5],
    ["nothing mended", { mended: 0 }, 0],
    ["something broken", { isGreen: false }, 0],
    ["half of the attacks failed", { attacks: 4, attacksFailed: 2 }, 0.75],
    ["every attack failed", { attacks: 2, attacksFailed: 2 }, 0.5],
    ["alone among five", { behaviourShare: 0.2 }, 0.76],
    ["behaving as all do", { behaviourShare: 1 }, 1],
  ])("is right for %s", (_title, changes, expected) => {
    expect(scoreCorrectness({ ...green, ...changes })).toBeCloseTo(expected, 10);
  });
});

describe("the measured parts", () => {
  it("give the smallest clean fix full marks", () => {
    expect([scoreReadability(plain), scoreMaintainability(plain), scoreDiffSize(plain)]).toEqual([1, 1, 1]);
  });

  it("take something off for each kind of fault", () => {
    expect(scoreReadability({ ...plain, longLines: 1 })).toBeCloseTo(2 / 3);
    expect(scoreReadability({ ...plain, nestingGrowth: 9 })).toBeCloseTo(2 / 3);
    expect(scoreReadability({ ...plain, newNames: 2, terseNames: 1 })).toBeCloseTo(5 / 6);
    expect(scoreMaintainability({ ...plain, complexityGrowth: 4 })).toBe(0.75);
    expect(scoreMaintainability({ ...plain, duplicatedLines: 3 })).toBe(0.5);
    expect(scoreDiffSize({ ...plain, addedLines: 21 })).toBe(0.5);
    expect(scoreDiffSize({ ...plain, files: 5 })).toBe(0.5);
  });

  it("do not reward code that is taken away with more than full marks", () => {
    expect(scoreMaintainability({ ...plain, complexityGrowth: -9 })).toBe(1);
  });
});

describe("scorePerformance", () => {
  it.each([
    ["the fastest", 100, [100, 400], 1],
    ["within the noise of slow runs", 1200, [1000, 1200], 1],
    ["within the noise of quick runs", 55, [10, 55], 1],
    ["four times as slow", 1000, [250, 1000], 0.3125],
    ["alone", 1000, [1000], 1],
    ["not measured", null, [10, 1000], 1],
    ["the only one measured", 1000, [1000, null], 1],
  ])("is right for %s", (_title, own, all, expected) => {
    expect(scorePerformance(own, all)).toBeCloseTo(expected, 10);
  });
});

describe("scoreCandidate", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const parts = fc.record({ performance: unit, readability: unit, maintainability: unit, diffSize: unit });

  it("is 0 for whatever fails, whatever the weights", () => {
    fc.assert(
      fc.property(parts, parts, (measured, weights) => {
        const correctness = scoreCorrectness({ ...green, isGreen: false });
        expect(scoreCandidate({ ...measured, correctness }, weights).total).toBe(0);
      }),
      seed,
    );
  });

  it("stays between 0 and the correctness, and never falls when a part rises", () => {
    fc.assert(
      fc.property(parts, parts, unit, (measured, weights, correctness) => {
        const { total } = scoreCandidate({ ...measured, correctness }, weights);
        const better = scoreCandidate({ ...measured, diffSize: 1, correctness }, weights).total;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(correctness + 1e-9);
        expect(better).toBeGreaterThanOrEqual(total - 1e-9);
      }),
      seed,
    );
  });

  it("is the correctness where no weight counts", () => {
    const none = { performance: 0, readability: 0, maintainability: 0, diffSize: 0 };
    expect(scoreCandidate({ ...none, correctness: 0.6 }, none).total).toBe(0.6);
  });
});
