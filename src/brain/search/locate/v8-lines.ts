/** A function's ranges as V8 gives them: the whole function first, then its blocks. Offsets are UTF-16 units. */
export type V8Function = {
  readonly ranges: readonly {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly count: number;
  }[];
};

type Line = { readonly start: number; readonly end: number };

/**
 * The 1-based lines that were executed. As in c8, the innermost range that holds a whole line decides; a function on
 * one line that was never called is not executed, although the line around it was.
 */
export function findCoveredLines(text: string, functions: readonly V8Function[]): ReadonlySet<number> {
  const lines = splitLines(text);
  const counts = new Array<number>(lines.length).fill(0);
  for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
    const first = findFirst(lines, startOffset);
    const before = lines[first - 1];
    if (count === 0 && before !== undefined && isDeclaration(before, { startOffset, endOffset }, text))
      counts[first - 1] = 0;
    for (let at = first; (lines[at]?.end ?? Infinity) <= endOffset; at += 1) counts[at] = count;
  }
  const covered = new Set<number>();
  for (const [at, count] of counts.entries()) {
    const line = lines[at];
    if (count > 0 && line !== undefined && line.start < line.end) covered.add(at + 1);
  }
  return covered;
}

/** Each line without the white space around it. */
function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const start = offset + (line.length - line.trimStart().length);
    lines.push({
      start: Math.min(start, offset + line.length),
      end: Math.max(start, offset + line.trimEnd().length),
    });
    offset += line.length + 1;
  }
  return lines;
}

/** Index of the first line that starts at or behind the offset. */
function findFirst(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a range is a function that the line declares and holds to its end; a callback is part of what is executed. */
function isDeclaration(
  line: Line,
  { startOffset, endOffset }: { readonly startOffset: number; readonly endOffset: number },
  text: string,
): boolean {
  if (startOffset < line.start || endOffset > line.end) return false;
  const before = text.slice(line.start, startOffset);
  return /^(?:export\s+)?(?:default\s+)?(?:(?:const|let|var)\s+[\w$]+\s*=\s*|[\w$.]+\s*[:=]\s*)?$/.test(
    before,
  );
}
