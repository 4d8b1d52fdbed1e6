import { describe, expect, it } from "vitest";
import { createArmPolicy } from "../../../src/memory/policy/arm-policy.ts";
import { tallyRewards } from "../../../src/memory/policy/tally-rewards.ts";
import { sampleReward } from "../../helpers/sample-reward.ts";

const at = "2026-11-20T04:00:00.000Z";
const tally = (rewards: Parameters<typeof tallyRewards>[0], halfLifeDays = 30, now = at) =>
  tallyRewards(rewards, { at: now, halfLifeDays });

describe("tallyRewards", () => {
  it("adds up rewards by kind of item and by arm", () => {
    const tallies = tally([
      sampleReward({ reward: 0.9 }),
      sampleReward({ cycle: 2, reward: 0.1, arms: ["method:direct"] }),
      sampleReward({ cycle: 3, reward: 1, itemKind: "lint" }),
    ]);
    expect(tallies.get("failing-test")?.get("method:direct")).toEqual({ tries: 2, won: 1, lost: 1 });
    expect(tallies.get("failing-test")?.get("operator:comparison")?.tries).toBe(1);
    expect(tallies.get("lint")?.get("method:direct")).toEqual({ tries: 1, won: 1, lost: 0 });
  });

  it("counts a reward half after each half-life, and never forgets that it was a try", () => {
    const old = sampleReward({ at: "2026-09-21T00:00:00.000Z", reward: 1 });
    expect(tally([old]).get("failing-test")?.get("method:direct")).toEqual({ tries: 1, won: 0.25, lost: 0 });
    const year = tally([old], 1, "2027-09-22T00:00:00.000Z").get("failing-test")?.get("method:direct");
    expect(year?.won).toBeLessThan(1e-6);
  });

  it("weighs what one night earns the same all night, and what comes from the future as of now", () => {
    const evening = sampleReward({ at: "2026-11-20T23:59:00.000Z" });
    const later = sampleReward({ cycle: 2, at: "2026-11-22T05:00:00.000Z" });
    expect(
      tally([evening, later], 1, "2026-11-21T04:00:00.000Z").get("failing-test")?.get("method:direct")?.won,
    ).toBe(2);
  });

  it("lets one night say as much of an operator as six attempts, and the next night as much again", () => {
    const night = (campaign: string, count: number) =>
      Array.from({ length: count }, (_none, at) => sampleReward({ campaign, attempt: at + 1, reward: 0 }));
    const lost = (rewards: ReturnType<typeof night>, arm = "operator:comparison") =>
      tally(rewards).get("failing-test")?.get(arm)?.lost;
    expect(lost(night("night-1", 4))).toBe(4);
    expect(lost(night("night-1", 60))).toBeCloseTo(6);
    expect(lost([...night("night-1", 60), ...night("night-2", 2)])).toBeCloseTo(8);
    expect(lost(night("night-1", 60), "method:direct")).toBe(60);
    expect(
      createArmPolicy(tally(night("night-1", 60))).weigh("failing-test", "operator:comparison"),
    ).toBeCloseTo(4 / 7);
  });

  it("believes gates and people alone, and a date that cannot be read", () => {
    const opinion = { ...sampleReward(), trust: "model" as const };
    expect(tally([opinion]).size).toBe(0);
    const person = { ...sampleReward({ reward: 0 }), trust: "person" as const };
    expect(tally([person, opinion]).get("failing-test")?.get("operator:comparison")?.lost).toBe(1);
    const dateless = { ...sampleReward(), at: "yesterday" };
    expect(tally([dateless]).get("failing-test")?.get("method:direct")?.won).toBe(1);
  });

  it("counts an arm that is named twice once", () => {
    const twice = sampleReward({ arms: ["edit:call", "edit:call"] });
    expect(tally([twice]).get("failing-test")?.get("edit:call")?.tries).toBe(1);
  });
});
