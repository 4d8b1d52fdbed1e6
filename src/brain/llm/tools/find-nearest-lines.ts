/** Lines of a file that come near to a text; they count from 1. */
export type NearestLines = {
  readonly first: number;
  readonly last: number;
  /** Whether white space and line breaks are all that differs. */
  readonly differsInBlanks: boolean;
};

/** Of the words of the text, the share that has to stand in the lines. */
const MIN_SHARE = 0.4;
/** Of a line; what is beyond, as in minified files, is not looked at. */
const MAX_LINE_CHARS = 2_000;
const MAX_WANTED_LINES = 400;

/**
 * The lines of a file that are nearest to `wanted`: those with the same characters but for white space, or else the window
 * of as many lines that holds most of its words, rare words counting most. The work grows with the file's size alone. Pure.
 */
export function findNearestLines(lines: readonly string[], wanted: readonly string[]): NearestLines | null {
  return findSameButBlanks(lines, wanted) ?? findLikely(lines, wanted.slice(0, MAX_WANTED_LINES));
}

function findSameButBlanks(lines: readonly string[], wanted: readonly string[]): NearestLines | null {
  const dense = removeBlanks(wanted.join(""));
  if (dense === "") return null;
  const starts: number[] = [];
  let whole = "";
  for (const line of lines) {
    starts.push(whole.length);
    whole += removeBlanks(line);
  }
  const at = whole.indexOf(dense);
  if (at === -1) return null;
  return {
    first: countUpTo(starts, at),
    last: countUpTo(starts, at + dense.length - 1),
    differsInBlanks: true,
  };
}

/** How many of ascending numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  const above = numbers.findIndex((number) => number > limit);
  return above === -1 ? numbers.length : above;
}

function findLikely(lines: readonly string[], wanted: readonly string[]): NearestLines | null {
  const words = new Set(wanted.flatMap(listWords));
  const found = lines.map((line) => new Set(listWords(line).filter((word) => words.has(word))));
  const counts = new Map<string, number>();
  for (const word of found.flatMap((line) => [...line])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = found.map((line) => sum([...line].map((word) => 1 / (counts.get(word) ?? 1))));
  const start = findHeaviest(weights, wanted.length);
  const first = start + 1;
  const last = Math.min(lines.length, start + wanted.length);
  const shared = new Set(found.slice(start, last).flatMap((line) => [...line]));
  return words.size > 0 && shared.size / words.size >= MIN_SHARE
    ? { first, last, differsInBlanks: false }
    : null;
}

/** Where the window of `length` numbers with the largest sum begins. */
function findHeaviest(weights: readonly number[], length: number): number {
  let weight = sum(weights.slice(0, length));
  let [best, start] = [weight, 0];
  for (let at = 1; at + length <= weights.length; at += 1) {
    weight += (weights[at + length - 1] ?? 0) - (weights[at - 1] ?? 0);
    // Sums of fractions are never quite the same.
    if (weight > best + 1e-9) [best, start] = [weight, at];
  }
  return start;
}

function listWords(line: string): readonly string[] {
  return line.slice(0, MAX_LINE_CHARS).match(/[\p{L}\p{N}_$]+/gu) ?? [];
}

function removeBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
