/** The median of numbers, or of the part between two quantiles' ranks; NaN for none. */
export function findMedian(values: readonly number[]): number {
  return findQuantile(values, 0.5);
}

/** The quantile at `fraction` (0 to 1), linear between ranks (type 7 of Hyndman and Fan, 1996); NaN for none. */
export function findQuantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}
