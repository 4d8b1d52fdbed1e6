import type { CampaignLog } from "./campaign/campaign-log.ts";
import type { Config } from "./config/schema.ts";
import type { RewardLesson } from "./domain/lesson.ts";
import { type ArmPolicy, createArmPolicy } from "./memory/policy/arm-policy.ts";
import { tallyRewards } from "./memory/policy/tally-rewards.ts";
import type { Recall } from "./memory/recall.ts";
import type { Clock } from "./ports.ts";

/** Rewards that are looked at, the newest ones: older ones have decayed by then. */
export const maxRewards = 5_000;

/** What attempts earned here, and the policy that follows from it. */
export type OpenPolicy = { readonly rewards: readonly RewardLesson[]; readonly policy: ArmPolicy };

/** Reads the policy of now from memory. Rewards are as old as they were when the campaign's process began. */
export function createPolicyReader({
  recall,
  config,
  clock,
  log,
}: {
  readonly recall: Pick<Recall, "listRewards">;
  readonly config: Pick<Config, "memory">;
  readonly clock: Pick<Clock, "now">;
  readonly log: Pick<CampaignLog, "state">;
}): () => OpenPolicy {
  const at = clock.now();
  let known: (OpenPolicy & { readonly completed: number }) | null = null;
  return () => {
    // Rewards are learned where a cycle ends, and nowhere else.
    const { completed } = log.state();
    if (known?.completed === completed) return known;
    const rewards = recall.listRewards(maxRewards);
    const tallies = tallyRewards(rewards, { at, halfLifeDays: config.memory.halfLifeDays });
    known = { completed, rewards, policy: createArmPolicy(tallies) };
    return known;
  };
}
