import type { Clock } from "../ports.ts";

/** The machine's clocks. */
export function createClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    elapsedMs: () => performance.now(),
  };
}
