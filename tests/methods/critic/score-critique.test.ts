import { describe, expect, it } from "vitest";
import { type CritiqueTerms, scoreCritique } from "../../../src/methods/critic/score-critique.ts";

const best: CritiqueTerms = { gates: 1, benchmark: 1, maintainability: 1, diffSize: 1, review: 1 };

describe("scoreCritique", () => {
  it("is 1 at best and 0 for what mends nothing, whatever else is said for it", () => {
    expect(scoreCritique(best)).toBeCloseTo(1);
    expect(scoreCritique({ ...best, gates: 0 })).toBe(0);
  });

  it("lets a model's opinion move it by a tenth at most, wherever it stands", () => {
    for (const gates of [0.1, 0.5, 1]) {
      const terms = { ...best, gates, maintainability: gates };
      const moved = scoreCritique({ ...terms, review: 1 }) - scoreCritique({ ...terms, review: 0 });
      expect(moved).toBeCloseTo(0.1);
    }
  });

  it("leaves the share of what could not be measured to the rest", () => {
    expect(scoreCritique({ ...best, benchmark: null, review: null })).toBeCloseTo(1);
    const slower = scoreCritique({ ...best, benchmark: 0, review: null });
    expect(slower).toBeCloseTo(0.8);
    const large = scoreCritique({ ...best, benchmark: null, diffSize: 0, review: null });
    expect(large).toBeCloseTo(0.8125);
  });
});
