import { usageError } from "../domain/errors.ts";
import type { Knowledge } from "../domain/lesson.ts";
import { buildForgottenLesson } from "./build-lesson.ts";
import type { Recall } from "./recall.ts";
import { type StoredMemory, storeMemory } from "./store-memory.ts";

/**
 * Writes down on the memory branch that a lesson no longer holds. `lesson` is its id or the beginning of it.
 *
 * Throws the usage errors `LESSON_UNKNOWN`, and `LESSON_AMBIGUOUS` when several begin so.
 */
export async function forgetLesson(
  input: { readonly lesson: string; readonly by: string; readonly at: string; readonly keepDays: number },
  deps: { readonly recall: Pick<Recall, "findById">; readonly git: Parameters<typeof storeMemory>[1]["git"] },
): Promise<{ readonly forgotten: Knowledge; readonly stored: StoredMemory }> {
  const { lesson, by, at, keepDays } = input;
  const [found, another] = lesson === "" ? [] : deps.recall.findById(lesson, 2);
  if (found === undefined) {
    throw usageError({
      code: "LESSON_UNKNOWN",
      message: `No lesson has the id ${JSON.stringify(lesson)}, or it is forgotten already.`,
      hint: "`nightshift memory list` shows the ids.",
    });
  }
  if (another !== undefined) {
    throw usageError({
      code: "LESSON_AMBIGUOUS",
      message: `More than one lesson has an id that begins with ${JSON.stringify(lesson)}.`,
      hint: "Give more of the id; `nightshift memory list --json` shows it in full.",
    });
  }
  const record = buildForgottenLesson({ lesson: found.id, at, by });
  const message = `memory: forget ${found.id.slice(0, 12)}`;
  const stored = await storeMemory({ lessons: [record], files: [], keepDays, at, message }, deps);
  return { forgotten: found, stored };
}
