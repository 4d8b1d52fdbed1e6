import { listDescendants } from "../adapters/list-descendants.ts";
import type { ProcessRunner, ProcessSpec } from "../ports.ts";
import type { Limits } from "./limit-arguments.ts";
import { createDiskWatch } from "./watch-disk.ts";
import { createMemoryWatch } from "./watch-memory.ts";

const everyMs = 100;

/**
 * Watches what one command takes of memory and of the disk, all its processes together, which no limit of the system
 * on a single process bounds. Starts to count now.
 */
export function createUsageWatch(
  input: {
    readonly limits: Limits;
    /** Folders that it can write to, on this machine, absolute; all on one disk. */
    readonly folders: readonly [string, ...string[]];
    /** In memory, as the command sees them. */
    readonly temporaryFolders: readonly string[];
  },
  deps: { readonly processes: ProcessRunner },
): NonNullable<ProcessSpec["watch"]> {
  const findMemoryExcess = createMemoryWatch(input);
  const findDiskExcess = createDiskWatch(input, deps);
  return {
    everyMs,
    async check(pid) {
      const pids = [pid, ...listDescendants(pid)];
      return findMemoryExcess(pids) ?? (await findDiskExcess(pids));
    },
  };
}
