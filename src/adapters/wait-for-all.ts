import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const everyMs = 5;

/** Resolves once none of the processes runs any more, or after `maxMs`. */
export async function waitForAll(pids: readonly number[], maxMs: number): Promise<void> {
  const end = performance.now() + maxMs;
  while (pids.some(isRunning) && performance.now() < end) await sleep(everyMs);
}

/** A zombie has ended: it holds nothing, and only waits for its parent. */
function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}
