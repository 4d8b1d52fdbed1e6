import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProcessResult } from "../ports.ts";
import type { Limits } from "./limit-arguments.ts";

const mebibyte = 1024 * 1024;
/** A group can be removed once its last process is gone, which takes the kernel a moment. */
const removeTries = 40;
const removePauseMs = 5;

/** A control group for one command. */
export type CommandGroup = {
  /** The argv that runs in the group what `argv` names. */
  enter(argv: readonly string[]): readonly string[];
  /** Ends what is left in the group and removes it. Says so in the result where memory ran out. */
  close(result: ProcessResult): Promise<ProcessResult>;
};

/**
 * Finds the folder where groups with limits can be made: beside the group that this process is in, or beneath it, where
 * systemd has delegated it. Null where there is no cgroup v2, or none that is ours. See cgroups(7).
 */
export function findCgroup({
  root = "/sys/fs/cgroup",
  self = "/proc/self/cgroup",
}: {
  readonly root?: string;
  readonly self?: string;
} = {}): string | null {
  const own = /^0::(\/.*)$/m.exec(read(self))?.[1];
  if (own === undefined) return null;
  const folder = join(root, own);
  // The one above comes first: a group with processes of its own gives no limits to those beneath it.
  return [...(own === "/" ? [] : [dirname(folder)]), folder].find(isDelegated) ?? null;
}

/** Makes a group beneath a folder that `findCgroup` gave; null where the system refuses. */
export function openCommandGroup({
  folder,
  limits,
}: {
  readonly folder: string;
  readonly limits: Limits;
}): CommandGroup | null {
  const group = join(folder, `nightshift-${randomUUID()}`);
  try {
    mkdirSync(group);
    writeFileSync(join(group, "memory.max"), String(limits.memoryMb * mebibyte));
    writeFileSync(join(group, "pids.max"), String(limits.processes));
  } catch {
    remove(group);
    return null;
  }
  // Both are not everywhere; without them the limit on memory still holds.
  for (const [name, value] of [
    ["memory.swap.max", "0"],
    ["memory.oom.group", "1"],
  ] as const)
    tryToWrite(join(group, name), value);
  return {
    // Where it cannot be entered, the watch of the command's use still holds.
    enter: (argv) => ["/bin/sh", "-c", 'echo 0 2>/dev/null >"$0/cgroup.procs"; exec "$@"', group, ...argv],
    async close(result) {
      const isOut = /^oom_(?:group_)?kill [1-9]/m.test(read(join(group, "memory.events")));
      tryToWrite(join(group, "cgroup.kill"), "1");
      for (let tries = 0; tries < removeTries && !remove(group); tries += 1) await sleep(removePauseMs);
      const limit = `memory: more than ${limits.memoryMb} MiB (sandbox.memoryMb)`;
      return isOut && result.status !== "over-limit"
        ? { ...result, status: "over-limit", exitCode: null, limit }
        : result;
    },
  };
}

function isDelegated(folder: string): boolean {
  const controllers = read(join(folder, "cgroup.subtree_control")).split(/\s+/);
  if (!["memory", "pids"].every((name) => controllers.includes(name))) return false;
  try {
    for (const path of [folder, join(folder, "cgroup.procs")]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function tryToWrite(path: string, value: string): void {
  try {
    writeFileSync(path, value);
  } catch {
    // A kernel without this file.
  }
}

function remove(group: string): boolean {
  try {
    rmdirSync(group);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
