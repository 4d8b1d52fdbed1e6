import type { Knowledge, Lesson } from "../domain/lesson.ts";
import { lessonFiles } from "./memory-files.ts";

/** What the index keeps of a line, and the line itself, which is checked in full when it is read out. */
export type LessonRow =
  | {
      readonly kind: Knowledge["kind"];
      readonly id: string;
      /** The item's id for `exhausted` and `suggested`, the key for the others. */
      readonly lookup: string;
      readonly campaign: string;
      readonly cycle: number;
      readonly at: string;
      /** The words that it is found by. */
      readonly body: string;
      readonly line: string;
    }
  | { readonly kind: "reward"; readonly id: string; readonly at: string; readonly line: string }
  | { readonly kind: "forgotten"; readonly id: string; readonly lesson: string; readonly at: string };

/** The row of a lesson. Pure. */
export function renderLessonRow(lesson: Lesson): LessonRow {
  const line = JSON.stringify(lesson);
  const row = parseLessonRow(line);
  if (row === null) {
    throw new Error(`a lesson cannot be indexed: ${line.slice(0, 200)}`);
  }
  return row;
}

/**
 * Reads only what the index needs, or null for what is plainly no lesson. Checking 100,000 lines in full would take
 * most of the time of making an index; nothing is believed of a line before `parseLesson` has passed it. Pure.
 */
export function parseLessonRow(line: string): LessonRow | null {
  const lesson = readObject(line);
  if (lesson === null) return null;
  const { kind, id, at, campaign, cycle, key, text } = lesson;
  if (typeof id !== "string" || typeof at !== "string") return null;
  if (kind === "forgotten") {
    return typeof lesson.lesson === "string" ? { kind, id, lesson: lesson.lesson, at } : null;
  }
  if (kind === "reward") return { kind, id, at, line };
  if (!isKnowledge(kind)) return null;
  if (typeof campaign !== "string" || typeof cycle !== "number" || !Number.isSafeInteger(cycle)) return null;
  if (typeof key !== "string" || typeof text !== "string") return null;
  const { id: item, signature } = (lesson.item ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof item !== "string" || typeof signature !== "string" || !Array.isArray(lesson.files)) return null;
  const paths = lesson.files.map((file: { readonly path?: unknown } | null) => String(file?.path));
  const body = [text, signature, ...paths].join("\n");
  const isOfItem = kind === "exhausted" || kind === "suggested";
  return { kind, id, lookup: isOfItem ? item : key, campaign, cycle, at, body, line };
}

function isKnowledge(kind: unknown): kind is Knowledge["kind"] {
  return typeof kind === "string" && Object.hasOwn(lessonFiles, kind);
}

function readObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
