import { type Lesson, lessonSchema } from "../domain/lesson.ts";

/** A line that holds no lesson. `line` is 1-based. */
export type DamagedLine = {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly text: string;
};

/** What a memory file holds: its lessons, and what could not be read. */
export type ParsedLessons = { readonly lessons: readonly Lesson[]; readonly damaged: readonly DamagedLine[] };

/** Reads one memory file. A bad line is set aside and never fatal; empty lines are nothing. Pure. */
export function parseLessons(text: string, file: string): ParsedLessons {
  const lessons: Lesson[] = [];
  const damaged: DamagedLine[] = [];
  for (const { line, text: entry } of listLines(text)) {
    const parsed = parseLesson(entry);
    if (parsed.status === "lesson") {
      lessons.push(parsed.lesson);
    } else {
      damaged.push({ file, line, reason: parsed.reason, text: entry });
    }
  }
  return { lessons, damaged };
}

/** The lines of a file that are not empty, with their numbers from 1. Pure. */
export function* listLines(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let line = 0;
  for (const entry of text.split("\n")) {
    line += 1;
    if (entry.trim() !== "") yield { line, text: entry };
  }
}

/** Reads one line: a lesson, or why it is none. Pure. */
export function parseLesson(
  line: string,
):
  | { readonly status: "lesson"; readonly lesson: Lesson }
  | { readonly status: "damaged"; readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { status: "damaged", reason: "it is not JSON" };
  }
  const parsed = lessonSchema.safeParse(value);
  if (parsed.success) {
    return { status: "lesson", lesson: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` (${issue.path.join(".")})`;
  return { status: "damaged", reason: `it is no lesson${where}: ${issue?.message ?? "unknown"}` };
}
