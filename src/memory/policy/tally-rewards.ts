import type { RewardLesson } from "../../domain/lesson.ts";

/** What an arm has earned on a kind of item. `won` and `lost` are decayed by age, `tries` is not. */
export type ArmTally = { readonly tries: number; readonly won: number; readonly lost: number };

/** Tallies by kind of work item, then by arm. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, ArmTally>>;

/** Nothing earned yet. */
export const noTally: ArmTally = { tries: 0, won: 0, lost: 0 };

const msPerDay = 86_400_000;
/** What one night can say about one operator, in attempts: a night that goes wrong must not bury it. */
const maxNightlyTries = 6;

/**
 * Adds up what attempts earned their arms. A reward counts half after each `halfLifeDays`, in whole days before `at`
 * (ISO 8601), so that what one night earns weighs the same all night. One campaign says of an operator as much as six
 * attempts at most. Only what gates and people say counts. Pure.
 */
export function tallyRewards(
  rewards: readonly RewardLesson[],
  { at, halfLifeDays }: { readonly at: string; readonly halfLifeDays: number },
): Tallies {
  const tallies = new Map<string, Map<string, ArmTally>>();
  const shareOf = createNightShare(rewards);
  for (const one of rewards) {
    const { trust, item, arms, reward, at: earnedAt } = one;
    if (trust === "model") continue;
    const days = Math.max(0, Math.floor((Date.parse(at) - Date.parse(earnedAt)) / msPerDay));
    // A date that cannot be read says nothing about age.
    const weight = Number.isNaN(days) ? 1 : 0.5 ** (days / halfLifeDays);
    for (const arm of new Set(arms))
      addReward(tallies, { itemKind: item.kind, arm, reward, weight: weight * shareOf(one, arm) });
  }
  return tallies;
}

function addReward(
  tallies: Map<string, Map<string, ArmTally>>,
  earned: {
    readonly itemKind: string;
    readonly arm: string;
    readonly reward: number;
    readonly weight: number;
  },
): void {
  const { itemKind, arm, reward, weight } = earned;
  const ofKind = tallies.get(itemKind) ?? new Map<string, ArmTally>();
  tallies.set(itemKind, ofKind);
  const { tries, won, lost } = ofKind.get(arm) ?? noTally;
  ofKind.set(arm, {
    tries: tries + 1,
    won: won + weight * reward,
    lost: lost + weight * (1 - reward),
  });
}

/** How much of an attempt counts, by how often its campaign has tried the operator on that kind of item. */
function createNightShare(rewards: readonly RewardLesson[]): (one: RewardLesson, arm: string) => number {
  const counts = new Map<string, number>();
  const nameNight = ({ campaign, item }: RewardLesson, arm: string) =>
    JSON.stringify([campaign, item.kind, arm]);
  for (const one of rewards) {
    if (one.trust === "model") continue;
    for (const arm of new Set(one.arms)) {
      const night = nameNight(one, arm);
      counts.set(night, (counts.get(night) ?? 0) + 1);
    }
  }
  return (one, arm) =>
    arm.startsWith("operator:") ? Math.min(1, maxNightlyTries / (counts.get(nameNight(one, arm)) ?? 1)) : 1;
}
