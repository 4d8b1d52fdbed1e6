import { findNearestLines, type NearestLines } from "./find-nearest-lines.ts";

const MAX_SHOWN_LINES = 15;
const MAX_SHOWN_CHARS = 2_000;

/** Why a text does not stand in a file, with what stands there instead; for a model to try again. Pure. */
export function explainNoMatch(path: string, text: string, old: string): string {
  const lines = splitLines(text);
  const wanted = splitLines(old);
  const bare = stripNumbers(wanted);
  if (bare !== null && splitLines(text).join("\n").includes(bare))
    return `old does not stand in ${path} with line numbers; give it without them.`;
  const nearest = findNearestLines(lines, wanted);
  if (nearest === null)
    return `old does not stand in ${path}, nor anything like it. Read the file, or search for the text.`;
  const difference = nearest.differsInBlanks
    ? "It differs in white space or line breaks alone from"
    : "Nothing was changed. Nearest to it come";
  return `old does not stand in ${path}. ${difference} ${renderPlace(lines, nearest)}`;
}

function renderPlace(lines: readonly string[], { first, last }: NearestLines): string {
  const end = Math.min(last, first + MAX_SHOWN_LINES - 1);
  const shown = lines.slice(first - 1, end).join("\n");
  const cut = shown.length > MAX_SHOWN_CHARS ? `${shown.slice(0, MAX_SHOWN_CHARS)}…` : shown;
  const place = first === end ? `line ${first}` : `lines ${first} to ${end}`;
  return `${place}:\n${cut}`;
}

/** The text that a model copied with the numbers that read_file puts before lines; null where it did not. */
function stripNumbers(wanted: readonly string[]): string | null {
  const numbered = /^\s*\d+[|\t]/;
  return wanted.every((line) => numbered.test(line))
    ? wanted.map((line) => line.replace(numbered, "")).join("\n")
    : null;
}

function splitLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
}
