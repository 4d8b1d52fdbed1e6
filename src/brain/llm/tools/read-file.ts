import { z } from "zod";
import { numberLines } from "../number-lines.ts";
import { createTool } from "./create-tool.ts";
import { lineArgument } from "./optional-argument.ts";
import { quotePath } from "./quote-path.ts";

const MAX_LINES = 200;
const MAX_CHARS = 8_000;
const MAX_LINE_CHARS = 500;

/** Shows lines of a file with their numbers, and what to ask for to see the rest. */
export const readFile = createTool({
  name: "read_file",
  description: `Lines of a file, each behind its number; ${MAX_LINES} at most.`,
  schema: z.object({ path: z.string(), from: lineArgument, to: lineArgument }),
  run: async ({ path, from, to }, { workspace }) => {
    const file = await workspace.read(path);
    if (file.status === "refused") return { status: "refused", text: file.reason };
    const shown = quotePath(path);
    if (file.text === "") return { status: "done", text: `${shown} is empty.` };
    const lines = splitLines(file.text);
    const range = chooseRange({ from, to }, lines.length);
    if (range === null)
      return { status: "refused", text: `${shown} has ${lines.length} lines; ask for some of these.` };
    return { status: "done", text: renderLines(shown, lines, range) };
  },
});

type Range = { readonly first: number; readonly last: number };

/** A line end at the end of the text begins no further line; neither line ends nor a byte order mark are shown. */
function splitLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
}

function chooseRange(
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  count: number,
): Range | null {
  const first = from ?? (to === undefined ? 1 : Math.max(1, Math.min(to, count) - MAX_LINES + 1));
  const last = Math.min(to ?? count, count, first + MAX_LINES - 1);
  return first > last ? null : { first, last };
}

function renderLines(path: string, lines: readonly string[], { first, last }: Range): string {
  const maxLineChars = first === last ? MAX_CHARS : MAX_LINE_CHARS;
  const shown = takeWithin(
    lines.slice(first - 1, last).map((line) => cutLine(line.replaceAll("\r", " "), maxLineChars)),
  );
  const end = first + shown.length - 1;
  const numbered = numberLines(shown, first);
  if (first === 1 && end === lines.length) return numbered;
  const rest = end < lines.length ? `; for more ask from ${end + 1}` : "";
  return `${path}, lines ${first} to ${end} of ${lines.length}${rest}:\n${numbered}`;
}

/** At least one of the lines. */
function takeWithin(lines: readonly string[]): readonly string[] {
  let chars = 0;
  const end = lines.findIndex((line, index) => {
    chars += line.length + 5;
    return index > 0 && chars > MAX_CHARS;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

function cutLine(line: string, maxChars: number): string {
  return line.length <= maxChars
    ? line
    : `${line.slice(0, maxChars)}… (${line.length - maxChars} more characters${maxChars === MAX_CHARS ? "" : "; read this line alone to see more"})`;
}
