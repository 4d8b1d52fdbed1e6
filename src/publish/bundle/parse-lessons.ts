import { type Lesson, lessonSchema } from "../../domain/lesson.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";

/** Lessons, or why they are none. */
export type ParsedLessons =
  | { readonly status: "parsed"; readonly lessons: readonly Lesson[] }
  | BundleRefusal;

/**
 * Reads the lessons of a bundle, a line each. They have to be the campaign's own: a lesson in the name of a person, of
 * another campaign, or one that makes memory forget, is no campaign's to bring. Pure.
 */
export function parseLessons(text: string, campaign: string): ParsedLessons {
  if (text !== "" && !text.endsWith("\n")) return refuseBundle("lessons", "The last lesson is cut off.");
  const lessons: Lesson[] = [];
  for (const [at, line] of text.split("\n").slice(0, -1).entries()) {
    const lesson = parseLesson(line);
    if (lesson === null) return refuseBundle("lessons", `Line ${at + 1} of the lessons is none.`);
    if (lesson.kind === "forgotten" || lesson.trust === "person")
      return refuseBundle("lessons", `Line ${at + 1} of the lessons speaks in the name of a person.`);
    if (lesson.campaign !== campaign)
      return refuseBundle(
        "lessons",
        `Line ${at + 1} of the lessons is of campaign ${quote(lesson.campaign)}.`,
      );
    lessons.push(lesson);
  }
  return { status: "parsed", lessons };
}

function parseLesson(line: string): Lesson | null {
  try {
    return lessonSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
