import { stripVTControlCharacters } from "node:util";

/** Longer lines belong to no line-oriented format, and would make its patterns slow. */
const MAX_LINE = 8_000;

/** The lines of a tool's output, one at a time, without colour codes and line ends, each cut at 8,000 characters. */
export function* splitLines(text: string): Generator<string, void, void> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    const line = text.slice(start, Math.min(stop, start + MAX_LINE));
    yield stripVTControlCharacters(line).replace(/\r$/, "");
    start = stop + 1;
  }
}
