import { describe, expect, it } from "vitest";
import { rankCandidates } from "../../../src/brain/search/rank.ts";
import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";
import { createArmPolicy } from "../../../src/memory/policy/arm-policy.ts";
import { tallyRewards } from "../../../src/memory/policy/tally-rewards.ts";
import { sampleReward } from "../../helpers/sample-reward.ts";

function candidate(key: string, score: number, origin: string): SearchCandidate {
  const edit = { start: 0, end: 1, replacement: key, summary: key, weight: 1 };
  return { edits: [{ path: "src/a.js", edit }], origin, summary: key, score, key: `src/a.js\n${key}` };
}

const found = [
  candidate("first", 0.6, "comparison"),
  candidate("second", 0.5, "name"),
  candidate("third", 0.3, "constant"),
];
const order = (weigh?: (arm: string) => number) =>
  rankCandidates(found, 1, weigh).map(({ summary }) => summary);
const weighBy = (rewards: Parameters<typeof tallyRewards>[0]) => {
  const policy = createArmPolicy(tallyRewards(rewards, { at: "2026-11-20T04:00:00.000Z", halfLifeDays: 30 }));
  return (arm: string) => policy.weigh("failing-test", arm);
};

describe("the order of candidates", () => {
  it("is the same without memory as with one that knows nothing of their operators", () => {
    expect(order(weighBy([]))).toEqual(order());
    expect(order(weighBy([sampleReward({ arms: ["operator:negation"], reward: 0 })]))).toEqual(order());
    expect(rankCandidates(found, 1, weighBy([]))).toEqual(rankCandidates(found, 1));
  });

  it("prefers operators that earned something here, and puts off those that were in vain", () => {
    const thrice = (arms: readonly string[], reward: number) =>
      [1, 2, 3].map((cycle) => sampleReward({ cycle, arms: [...arms], reward }));
    const earned = thrice(["operator:name"], 1);
    const vain = thrice(["operator:comparison"], 0);
    expect(order(weighBy(earned))).toEqual(["second", "first", "third"]);
    expect(order(weighBy(vain))).toEqual(["second", "first", "third"]);
    expect(order(weighBy([...earned, ...vain]))).toEqual(["second", "first", "third"]);
    // What is built in is worth more than one attempt.
    expect(order(weighBy(earned.slice(0, 1)))).toEqual(order());
  });

  it("is moved within bounds: what was in vain a thousand times is still tried", () => {
    const vain = Array.from({ length: 1_000 }, (_, cycle) =>
      sampleReward({ campaign: `night-${cycle}`, arms: ["operator:comparison"], reward: 0 }),
    );
    expect(rankCandidates(found, 1, weighBy(vain)).map(({ summary, score }) => [summary, score])).toEqual([
      ["second", 0.5],
      ["third", 0.3],
      ["first", 0.3],
    ]);
  });
});
