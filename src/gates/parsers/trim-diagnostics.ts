/** Lines of one block of diagnostics that are kept, and of all blocks together. */
const MAX_BLOCK_LINES = 100;
const MAX_LINES = 20_000;
const MAX_LINE_LENGTH = 2000;

/**
 * TAP without the diagnostics that nobody reads: those of points that pass, and what is beyond 100 lines of one point
 * or 20,000 of all. Points stay as they are. Reading YAML takes time that grows with the square of a block's length.
 */
export function trimDiagnostics(text: string): string {
  const kept: string[] = [];
  let total = 0;
  let isAfterFailure = false;
  let block: { readonly indent: number; lines: number } | null = null;
  for (const line of text.split("\n")) {
    const indent = line.search(/\S/);
    if (block !== null) {
      const isInside = indent === -1 || indent >= block.indent;
      const isEnd = indent === block.indent && line.trim() === "...";
      if (isInside && !isEnd) {
        block.lines += 1;
        total += 1;
        if (isAfterFailure && block.lines <= MAX_BLOCK_LINES && total <= MAX_LINES) {
          kept.push(line.slice(0, MAX_LINE_LENGTH));
        }
        continue;
      }
      block = null;
      if (isEnd) {
        if (isAfterFailure) kept.push(line);
        continue;
      }
    }
    const point = /^\s*(not )?ok\b/.exec(line);
    if (point === null && line.trim() === "---" && isPoint(kept.at(-1))) {
      block = { indent, lines: 0 };
      if (isAfterFailure) kept.push(line);
      continue;
    }
    if (point !== null) isAfterFailure = point[1] !== undefined;
    kept.push(line);
  }
  return kept.join("\n");
}

function isPoint(line: string | undefined): boolean {
  return line !== undefined && /^\s*(?:not )?ok\b/.test(line);
}
