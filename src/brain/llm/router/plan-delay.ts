/** How often, and after how long, a request goes out again. */
export const retryLimits = {
  maxTries: 3,
  firstDelayMs: 1000,
  maxDelayMs: 30_000,
  /** A provider that asks for longer is left to rest instead. */
  maxRetryAfterMs: 60_000,
} as const;

/**
 * How long to wait before the next try, or null to give the model up for now. Doubled each time and half of it left to
 * chance, so that many callers do not come back at once; never less than the provider asks for. Pure.
 */
export function planDelay({
  tried,
  retryAfterMs,
  random,
}: {
  /** Requests that failed so far, from 1. */
  readonly tried: number;
  readonly retryAfterMs: number | null;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}): number | null {
  const { maxTries, firstDelayMs, maxDelayMs, maxRetryAfterMs } = retryLimits;
  const asked = retryAfterMs !== null && retryAfterMs > 0 ? retryAfterMs : 0;
  if (tried >= maxTries || asked > maxRetryAfterMs) return null;
  const ceilingMs = Math.min(maxDelayMs, firstDelayMs * 2 ** tried);
  const delayMs = (ceilingMs * (1 + random)) / 2;
  return Math.max(delayMs, asked === 0 ? 0 : asked + firstDelayMs * random);
}
