import { readFileSync } from "node:fs";
import type { Limits } from "./limit-arguments.ts";
import {
  boundMemory,
  measureMemory,
  measureTemporaryFolders,
  measureUnlinkedFiles,
} from "./measure-memory.ts";

const mebibyte = 1024 * 1024;
/** Below this part of its memory, the machine itself is about to choose whom it ends. */
const leastFree = 0.03;

/**
 * Makes the look at a command's memory: null, or the limit that it is over. Private memory counts once however many
 * processes share it; files in memory count, named or not, mapped or not.
 */
export function createMemoryWatch({
  limits,
  temporaryFolders,
}: {
  readonly limits: Pick<Limits, "memoryMb">;
  /** As the command sees them. */
  readonly temporaryFolders: readonly string[];
}): (pids: readonly number[]) => string | null {
  const limit = limits.memoryMb * mebibyte;
  const before = readMachine();
  return (pids) => {
    const last = pids.at(-1);
    if (last === undefined) return null;
    const machine = readMachine();
    if (
      machine.freeBytes < machine.totalBytes * leastFree &&
      before.freeBytes > machine.freeBytes + limit / 2
    ) {
      return `memory: the machine has ${toMb(machine.freeBytes)} MiB left`;
    }
    const folders = measureTemporaryFolders(last, temporaryFolders);
    const bound = boundMemory(pids);
    const hasSharedFlood = machine.sharedBytes - before.sharedBytes > limit / 2;
    if (bound.privateBytes + bound.sharedBytes + folders <= limit && !hasSharedFlood) return null;
    const exact = measureMemory(pids);
    const files = folders + measureUnnamed(pids);
    // What is mapped of a file in memory is in both numbers.
    const used = exact.privateBytes + Math.max(exact.sharedBytes, files);
    return used > limit ? `memory: ${toMb(used)} MiB of ${limits.memoryMb} MiB (sandbox.memoryMb)` : null;
  };
}

/** Files without a name that are on no disk. */
function measureUnnamed(pids: readonly number[]): number {
  let bytes = 0;
  for (const [device, size] of measureUnlinkedFiles(pids)) if (isInMemory(device)) bytes += size;
  return bytes;
}

/** Devices that are no hardware have the major number 0; see makedev(3). */
function isInMemory(device: number): boolean {
  return device >> 8 === 0;
}

function readMachine(): {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly sharedBytes: number;
} {
  const text = readText("/proc/meminfo");
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1] ?? 0) * 1024;
  return { totalBytes: read("MemTotal"), freeBytes: read("MemAvailable"), sharedBytes: read("Shmem") };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

function toMb(bytes: number): number {
  return Math.round(bytes / mebibyte);
}
