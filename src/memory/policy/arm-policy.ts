import { type ArmPrior, findArmPrior } from "./arm-priors.ts";
import { type Expectation, meanOf } from "./mean-of.ts";
import { sampleBeta } from "./sample-beta.ts";
import { noTally, type Tallies } from "./tally-rewards.ts";

/** One arm's number in a draw; `value` is what is left of it once its price is paid. */
export type ArmDraw = { readonly arm: string; readonly value: number };

/** Which prompts, models, methods and operators earn most in this repository, by kind of work item. */
export type ArmPolicy = {
  /** The prior and what was earned. */
  expect(itemKind: string, arm: string): Expectation;
  /** What an arm is expected to earn beside what it was before anything was earned: from 0.5 to 2, 1 where nothing was. */
  weigh(itemKind: string, arm: string): number;
  /**
   * Thompson sampling: draws a number for each arm from what it is expected to earn, the highest first. What has earned
   * little is drawn now and then, so that it can show that it has become better.
   */
  draw(input: DrawInput): readonly ArmDraw[];
  /** The policy once these arms have earned a reward from 0 to 1, too; this one stays as it is. */
  learn(earned: EarnedReward): ArmPolicy;
};

/** What is drawn between. */
export type DrawInput = {
  readonly itemKind: string;
  readonly arms: readonly string[];
  random(): number;
  /** Instead of the arm's own prior. */
  findPrior?(itemKind: string, arm: string): ArmPrior;
};

/** What arms earned on a kind of item. */
export type EarnedReward = {
  readonly itemKind: string;
  readonly arms: readonly string[];
  readonly reward: number;
};

const leastWeight = 0.5;
const mostWeight = 2;

/** A policy from what was earned. Pure, but for the `random` that a draw is given. */
export function createArmPolicy(tallies: Tallies): ArmPolicy {
  const expectFrom = (prior: ArmPrior, itemKind: string, arm: string): Expectation => {
    const { won, lost } = tallies.get(itemKind)?.get(arm) ?? noTally;
    return { alpha: prior.alpha + won, beta: prior.beta + lost };
  };
  return {
    expect: (itemKind, arm) => expectFrom(findArmPrior(itemKind, arm), itemKind, arm),
    weigh: (itemKind, arm) => {
      if (tallies.get(itemKind)?.has(arm) !== true) return 1;
      const prior = findArmPrior(itemKind, arm);
      const weight = meanOf(expectFrom(prior, itemKind, arm)) / meanOf(prior);
      return Math.min(mostWeight, Math.max(leastWeight, weight));
    },
    draw: ({ itemKind, arms, random, findPrior = findArmPrior }) =>
      arms
        .map((arm) => {
          const prior = findPrior(itemKind, arm);
          return { arm, value: sampleBeta(expectFrom(prior, itemKind, arm), random) - prior.cost };
        })
        .toSorted((a, b) => b.value - a.value),
    learn: (earned) => createArmPolicy(addEarned(tallies, earned)),
  };
}

function addEarned(tallies: Tallies, { itemKind, arms, reward }: EarnedReward): Tallies {
  const ofKind = new Map(tallies.get(itemKind));
  for (const arm of arms) {
    const { tries, won, lost } = ofKind.get(arm) ?? noTally;
    ofKind.set(arm, { tries: tries + 1, won: won + reward, lost: lost + 1 - reward });
  }
  return new Map([...tallies, [itemKind, ofKind]]);
}
