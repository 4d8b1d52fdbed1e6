import type { Clock } from "../../../ports.ts";

/** When a breaker opens, and for how long. */
export type BreakerLimits = {
  /** Failed requests in a row. */
  readonly failures: number;
  /** The first rest; each one that follows without a success between is twice as long. */
  readonly restMs: number;
  readonly maxRestMs: number;
};

/** A provider that asks for longer is asked again all the same. */
const MAX_OPEN_MS = 3_600_000;

const defaults: BreakerLimits = { failures: 5, restMs: 60_000, maxRestMs: 600_000 };

/** Keeps a model that fails from being asked: closed, open for a rest, then half-open for one call at a time. */
export type Breaker = {
  /** How long it rests, and why; null where it can be asked. */
  rest(): { readonly forMs: number; readonly reason: string } | null;
  /** Takes the way through, the only one while half-open, and gives what ends that; null where there is none. */
  enter(): (() => void) | null;
  succeed(): void;
  fail(reason: string): void;
  /** Opens it at once, for as long as the provider asks. */
  open(forMs: number, reason: string): void;
};

/**
 * A breaker of our own: cockatiel's reads `Date.now` itself and cannot be opened for the time that a provider names.
 */
export function createBreaker(
  clock: Pick<Clock, "elapsedMs">,
  { failures, restMs, maxRestMs }: BreakerLimits = defaults,
): Breaker {
  let failed = 0;
  let rests = 0;
  let opensAgainMs = Number.NEGATIVE_INFINITY;
  let isProbed = false;
  let lastReason = "";

  const isOpen = (): boolean => clock.elapsedMs() < opensAgainMs;
  const open = (forMs: number, reason: string): void => {
    opensAgainMs = Math.max(opensAgainMs, clock.elapsedMs() + Math.min(forMs, MAX_OPEN_MS));
    lastReason = reason;
    rests += 1;
    failed = 0;
  };
  return {
    rest: () => {
      if (isOpen()) return { forMs: opensAgainMs - clock.elapsedMs(), reason: lastReason };
      return isProbed ? { forMs: 0, reason: `${lastReason}; another call is finding out` } : null;
    },
    enter: () => {
      if (isOpen() || isProbed) return null;
      const isProbe = rests > 0;
      isProbed = isProbe;
      return () => {
        if (isProbe) isProbed = false;
      };
    },
    succeed: () => {
      failed = 0;
      rests = 0;
      opensAgainMs = Number.NEGATIVE_INFINITY;
    },
    fail: (reason) => {
      failed += 1;
      const isHalfOpen = rests > 0 && !isOpen();
      if (isHalfOpen || failed >= failures) open(Math.min(maxRestMs, restMs * 2 ** rests), reason);
    },
    open,
  };
}
