import type { DeniedLesson } from "../domain/lesson.ts";
import { buildDeniedLesson, type LessonSource } from "../memory/build-lesson.ts";
import type { CycleEvents } from "./cycle-events.ts";

/** Losers of one cycle that are told of; they read alike. */
const MAX_LOSERS = 5;

/**
 * A lesson for each candidate that a method held back before a judge saw it, as one that lost to another. No gate refused
 * it, so the lesson informs and is never enforced: its trust is "model". Pure.
 */
export function learnFromContest(events: CycleEvents, source: LessonSource): readonly DeniedLesson[] {
  return events
    .all("method-stepped")
    .flatMap(({ candidate, method, status, detail }) => {
      if (candidate === null) return [];
      const denial = { rule: method, file: "", line: null, reason: detail };
      const lesson = buildDeniedLesson({ ...source, proposed: candidate, denials: [denial] });
      const text = `Held back by ${method} for ${source.item.title}, ${status}: ${detail}`;
      return [{ ...lesson, trust: "model" as const, text }];
    })
    .slice(0, MAX_LOSERS);
}
