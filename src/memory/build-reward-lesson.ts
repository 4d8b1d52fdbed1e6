import { digest } from "../domain/digest.ts";
import type { RewardLesson } from "../domain/lesson.ts";
import type { LessonSource } from "./build-lesson.ts";
import { lessonId } from "./lesson-keys.ts";

/** The record of what an attempt earned its arms. Its key is of the attempt, so that it counts once. Pure. */
export function buildRewardLesson(
  input: LessonSource & {
    readonly attempt: number;
    /** Of the candidate: a refused one leaves its attempt's number to the next. */
    readonly tree: string;
    readonly arms: readonly string[];
    /** From 0 to 1. */
    readonly reward: number;
  },
): RewardLesson {
  const { campaign, cycle, at, attempt, tree, arms, item } = input;
  const { id, kind, title, signature } = item;
  const key = digest("reward", campaign, String(cycle), String(attempt), tree);
  const reward = Math.round(input.reward * 1_000) / 1_000;
  return {
    ...{ id: lessonId("reward", key, []), campaign, cycle, at },
    trust: "gates",
    item: { id, kind, title, signature },
    text: `Attempt ${attempt} on ${title} earned ${reward}.`,
    files: [],
    ...{ kind: "reward", key, attempt, arms: [...arms], reward },
  };
}
