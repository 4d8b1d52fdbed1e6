import { languageOf } from "../../../../syntax/language.ts";
import type { SourceParser } from "../../../../syntax/parse-source.ts";
import { insertTexts } from "./insert-texts.ts";
import { type Insertion, planFuel } from "./plan-fuel.ts";

/** Adds counters to texts; it remembers where those of each file's base are. */
export type FuelAdder = {
  /** The text with counters; as it is where it cannot be parsed. */
  add(path: string, text: string): Promise<string>;
};

/** Words that may begin something that has to be counted. */
const counted = /\b(?:for|while|do|function|get|set|async)\b|=>|[{]/;

type Known = { readonly text: string; readonly insertions: readonly Insertion[] };

/**
 * An adder of counters. A text that differs from the first one of its path in one place gets that one's counters, unless a
 * counter was in that place or may be needed there: parsing each candidate whole would take longer than running it.
 */
export function createFuelAdder(parser: SourceParser): FuelAdder {
  const bases = new Map<string, Known>();
  return {
    async add(path, text) {
      const language = languageOf(path);
      if (language === null || language === "python") return text;
      const base = bases.get(path);
      const shifted = base === undefined ? null : shift(base, text);
      if (shifted !== null) return insertTexts(text, shifted);
      const outcome = await parser.parse(path, text);
      if (outcome.status === "skipped") return text;
      const insertions = planFuel(outcome.source);
      if (base === undefined) bases.set(path, { text, insertions });
      return insertTexts(text, insertions);
    },
  };
}

/** The base's insertions in a text that differs from it in one place; null where they may not be right. */
function shift(base: Known, text: string): readonly Insertion[] | null {
  let start = 0;
  const shorter = Math.min(base.text.length, text.length);
  while (start < shorter && base.text[start] === text[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && base.text.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const end = base.text.length - tail;
  if (counted.test(base.text.slice(start, end)) || counted.test(text.slice(start, text.length - tail)))
    return null;
  // A counter right at the edge may belong to what was taken away.
  if (base.insertions.some(({ at }) => at >= start && at <= end)) return null;
  const moved = text.length - base.text.length;
  return base.insertions.map(({ at, text: added }) => ({ at: at < start ? at : at + moved, text: added }));
}
