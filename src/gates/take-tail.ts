import { stripVTControlCharacters } from "node:util";

/** The end of a text, at most `maxBytes` of UTF-8, from the start of a line where one begins there. */
export function takeTail(text: string, maxBytes: number): string {
  // No character has less than one byte, so what is before cannot be part of the tail; colour codes are short.
  const clean = stripVTControlCharacters(text.slice(-4 * maxBytes)).trimEnd();
  const bytes = Buffer.from(clean);
  if (bytes.length <= maxBytes) return clean;
  const cut = bytes
    .subarray(bytes.length - maxBytes)
    .toString("utf8")
    .replace(/^\uFFFD+/, "");
  const lineStart = cut.indexOf("\n");
  return lineStart === -1 || lineStart > maxBytes / 2 ? cut : cut.slice(lineStart + 1);
}
