import type { RewardLesson } from "../domain/lesson.ts";
import { type MethodKind, methodKinds } from "../domain/method-kind.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { ArmPolicy } from "../memory/policy/arm-policy.ts";
import { type ArmPrior, findArmPrior } from "../memory/policy/arm-priors.ts";
import { findMethodsInVain, type PastCycle } from "./find-methods-in-vain.ts";
import type { MethodStep } from "./method.ts";

/** From the cheapest to the dearest; what one could not do is for those behind it. */
const ladder: readonly MethodKind[] = [
  "direct",
  "plan-build-review",
  "adversarial",
  "actor-critic",
  "test-driven",
];
/** What the next step of the ladder is worth beyond its prior, in rewards, once an item was tried in vain. */
const NEXT_STEP_BONUS = 20;

/** What a choice stands on. */
export type MethodChoiceInput = {
  readonly item: Pick<WorkItem, "id" | "kind">;
  /** As configured. */
  readonly kind: MethodKind | "auto";
  readonly hasModel: boolean;
  readonly policy: ArmPolicy;
  readonly rewards: readonly RewardLesson[];
  /** Of this campaign. */
  readonly cycles: readonly PastCycle[];
  random(): number;
};

/** The method, and how it was chosen; null where there was no choice. */
export type MethodChoice = { readonly kind: MethodKind; readonly choice: MethodStep | null };

/**
 * Chooses how brains are put to work on an item. What a person asks for is always `test-driven`, since nothing else can
 * show that it is done. `auto` without a model is `direct`; with one it draws between the methods by what they earned
 * here (Thompson sampling, less what they cost), and where some were tried on this very item in vain, between the others,
 * with the next step of the ladder far ahead. Pure, but for `random`.
 */
export function chooseMethod(input: MethodChoiceInput): MethodChoice {
  const { item, kind, hasModel, policy, random } = input;
  if (item.kind === "issue") return { kind: "test-driven", choice: null };
  if (kind !== "auto") return { kind, choice: null };
  if (!hasModel) return { kind: "direct", choice: null };
  const inVain = findMethodsInVain(item, input);
  const { open, next } = planStep(inVain);
  const draws = policy.draw({
    ...{ itemKind: item.kind, random },
    arms: open.map((method) => `method:${method}`),
    findPrior: (itemKind, arm) => raise(findArmPrior(itemKind, arm), arm === `method:${next}`),
  });
  const drawn = methodKinds.find((method) => `method:${method}` === draws[0]?.arm) ?? "direct";
  const tried = inVain.size === 0 ? "" : `; tried on it in vain: ${[...inVain].join(", ")}`;
  const figures = Object.fromEntries(draws.map(({ arm, value }) => [arm, Math.round(value * 1_000) / 1_000]));
  const detail = `${drawn} was drawn for a ${item.kind} by what methods earned here${tried}`;
  return { kind: drawn, choice: { step: "choose", status: drawn, detail, figures } };
}

/** The methods that are left to draw from, and the one that is next; once all were tried in vain, all are open again. */
function planStep(inVain: ReadonlySet<MethodKind>) {
  const open = ladder.filter((method) => !inVain.has(method));
  if (inVain.size === 0 || open.length === 0) return { open: ladder, next: null };
  const highest = Math.max(...[...inVain].map((method) => ladder.indexOf(method)));
  return { open, next: open.find((method) => ladder.indexOf(method) > highest) ?? open[0] ?? null };
}

function raise(prior: ArmPrior, isNext: boolean): ArmPrior {
  return isNext ? { ...prior, alpha: prior.alpha + NEXT_STEP_BONUS } : prior;
}
