/**
 * The candidate that a misspelt word most likely meant, or undefined when none is near. Near is an edit distance of
 * at most a third of the word's length (and at least one), case and separators set aside.
 * Distance: optimal string alignment, so that swapped neighbours count as one edit.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = normalise(word);
  let nearest: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = measureDistance(wanted, normalise(candidate));
    if (distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = { candidate, distance };
  }
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return nearest !== undefined && nearest.distance <= limit ? nearest.candidate : undefined;
}

function normalise(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}

function measureDistance(left: string, right: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && isSwapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
