/** Differences below this share of the fastest time, or this many milliseconds, are noise. */
const NOISE_SHARE = 0.25;
const NOISE_MS = 50;

/**
 * How fast a candidate is against the fastest one, from 0 to 1: their ratio, beyond what is noise. 1 where nothing was
 * measured. Times are in milliseconds. Pure.
 */
export function scorePerformance(durationMs: number | null, allMs: readonly (number | null)[]): number {
  const known = allMs.filter((ms) => ms !== null);
  if (durationMs === null || known.length < 2) return 1;
  const fastest = Math.min(...known);
  const quiet = Math.max(fastest * (1 + NOISE_SHARE), fastest + NOISE_MS);
  return durationMs <= quiet ? 1 : quiet / durationMs;
}
