import { readdirSync, readFileSync } from "node:fs";

/** All processes beneath `pid`, as /proc shows them now; parents before children. None on systems without /proc. */
export function listDescendants(pid: number): readonly number[] {
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
