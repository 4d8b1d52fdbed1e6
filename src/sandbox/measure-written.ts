import { statfsSync } from "node:fs";
import type { ProcessRunner } from "../ports.ts";

const measureMs = 60_000;
/** The least that anything in a folder counts as, so that a flood of empty files is one too. Blocks of 512 bytes. */
const leastBlocks = 8;

/** Room on the disk of a folder. */
export type DiskRoom = { readonly bytes: number; readonly files: number };

/** Free room where a folder is. */
export function readDiskRoom(folder: string): DiskRoom {
  const { bfree, bsize, ffree } = statfsSync(folder);
  return { bytes: bfree * bsize, files: ffree };
}

/**
 * Bytes on the disk of all that was made or changed in folders since a moment, each thing as 4 KiB at least; null when
 * not all of it could be looked at. Uses GNU find, which goes deeper than a path can be long.
 */
export async function measureWritten(
  { folders, since }: { readonly folders: readonly string[]; readonly since: Date },
  { processes }: { readonly processes: ProcessRunner },
): Promise<number | null> {
  const script = `find "$@" -xdev -newerct @${since.getTime() / 1000} -printf '%b\\n' | awk '{ s += ($1 > ${leastBlocks} ? $1 : ${leastBlocks}) } END { printf "%.0f\\n", s * 512 }'`;
  const result = await processes.run({
    argv: ["/bin/sh", "-c", script, "sh", ...folders],
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    timeoutMs: measureMs,
  });
  const bytes = Number(result.stdout.trim());
  const isWhole = result.exitCode === 0 && !/Permission denied|unknown|unrecognized/.test(result.stderr);
  return isWhole && Number.isFinite(bytes) ? bytes : null;
}
