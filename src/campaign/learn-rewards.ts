import type { EventOf } from "../domain/events.ts";
import type { RewardLesson } from "../domain/lesson.ts";
import type { LessonSource } from "../memory/build-lesson.ts";
import { buildRewardLesson } from "../memory/build-reward-lesson.ts";
import { findEditKinds } from "../memory/policy/find-edit-kinds.ts";
import { measureReward, suggestedReward } from "../memory/policy/measure-reward.ts";
import type { CycleEvents } from "./cycle-events.ts";
import { isMadeByModel } from "./is-made-by-model.ts";

/** Refused proposals of a cycle that count: a brain that is refused all the time has said so by then. */
const MAX_REFUSALS = 10;

/**
 * What a cycle's attempts earned, one reward each, from its events alone, so that every method and brain feeds it. A
 * candidate that the gates judged pays into all its arms; a refused one earned nothing for whoever made it, and says
 * nothing about the method, which lost no attempt. Pure.
 */
export function learnRewards(events: CycleEvents, source: LessonSource): readonly RewardLesson[] {
  const { item } = events.started;
  const proposals = events.all("candidate-proposed");
  const costUsd = events.all("model-called").reduce((sum, call) => sum + call.costUsd, 0);
  const judged = events.all("candidate-judged").flatMap((verdict) => {
    const proposed = findProposal(proposals, verdict);
    if (proposed === undefined) return [];
    const { status, rule, gates, attempt } = verdict;
    const { diff } = proposed;
    const { failures } = item;
    const isSuggested = events.last("suggested")?.tree === verdict.tree;
    const earned = measureReward({ status, rule, gates, attempt, failures, diff, costUsd });
    if (earned === null) return [];
    const reward = isSuggested ? suggestedReward : earned;
    const arms = [`method:${events.started.method}`, ...listArms(proposed, events)];
    return [buildRewardLesson({ ...source, attempt, tree: verdict.tree, arms, reward })];
  });
  const refused = events
    .all("candidate-refused")
    .slice(0, MAX_REFUSALS)
    .flatMap((verdict) => {
      const proposed = findProposal(proposals, verdict);
      if (proposed === undefined) return [];
      const { attempt, tree } = verdict;
      return [buildRewardLesson({ ...source, attempt, tree, arms: listArms(proposed, events), reward: 0 })];
    });
  return [...judged, ...refused];
}

/** Who made a proposal, by what, and what kind of edit it is. */
function listArms(
  { origin, diff, arms = [] }: EventOf<"candidate-proposed">,
  events: CycleEvents,
): readonly string[] {
  const maker = isMadeByModel(origin, events)
    ? ["brain:llm", `model:${origin}`]
    : ["brain:search", ...origin.split("+").map((operator) => `operator:${operator}`)];
  const edits = findEditKinds(diff).map((kind) => `edit:${kind}`);
  return [...new Set([...maker, ...edits, ...arms])];
}

function findProposal(
  proposals: readonly EventOf<"candidate-proposed">[],
  verdict: { readonly attempt: number; readonly tree: string },
): EventOf<"candidate-proposed"> | undefined {
  return proposals.find(({ attempt, tree }) => attempt === verdict.attempt && tree === verdict.tree);
}
