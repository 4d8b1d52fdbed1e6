import { cleanText } from "./clean-text.ts";

/** A name or sentence of a stranger on one line of at most `maxChars` characters; a cut shows as "…". Pure. */
export function cleanLine(text: string, maxChars: number): string {
  // What is cut anyway is not worth a look: a message may have megabytes.
  const line = cleanText(text.slice(0, maxChars * 4))
    .replace(/\s+/g, " ")
    .trim();
  const isWhole = line.length <= maxChars && text.length <= maxChars * 4;
  return isWhole ? line : `${line.slice(0, maxChars - 1).toWellFormed()}…`;
}
