import type { Clock } from "../../src/ports.ts";

/** A clock that starts at 03:00 and goes on by one second each time it is asked. */
export function createTickingClock(): Clock {
  let seconds = 0;
  return {
    now: () => new Date(Date.UTC(2026, 10, 21, 3, 0, seconds++)).toISOString(),
    elapsedMs: () => seconds * 1000,
  };
}
