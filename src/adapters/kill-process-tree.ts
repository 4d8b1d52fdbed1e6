import { listDescendants } from "./list-descendants.ts";

/**
 * Sends a signal to the process group of `pid` and to every descendant that left the group, as daemons do; gives those
 * descendants back. On systems without /proc only the group is reached. A process that has ended is no error.
 */
export function killProcessTree(pid: number, signal: "SIGTERM" | "SIGKILL"): readonly number[] {
  const descendants = listDescendants(pid);
  killProcesses([-pid, ...descendants], signal);
  return descendants;
}

/** Sends a signal to processes, or to process groups where the number is negative. */
export function killProcesses(pids: readonly number[], signal: "SIGTERM" | "SIGKILL"): void {
  for (const pid of pids) send(pid, signal);
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // ESRCH: it has ended already. EPERM: it took another user's identity, and is out of reach for us.
  }
}
