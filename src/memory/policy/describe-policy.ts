import { type ArmPolicy, createArmPolicy } from "./arm-policy.ts";
import { armsWithPriors } from "./arm-priors.ts";
import { meanOf } from "./mean-of.ts";
import { sampleBeta } from "./sample-beta.ts";
import { noTally, type Tallies } from "./tally-rewards.ts";

/** Draws that chances and intervals are counted from; they are right to about a hundredth. */
const draws = 2_000;
const lowShare = 0.05;
const highShare = 0.95;

/** An arm on a kind of work item, as a person reads it. */
export type ArmDescription = {
  readonly itemKind: string;
  readonly arm: string;
  /** Attempts that it was rewarded for, however old. */
  readonly tries: number;
  /** What it is expected to earn, from 0 to 1, and where that lies with a probability of 90 %. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Share of draws that it wins against the other arms of its group, such as all `method:`. */
  readonly chance: number;
  /** What multiplies the score of what it makes, where scores are multiplied; 1 where it earned nothing. */
  readonly weight: number;
};

/** The policy as a table: by kind of item and group, the likeliest arms first. Pure, but for `random`. */
export function describePolicy(tallies: Tallies, random: () => number): readonly ArmDescription[] {
  const policy = createArmPolicy(tallies);
  return [...tallies.keys()].toSorted().flatMap((itemKind) => {
    const seen = [...(tallies.get(itemKind)?.keys() ?? [])];
    const groups = new Set(seen.map(groupOf));
    const known = armsWithPriors.filter((arm) => groups.has(groupOf(arm)));
    const arms = [...new Set([...seen, ...known])].toSorted();
    return [...groups].toSorted().flatMap((group) => {
      const own = arms.filter((arm) => groupOf(arm) === group);
      return describeGroup({ itemKind, arms: own, tallies, policy }, random);
    });
  });
}

function describeGroup(
  {
    itemKind,
    arms,
    tallies,
    policy,
  }: {
    readonly itemKind: string;
    readonly arms: readonly string[];
    readonly tallies: Tallies;
    readonly policy: ArmPolicy;
  },
  random: () => number,
): readonly ArmDescription[] {
  const wins = new Map<string, number>();
  for (let at = 0; at < draws; at += 1) {
    const [first] = policy.draw({ itemKind, arms, random });
    if (first !== undefined) wins.set(first.arm, (wins.get(first.arm) ?? 0) + 1);
  }
  const rows = arms.map((arm) => {
    const expectation = policy.expect(itemKind, arm);
    const sorted = Array.from({ length: draws }, () => sampleBeta(expectation, random)).toSorted(
      (a, b) => a - b,
    );
    const at = (share: number) => sorted[Math.floor(share * (draws - 1))] ?? 0;
    return {
      ...{ itemKind, arm, tries: (tallies.get(itemKind)?.get(arm) ?? noTally).tries },
      ...{ mean: round(meanOf(expectation)), low: round(at(lowShare)), high: round(at(highShare)) },
      ...{ chance: round((wins.get(arm) ?? 0) / draws), weight: round(policy.weigh(itemKind, arm)) },
    };
  });
  return rows.toSorted((a, b) => b.chance - a.chance || b.mean - a.mean);
}

function groupOf(arm: string): string {
  return arm.split(":", 1)[0] ?? "";
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
