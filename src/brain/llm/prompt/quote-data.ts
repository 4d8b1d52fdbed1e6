import { cleanLine } from "./clean-line.ts";
import { cleanText } from "./clean-text.ts";

const MAX_TITLE_CHARS = 120;
/** A longer run in the text is shortened to it: fences as long as a hostile text likes would break every cap. */
const MAX_RUN = 12;

/**
 * How everything that a repository, an issue, a lesson or a model wrote stands in a prompt: a heading, and the text in a
 * fence that is longer than any in it, so that nothing in it can end it. "" for a text that has nothing. Pure.
 */
export function quoteData(title: string, text: string): string {
  const clean = cleanText(text)
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .replace(/`{12,}/g, "`".repeat(MAX_RUN));
  if (clean === "") return "";
  let longest = 2;
  for (const [run] of clean.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `## ${cleanLine(title, MAX_TITLE_CHARS).replaceAll("`", "'")}\n${fence}\n${clean}\n${fence}`;
}
