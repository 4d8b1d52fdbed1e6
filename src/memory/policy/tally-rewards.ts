import type { RewardLesson } from "../../domain/lesson.ts";

/** What an arm has earned on a kind of item. `won` and `lost` are decayed by age, `tries` is not. */
export type ArmTally = { readonly tries: number; readonly won: number; readonly lost: number };

/** Tallies by kind of work item, then by arm. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, ArmTally>>;

/** Nothing earned yet. */
export const noTally: ArmTally = { tries: 0, won: 0, lost: 0 };

const msPerDay = 86_400_000;

/**
 * Adds up what attempts earned their arms. A reward counts half after each `halfLifeDays`, in whole days before `at`
 * (ISO 8601), so that what one night earns weighs the same all night. Only what gates say counts. Pure.
 */
export function tallyRewards(
  rewards: readonly RewardLesson[],
  { at, halfLifeDays }: { readonly at: string; readonly halfLifeDays: number },
): Tallies {
  const tallies = new Map<string, Map<string, ArmTally>>();
  for (const { trust, item, arms, reward, at: earnedAt } of rewards) {
    if (trust !== "gates") continue;
    const days = Math.max(0, Math.floor((Date.parse(at) - Date.parse(earnedAt)) / msPerDay));
    // A date that cannot be read says nothing about age.
    const weight = Number.isNaN(days) ? 1 : 0.5 ** (days / halfLifeDays);
    addReward(tallies, { itemKind: item.kind, arms, reward, weight });
  }
  return tallies;
}

function addReward(
  tallies: Map<string, Map<string, ArmTally>>,
  earned: {
    readonly itemKind: string;
    readonly arms: readonly string[];
    readonly reward: number;
    readonly weight: number;
  },
): void {
  const { itemKind, reward, weight } = earned;
  const ofKind = tallies.get(itemKind) ?? new Map<string, ArmTally>();
  tallies.set(itemKind, ofKind);
  for (const arm of new Set(earned.arms)) {
    const { tries, won, lost } = ofKind.get(arm) ?? noTally;
    ofKind.set(arm, {
      tries: tries + 1,
      won: won + weight * reward,
      lost: lost + weight * (1 - reward),
    });
  }
}
