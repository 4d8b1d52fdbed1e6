import type { Brain, BrainTask, Guidance } from "../../brain/brain.ts";
import type { ArmPolicy } from "../../memory/policy/arm-policy.ts";
import type { MethodTask } from "../method.ts";
import { promptVariants } from "./prompt-variants.ts";

/** Temperatures that a model is tried at. */
const temperatures = [0.1, 0.4, 0.8] as const;

/** Who makes the next try, and how. */
export type Actor = {
  readonly brain: Brain;
  readonly brainTask: BrainTask;
  /** What was chosen: `brain:llm`, `prompt:minimal`, `temperature:0.1`. */
  readonly arms: readonly string[];
  /** The numbers that were drawn for all that there was to choose from. */
  readonly figures: Readonly<Record<string, number>>;
};

/**
 * Draws a brain, and for a model a way of working and a temperature, from what they have earned on this kind of item.
 * `brains` holds one at least. Pure, but for the task's `random`.
 */
export function chooseActor(
  {
    brains,
    policy,
    earlier,
  }: {
    readonly brains: readonly [Brain, ...Brain[]];
    readonly policy: ArmPolicy;
    /** What earlier tries came to, for a model that starts anew. */
    readonly earlier: readonly Guidance[];
  },
  { brainTask, random }: Pick<MethodTask, "brainTask" | "random">,
): Actor {
  const itemKind = brainTask.item.kind;
  const figures: Record<string, number> = {};
  const draw = (names: readonly string[]): string => {
    const draws = policy.draw({ itemKind, arms: names, random });
    for (const { arm, value } of draws) figures[arm] = Math.round(value * 1_000) / 1_000;
    return draws[0]?.arm ?? names[0] ?? "";
  };
  const drawn = draw([...new Set(brains.map(({ kind }) => `brain:${kind}`))]);
  const brain = brains.find(({ kind }) => `brain:${kind}` === drawn) ?? brains[0];
  if (brain.kind !== "llm") return { brain, brainTask, arms: [drawn], figures };
  const prompt = draw(Object.keys(promptVariants).map((name) => `prompt:${name}`));
  const heat = draw(temperatures.map((value) => `temperature:${value}`));
  const variant = promptVariants[prompt.slice("prompt:".length)];
  return {
    brain,
    brainTask: {
      ...brainTask,
      guidance: [...brainTask.guidance, ...(variant === undefined ? [] : [variant]), ...earlier],
      temperature: Number(heat.slice("temperature:".length)),
    },
    arms: [drawn, prompt, heat],
    figures,
  };
}
