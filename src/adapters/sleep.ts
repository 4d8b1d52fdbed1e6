import { setTimeout as wait } from "node:timers/promises";

/** More does not fit into a timer. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Resolves after that long, or as soon as the signal is aborted. Never rejects. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(Math.min(Math.max(0, ms), MAX_TIMER_MS), undefined, signal === undefined ? {} : { signal });
  } catch {
    // Only the signal ends it early.
  }
}
