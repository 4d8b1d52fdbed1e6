import { digest } from "../domain/digest.ts";
import type { Lesson, PatternLesson, RewardLesson } from "../domain/lesson.ts";
import { lessonId } from "./lesson-keys.ts";
import { findEditKinds } from "./policy/find-edit-kinds.ts";
import { leastPromotedReward } from "./policy/measure-reward.ts";

/** What people made of a promotion. `changed`: merged, after a person had changed it. */
export type PromotionFate = "merged" | "changed" | "declined" | "rolled-back";

/** What a promotion earns its arms once a person has had the last word. */
const earned: Readonly<Record<PromotionFate, number>> = {
  merged: 1,
  changed: leastPromotedReward,
  declined: 0,
  "rolled-back": 0,
};

/**
 * The reward of a promotion by what people made of it, in place of the one that the gates gave: it has the same id and is
 * younger, so that the attempt counts once, and a later word outdoes an earlier one. Where memory has no reward of the
 * promotion, its pattern tells the arms. Pure.
 */
export function buildFateReward({
  pattern,
  known,
  fate,
  at,
}: {
  readonly pattern: PatternLesson;
  readonly known: readonly Lesson[];
  readonly fate: PromotionFate;
  /** ISO 8601, UTC. */
  readonly at: string;
}): RewardLesson {
  const { campaign, cycle, item } = pattern;
  const before = known.findLast(
    (lesson): lesson is RewardLesson =>
      lesson.kind === "reward" &&
      lesson.campaign === campaign &&
      lesson.cycle === cycle &&
      (lesson.trust === "person" || lesson.reward >= leastPromotedReward),
  );
  const reward = earned[fate];
  const text = `What was promoted for ${item.title} was ${fate} by a person and earned ${reward}.`;
  if (before !== undefined) return { ...before, trust: "person", at, reward, text };
  const key = digest("reward", campaign, String(cycle), "fate");
  // An edit of two operators is called by both.
  const operators = pattern.origin.split("+").map((operator) => `operator:${operator}`);
  const edits = findEditKinds(pattern.diff).map((kind) => `edit:${kind}`);
  return {
    ...{
      kind: "reward",
      id: lessonId("reward", key, []),
      key,
      campaign,
      cycle,
      at,
      trust: "person",
      item,
      text,
    },
    ...{ files: [], attempt: 1, arms: [...operators, ...edits], reward },
  };
}
