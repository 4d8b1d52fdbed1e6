import { statSync } from "node:fs";
import type { ProcessRunner } from "../ports.ts";
import type { Limits } from "./limit-arguments.ts";
import { measureUnlinkedFiles } from "./measure-memory.ts";
import { measureWritten, readDiskRoom } from "./measure-written.ts";

const mebibyte = 1024 * 1024;
/** Without a sign of a flood the folders are gone through this often, since others may free what a command fills. */
const calmMs = 5_000;
const hastyMs = 200;
/** Going through the folders takes at most this part of the time. */
const share = 1 / 20;
/** With less room than this the machine is in need. */
const leastRoom = 128 * mebibyte;

/**
 * Makes the look at what a command writes to the disk: null, or the limit that it is over. The disk's free room says at
 * each look whether something grows; what it is, the folders and the open files say.
 */
export function createDiskWatch(
  {
    limits,
    folders,
  }: {
    readonly limits: Pick<Limits, "diskMb">;
    /** On this machine, absolute; all on one disk. */
    readonly folders: readonly [string, ...string[]];
  },
  deps: { readonly processes: ProcessRunner },
): (pids: readonly number[]) => Promise<string | null> {
  const limit = limits.diskMb * mebibyte;
  const since = new Date();
  const device = statSync(folders[0]).dev;
  const before = readDiskRoom(folders[0]);
  let calmAt = performance.now() + calmMs;
  let hastyAt = 0;
  const describe = (bytes: number) =>
    `disk: wrote ${Math.round(bytes / mebibyte)} MiB of ${limits.diskMb} MiB (sandbox.diskMb)`;

  return async (pids) => {
    const room = readDiskRoom(folders[0]);
    // An inode counts as 4 KiB here as well.
    const taken = Math.max(before.bytes - room.bytes, (before.files - room.files) * 4096);
    if (room.bytes < leastRoom && taken > leastRoom) return "disk: hardly any room is left on it";
    const now = performance.now();
    if (now < (taken > limit / 2 ? hastyAt : calmAt)) return null;
    const written = await measureWritten({ folders, since }, deps);
    const durationMs = performance.now() - now;
    hastyAt = now + Math.max(hastyMs, durationMs * 2);
    calmAt = now + Math.max(calmMs, durationMs / share);
    const unnamed = measureUnlinkedFiles(pids).get(device) ?? 0;
    // What is hidden from us counts as if all that was taken of the disk were in there.
    const used = (written ?? Math.max(taken, 0)) + unnamed;
    return used > limit ? describe(used) : null;
  };
}
