import { stripVTControlCharacters } from "node:util";
import type { Check } from "../domain/gate.ts";

const MAX_LENGTH = 400;
/** Longer messages differ, if they do, near their start. */
const MAX_INPUT = 4000;

/** What changes from run to run or with an edit elsewhere in the file, and the word that stands for it. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, "<uuid>"],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>"],
  [/\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b/g, "<time>"],
  [/\b0x[0-9a-f]{5,}\b/gi, "<address>"],
  [/\b(?:localhost|127\.0\.0\.1|\[::1?\]):\d+/g, "<host>"],
  // Under /tmp the last names are random too; elsewhere the file's own name tells failures apart.
  [/(?:file:\/\/)?(?:\/private)?(?:\/var)?\/(?:tmp|folders|dev\/shm)\/[^\s"'`:,;()<>]*/g, "<path>"],
  [/(?<![\w@.+~-])(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][\w@.+~-]+)+[\\/]([\w@.+~-]+)/g, "$1"],
  [/(\.\w{1,5})(?::\d+){1,2}\b/g, "$1"],
  [/\b(lines?|columns?|col) \d+/gi, "$1"],
  [/\b(pid|port)([ =:]+)\d+/gi, "$1$2"],
  [/\b\d+(?:\.\d+)?\s?(?:ms|µs|ns|seconds?|secs?|s|minutes?)\b/g, "<duration>"],
];

/**
 * The failure of a check as one line (at most 400 characters) that is the same in every run: its message, or its
 * stack's first line, without colours, line numbers, addresses, times, folders, identifiers and ports. Values that
 * an assertion compared stay: they tell failures apart.
 */
export function failureSignature(check: Pick<Check, "name" | "message" | "stack">): string {
  const said = [check.message, check.stack?.split("\n", 1)[0]].find((text) => text?.trim());
  const plain = stripVTControlCharacters((said ?? `${check.name} failed`).slice(0, MAX_INPUT));
  return volatile
    .reduce((text, [pattern, word]) => text.replace(pattern, word), plain)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH);
}
