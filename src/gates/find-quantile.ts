/**
 * The quantile of numbers at `fraction` (0.5 is the median), linear between ranks: type 7 of Hyndman and Fan, "Sample
 * Quantiles in Statistical Packages" (1996). NaN for no numbers.
 */
export function findQuantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}
