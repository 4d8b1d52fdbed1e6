import type { Lesson } from "../domain/lesson.ts";

const msPerDay = 86_400_000;

/**
 * Lessons that are not older than `keepDays` at `at` (ISO 8601). A record of forgetting is younger than what it
 * forgets, so it never goes first. Pure.
 */
export function pruneLessons(
  lessons: readonly Lesson[],
  { keepDays, at }: { readonly keepDays: number; readonly at: string },
): readonly Lesson[] {
  const oldestMs = Date.parse(at) - keepDays * msPerDay;
  // A date that cannot be read says nothing about age.
  return lessons.filter((lesson) => !(Date.parse(lesson.at) < oldestMs));
}
