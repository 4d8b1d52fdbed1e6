import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/** What a tree of processes took. */
export type TreeUse = {
  /** Resident memory of all of it together at its highest, MiB; pages that are shared count for each. */
  readonly treeMb: number;
  /** The same of the supervisor's processes alone. */
  readonly supervisorMb: number;
  /** How long the project's tests ran, milliseconds of wall time. */
  readonly testsMs: number;
};

/** A watch over a process and all that it starts. */
export type TreeWatch = {
  /** CPU time of the supervisor's processes until now, milliseconds. */
  supervisorCpuMs(): number;
  /** Resolves when the process is gone. */
  readonly ended: Promise<TreeUse>;
};

type ProcessFacts = { readonly parent: number; readonly cpuMs: number; readonly residentMb: number };

const gone: ProcessFacts = { parent: 0, cpuMs: 0, residentMb: 0 };
const POLL_MS = 20;
const MS_PER_TICK = 10;
const PAGE_MB = 4096 / 2 ** 20;

/** Watches by /proc. `isSupervisor` tells the tool's own processes from the commands that it runs, by command line. */
export function watchTree(root: number, isSupervisor: (commandLine: string) => boolean): TreeWatch {
  const cpuMs = new Map<number, number>();
  const seen = new Map<number, string>();
  const look = (): {
    readonly treeMb: number;
    readonly supervisorMb: number;
    readonly hasTests: boolean;
  } | null => {
    const facts = readProcesses();
    seen.clear();
    if (!facts.has(root)) return null;
    let [treeMb, supervisorMb] = [0, 0];
    let hasTests = false;
    for (const pid of findTree(root, facts)) {
      const { parent, cpuMs: used, residentMb } = facts.get(pid) ?? gone;
      const commandLine = readText(`/proc/${pid}/cmdline`);
      hasTests ||= commandLine.includes("--test");
      seen.set(pid, commandLine);
      // A process that has only been forked has its parent's command line and memory still, and is its parent's.
      if (pid !== root && commandLine === seen.get(parent)) continue;
      if (isSupervisor(commandLine)) cpuMs.set(pid, used);
      else cpuMs.delete(pid);
      treeMb += residentMb;
      if (isSupervisor(commandLine)) supervisorMb += residentMb;
    }
    return { treeMb, supervisorMb, hasTests };
  };
  const watch = async (): Promise<TreeUse> => {
    let peak = { treeMb: 0, supervisorMb: 0, testsMs: 0 };
    let lookedMs = performance.now();
    for (;;) {
      const now = look();
      if (now === null) return peak;
      const sinceMs = performance.now() - lookedMs;
      lookedMs += sinceMs;
      peak = {
        treeMb: Math.max(peak.treeMb, now.treeMb),
        supervisorMb: Math.max(peak.supervisorMb, now.supervisorMb),
        testsMs: peak.testsMs + (now.hasTests ? sinceMs : 0),
      };
      await sleep(POLL_MS);
    }
  };
  return {
    supervisorCpuMs: () => {
      look();
      return [...cpuMs.values()].reduce((sum, ms) => sum + ms, 0);
    },
    ended: watch(),
  };
}

/** Of proc_pid_stat(5): parent, user and system time in ticks, resident pages. */
function readProcesses(): ReadonlyMap<number, ProcessFacts> {
  const facts = new Map<number, ProcessFacts>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readText(`/proc/${name}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie is over; its parent has not looked yet.
    if (fields[0] === "Z" || fields.length < 22) continue;
    facts.set(Number(name), {
      parent: Number(fields[1]),
      cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK,
      residentMb: Number(fields[21]) * PAGE_MB,
    });
  }
  return facts;
}

function findTree(root: number, facts: ReadonlyMap<number, ProcessFacts>): readonly number[] {
  const tree = [root];
  for (const pid of tree) for (const [child, { parent }] of facts) if (parent === pid) tree.push(child);
  return tree;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It ended while it was looked at.
    return "";
  }
}
