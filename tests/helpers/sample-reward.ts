import type { RewardLesson } from "../../src/domain/lesson.ts";
import { buildRewardLesson } from "../../src/memory/build-reward-lesson.ts";

/** The reward of an attempt; each cycle and attempt has one of its own. */
export function sampleReward(
  changes: Partial<
    Pick<Parameters<typeof buildRewardLesson>[0], "campaign" | "cycle" | "at" | "attempt" | "arms" | "reward">
  > & { readonly item?: string; readonly itemKind?: string } = {},
): RewardLesson {
  const { item = "item-1", itemKind = "failing-test", ...rest } = changes;
  return buildRewardLesson({
    ...{ campaign: "night-1", cycle: 1, at: "2026-11-20T03:00:00.000Z", attempt: 1 },
    ...{ arms: ["method:direct", "operator:comparison"], reward: 1, tree: "tree" },
    ...rest,
    item: { id: item, kind: itemKind, title: "test/cart.test.js: adds", signature: "expected N" },
  });
}
