import { describe, expect, it } from "vitest";
import { createRandom } from "../../../src/domain/create-random.ts";
import { describePolicy } from "../../../src/memory/policy/describe-policy.ts";
import { tallyRewards } from "../../../src/memory/policy/tally-rewards.ts";
import { sampleReward } from "../../helpers/sample-reward.ts";

const at = "2026-11-20T04:00:00.000Z";
const describeRewards = (rewards: Parameters<typeof tallyRewards>[0]) =>
  describePolicy(tallyRewards(rewards, { at, halfLifeDays: 30 }), createRandom(1));

describe("describePolicy", () => {
  it("is empty while nothing was earned", () => {
    expect(describeRewards([])).toEqual([]);
  });

  it("tells tries, mean, interval, chance and weight, the likeliest of each group first", () => {
    const wins = Array.from({ length: 8 }, (_, at) => sampleReward({ cycle: at, arms: ["operator:name"] }));
    const losses = Array.from({ length: 8 }, (_, at) =>
      sampleReward({ cycle: 50 + at, arms: ["operator:negation"], reward: 0 }),
    );
    const rows = describeRewards([...losses, ...wins]);
    expect(rows.map(({ arm, tries, mean }) => [arm, tries, mean])).toEqual([
      ["operator:name", 8, 0.714],
      ["operator:negation", 8, 0.286],
    ]);
    const [name, negation] = rows;
    expect(name?.chance).toBeGreaterThan(0.98);
    expect(name?.low).toBeGreaterThan(0.45);
    expect(name?.low).toBeLessThan(name?.mean ?? 0);
    expect(name?.high).toBeGreaterThan(name?.mean ?? 1);
    expect(name?.weight).toBe(1.429);
    expect(negation?.weight).toBe(0.571);
  });

  it("shows the methods that were not tried beside one that was, with chances that add up", () => {
    const rows = describeRewards([sampleReward({ arms: ["method:direct"] })]);
    expect(rows.map(({ arm }) => arm).toSorted()).toEqual([
      "method:actor-critic",
      "method:adversarial",
      "method:direct",
      "method:plan-build-review",
      "method:test-driven",
    ]);
    expect(rows[0]).toMatchObject({ arm: "method:direct", tries: 1 });
    expect(rows[0]?.chance).toBeGreaterThan(0.95);
    expect(rows.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
    expect(rows[4]).toMatchObject({ tries: 0, weight: 1 });
  });

  it("gives the same table for the same memory, and keeps kinds of items apart", () => {
    const rewards = [sampleReward(), sampleReward({ cycle: 2, itemKind: "lint" })];
    expect(describeRewards(rewards)).toEqual(describeRewards(rewards));
    expect(new Set(describeRewards(rewards).map(({ itemKind }) => itemKind))).toEqual(
      new Set(["failing-test", "lint"]),
    );
  });
});
