import { describe, expect, it } from "vitest";
import {
  type JudgedAttempt,
  leastPromotedReward,
  measureReward,
  mostRejectedReward,
} from "../../../src/memory/policy/measure-reward.ts";
import { renderDiff } from "../../helpers/sample-lessons.ts";

const promoted: JudgedAttempt = {
  status: "promote",
  rule: "gates",
  gates: [],
  failures: 2,
  attempt: 1,
  diff: renderDiff("src/a.js", "a < b", "a <= b"),
  costUsd: 0,
};
const gate = (status: "green" | "red" | "error", fixed: number, broken: number) => ({
  status,
  fixed: Array.from({ length: fixed }, (_, at) => `fixed ${at}`),
  broken: Array.from({ length: broken }, (_, at) => `broken ${at}`),
});
const rejected = (rule: string, ...gates: readonly ReturnType<typeof gate>[]): JudgedAttempt => ({
  ...{ ...promoted, status: "reject" as const },
  rule,
  gates,
});

describe("measureReward", () => {
  it("gives a promotion nearly 1, and a little less for each of price, size and attempts", () => {
    const best = measureReward(promoted) ?? 0;
    expect(best).toBeGreaterThan(0.99);
    const large = `--- a/x\n+++ b/x\n@@ -0,0 +1,5000 @@\n${"+line\n".repeat(5_000)}`;
    const dear = { ...promoted, costUsd: 90, attempt: 9, diff: large };
    expect(measureReward({ ...promoted, costUsd: 0.25 })).toBeCloseTo(best - 0.05);
    expect(measureReward({ ...promoted, attempt: 2 })).toBeLessThan(best);
    expect(measureReward({ ...promoted, diff: large })).toBeCloseTo(0.9);
    expect(measureReward(dear)).toBeCloseTo(leastPromotedReward);
  });

  it("gives a rejected attempt a small share of what it mended", () => {
    expect(measureReward(rejected("gate", gate("red", 0, 0)))).toBe(0);
    expect(measureReward(rejected("gate", gate("red", 1, 0)))).toBeCloseTo(mostRejectedReward / 2);
    expect(measureReward(rejected("strict", gate("green", 9, 0)))).toBeCloseTo(mostRejectedReward);
    expect(mostRejectedReward).toBeLessThan(leastPromotedReward);
  });

  it("gives nothing for what breaks something, wherever it broke", () => {
    expect(measureReward(rejected("gate", gate("green", 2, 0), gate("red", 0, 1)))).toBe(0);
  });

  it.each(["tampered", "identity", "policy", "avoided"])("gives nothing for what %s refused", (rule) => {
    expect(measureReward(rejected(rule, gate("green", 2, 0)))).toBe(0);
  });

  it("says nothing of errors and time-outs, which are no evidence", () => {
    expect(measureReward(rejected("error", gate("green", 2, 0)))).toBeNull();
    expect(measureReward(rejected("gate", gate("green", 2, 0), gate("error", 0, 0)))).toBeNull();
  });

  it("stays between 0 and 1 for an item that names nothing", () => {
    expect(measureReward({ ...rejected("gate", gate("red", 5, 0)), failures: 0 })).toBeCloseTo(0.3);
  });
});
