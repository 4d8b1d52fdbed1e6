import type { RewardLesson } from "../domain/lesson.ts";
import { type MethodKind, methodKinds } from "../domain/method-kind.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { leastPromotedReward } from "../memory/policy/measure-reward.ts";

/** A finished cycle of this campaign. */
export type PastCycle = {
  readonly item: Pick<WorkItem, "id">;
  readonly method: string;
  readonly outcome: "promoted" | "suggested" | "rejected" | "no-candidate" | "error";
};

/**
 * The methods that were put to work on an item and gave nothing that was promoted, by the rewards of all campaigns and
 * by the cycles of this one, which tell of methods without a candidate, too. A method that won it once is none of them, and
 * cycles that failed say nothing. Pure.
 */
export function findMethodsInVain(
  item: Pick<WorkItem, "id">,
  { rewards, cycles }: { readonly rewards: readonly RewardLesson[]; readonly cycles: readonly PastCycle[] },
): ReadonlySet<MethodKind> {
  const ofItem = rewards.filter((reward) => reward.item.id === item.id && reward.trust === "gates");
  const byCycle = Map.groupBy(ofItem, ({ campaign, cycle }) => JSON.stringify([campaign, cycle]));
  const { won = [], lost = [] } = Object.groupBy([...byCycle.values()], (attempts) =>
    attempts.some(({ reward }) => reward >= leastPromotedReward) ? "won" : "lost",
  );
  const arms = listArms(lost).difference(listArms(won));
  const here = cycles.filter(
    ({ item: { id }, outcome }) => id === item.id && (outcome === "rejected" || outcome === "no-candidate"),
  );
  const methods = new Set(here.map(({ method }) => method));
  return new Set(methodKinds.filter((method) => arms.has(`method:${method}`) || methods.has(method)));
}

function listArms(cycles: readonly (readonly RewardLesson[])[]): ReadonlySet<string> {
  return new Set(cycles.flat().flatMap(({ arms }) => arms));
}
