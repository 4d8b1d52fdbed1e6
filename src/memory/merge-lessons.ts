import type { Lesson } from "../domain/lesson.ts";

/**
 * Two lists of lessons as one: each id once, the record that was learned last, in the order in which ids first appear.
 * Merging is the same whoever comes first but for that order, and merging twice changes nothing. Pure.
 */
export function mergeLessons(ours: readonly Lesson[], theirs: readonly Lesson[]): readonly Lesson[] {
  const merged = new Map<string, Lesson>();
  for (const lesson of [...ours, ...theirs]) {
    const known = merged.get(lesson.id);
    if (known === undefined || isNewer(lesson, known)) {
      merged.set(lesson.id, lesson);
    }
  }
  return [...merged.values()];
}

/** Same time: by content, so that two writers who merge in turns agree. */
function isNewer(lesson: Lesson, known: Lesson): boolean {
  if (lesson.at !== known.at) {
    return Date.parse(lesson.at) > Date.parse(known.at);
  }
  return JSON.stringify(lesson) > JSON.stringify(known);
}
