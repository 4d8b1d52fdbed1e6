import { readdirSync, readFileSync } from "node:fs";

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

/** All processes beneath `pid`, as /proc shows them now. */
function listDescendants(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const [child, parent] of listProcesses()) {
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found = [pid];
  for (const each of found) found.push(...(children.get(each) ?? []));
  return found.slice(1);
}

function listProcesses(): readonly (readonly [pid: number, parent: number])[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = readParent(name);
        return parent === null ? [] : [[Number(name), parent] as const];
      });
  } catch {
    return [];
  }
}

function readParent(pid: string): number | null {
  try {
    // proc_pid_stat(5): the second field is the program's name in parentheses and may hold any character.
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return Number.isInteger(parent) ? parent : null;
  } catch {
    return null;
  }
}
