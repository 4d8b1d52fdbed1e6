import type { Knowledge } from "../../../domain/lesson.ts";
import { boundFrame } from "./bound-frame.ts";
import { cleanLine } from "./clean-line.ts";
import { cleanText } from "./clean-text.ts";
import { quoteData } from "./quote-data.ts";
import { takePieces } from "./take-pieces.ts";

const TITLE = "Lessons of earlier attempts: do not repeat what failed";
const MAX_TEXT_CHARS = 240;
const MAX_DIFF_LINES = 10;
const MAX_LINE_CHARS = 120;
/** One lesson with a long diff leaves room for others. */
const SHARE = 0.4;

/** The first is what must not come again. Brains that know no more teach a model nothing. */
const order = ["avoided", "denied", "suggested", "pattern"] as const;
const words = {
  avoided: "failed before",
  denied: "refused before",
  suggested: "passed before, and was not trusted to be right",
  pattern: "worked before",
} as const;

/** What was learned of this item and of failures like it, quoted, at most `maxTokens`. */
export async function renderLessons(
  lessons: readonly Knowledge[],
  item: { readonly id: string },
  maxTokens: number,
): Promise<string> {
  const known = lessons.filter((lesson) => lesson.kind !== "exhausted");
  const rank = (lesson: (typeof known)[number]) =>
    (lesson.item.id === item.id ? 0 : order.length) + order.indexOf(lesson.kind);
  const room = maxTokens - boundFrame(TITLE);
  const pieces = known.toSorted((a, b) => rank(a) - rank(b)).map((lesson) => renderLesson(lesson, item));
  const taken = await takePieces(pieces, room, () => Math.floor(room * SHARE));
  return quoteData(TITLE, taken.pieces.join("\n"));
}

function renderLesson(
  lesson: Exclude<Knowledge, { kind: "exhausted" }>,
  item: { readonly id: string },
): string {
  const where = lesson.item.id === item.id ? "here" : "on a failure like this";
  const head = `- ${words[lesson.kind]}, ${where}: ${cleanLine(lesson.text, MAX_TEXT_CHARS)}`;
  return [head, ...listChanges(lesson.diff)].join("\n");
}

/** The changed lines alone: what surrounds them stands in the source. */
function listChanges(diff: string): readonly string[] {
  const lines = cleanText(diff.slice(0, 20_000)).split("\n");
  const changed = lines.filter((line) => /^[+-](?![+-]{2})/.test(line));
  const shown = changed
    .slice(0, MAX_DIFF_LINES)
    .map((line) => `  ${line.slice(0, MAX_LINE_CHARS).toWellFormed()}`);
  return changed.length > MAX_DIFF_LINES ? [...shown, "  …"] : shown;
}
