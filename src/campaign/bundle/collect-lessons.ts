import type { JournalEntry } from "../../domain/events.ts";

/**
 * What a campaign learned, as lines of memory's files in at most `maxBytes`: each lesson once. What an attempt earned is
 * left out first, since it is no knowledge. Pure.
 */
export function collectLessons(entries: readonly JournalEntry[], maxBytes: number): string {
  const lessons = entries.flatMap(({ event }) => (event.type === "lesson-learned" ? [event.lesson] : []));
  const unique = [...new Map(lessons.map((lesson) => [lesson.id, lesson])).values()];
  const ordered = [
    ...unique.filter(({ kind }) => kind !== "reward"),
    ...unique.filter(({ kind }) => kind === "reward"),
  ];
  let leftBytes = maxBytes;
  const lines = ordered.flatMap((lesson) => {
    const line = `${JSON.stringify(lesson)}\n`;
    const sizeBytes = Buffer.byteLength(line);
    if (sizeBytes > leftBytes) return [];
    leftBytes -= sizeBytes;
    return [line];
  });
  return lines.join("");
}
