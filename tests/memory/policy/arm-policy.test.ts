import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/domain/create-random.ts";
import { type ArmPolicy, createArmPolicy } from "../../../src/memory/policy/arm-policy.ts";
import { findArmPrior } from "../../../src/memory/policy/arm-priors.ts";

const kind = "failing-test";
const empty = createArmPolicy(new Map());

function learnOften(policy: ArmPolicy, arm: string, reward: number, times: number): ArmPolicy {
  let learned = policy;
  for (let at = 0; at < times; at += 1) learned = learned.learn({ itemKind: kind, arms: [arm], reward });
  return learned;
}

describe("createArmPolicy", () => {
  it("weighs every arm 1 while nothing was earned", () => {
    for (const arm of ["operator:comparison", "method:direct", "brain:llm"])
      expect(empty.weigh(kind, arm)).toBe(1);
  });

  it("weighs what earned much up to 2 and what earned nothing down to 0.5, for that kind of item alone", () => {
    const once = learnOften(empty, "operator:name", 1, 1);
    expect(once.weigh(kind, "operator:name")).toBeCloseTo(10 / 9);
    expect(learnOften(empty, "operator:name", 1, 1_000).weigh(kind, "operator:name")).toBeLessThanOrEqual(2);
    expect(learnOften(empty, "operator:name", 0, 1).weigh(kind, "operator:name")).toBeCloseTo(8 / 9);
    expect(learnOften(empty, "operator:name", 0, 1_000).weigh(kind, "operator:name")).toBe(0.5);
    expect(once.weigh("lint", "operator:name")).toBe(1);
    expect(once.weigh(kind, "operator:comparison")).toBe(1);
    expect(empty.weigh(kind, "operator:name")).toBe(1);
  });

  it("draws the same under the same seed and memory, and gives every arm a number", () => {
    const draw = (seed: number) =>
      empty.draw({ itemKind: kind, arms: ["a:1", "a:2", "a:3"], random: createRandom(seed) });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(
      draw(1)
        .map(({ arm }) => arm)
        .toSorted(),
    ).toEqual(["a:1", "a:2", "a:3"]);
    const [first, second, third] = draw(1).map(({ value }) => value);
    expect(first).toBeGreaterThanOrEqual(second ?? 1);
    expect(second).toBeGreaterThanOrEqual(third ?? 1);
  });

  it("takes an arm's price off what is drawn for it", () => {
    const draws = (cost: number) =>
      empty.draw({
        ...{ itemKind: kind, arms: ["a:1"], random: createRandom(3) },
        findPrior: () => ({ alpha: 5, beta: 5, cost }),
      })[0]?.value ?? 0;
    expect(draws(0) - draws(0.25)).toBeCloseTo(0.25);
  });

  it("prefers the cheap arm of two that promise the same", () => {
    const random = createRandom(5);
    let cheap = 0;
    for (let at = 0; at < 500; at += 1) {
      const [first] = empty.draw({
        ...{ itemKind: kind, arms: ["a:dear", "a:cheap"], random },
        findPrior: (_, arm) => ({ alpha: 4, beta: 4, cost: arm === "a:dear" ? 0.2 : 0 }),
      });
      if (first?.arm === "a:cheap") cheap += 1;
    }
    expect(cheap).toBeGreaterThan(350);
    expect(cheap).toBeLessThan(500);
  });

  it("comes to pick the better of two arms nearly always, and finds out when it was the other one at first", () => {
    const random = createRandom(11);
    const pay: Readonly<Record<string, number>> = { "a:good": 0.7, "a:bad": 0.3 };
    // The bad one was lucky before.
    let policy = learnOften(empty, "a:bad", 1, 2);
    const picks: string[] = [];
    for (let at = 0; at < 400; at += 1) {
      const arm = policy.draw({ itemKind: kind, arms: Object.keys(pay), random })[0]?.arm ?? "";
      picks.push(arm);
      policy = policy.learn({ itemKind: kind, arms: [arm], reward: random() < (pay[arm] ?? 0) ? 1 : 0 });
    }
    const good = (from: number, to: number) =>
      picks.slice(from, to).filter((arm) => arm === "a:good").length / (to - from);
    expect(good(0, 10)).toBeLessThan(0.95);
    expect(good(200, 400)).toBeGreaterThan(0.9);
    expect(picks.slice(20)).toContain("a:bad");
  });

  it("knows priors as data: direct first for what is cheap to mend, and nothing of what has none", () => {
    expect(findArmPrior("lint", "method:direct")).toEqual({ alpha: 12, beta: 1, cost: 0 });
    expect(findArmPrior("golden", "method:direct")).toEqual({ alpha: 6, beta: 2, cost: 0 });
    expect(findArmPrior("lint", "operator:toString")).toEqual({ alpha: 4, beta: 4, cost: 0 });
    expect(findArmPrior("lint", "edit:toString")).toEqual({ alpha: 1, beta: 1, cost: 0 });
    expect(findArmPrior("lint", "constructor")).toEqual({ alpha: 1, beta: 1, cost: 0 });
  });
});
