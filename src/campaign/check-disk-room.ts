import { statfs } from "node:fs/promises";
import { usageError } from "../domain/errors.ts";
import { findExistingFolder } from "./find-existing-folder.ts";

/** A journal, a report and a sandbox of a few files: with less than this no campaign gets anywhere. */
const leastBytes = 8 * 1024 * 1024;

/**
 * Whether the disk of a folder has room for a campaign's files; the folder need not exist yet.
 * Throws the usage error `DISK_FULL`, with the folder and what is free.
 */
export async function checkDiskRoom(folder: string): Promise<void> {
  const { bavail, bsize, files, ffree } = await statfs(await findExistingFolder(folder));
  const freeBytes = bavail * bsize;
  // File systems without a fixed number of files report none at all.
  const hasNoFiles = files > 0 && ffree === 0;
  if (freeBytes >= leastBytes && !hasNoFiles) return;
  throw usageError({
    code: "DISK_FULL",
    message: hasNoFiles
      ? `The disk of ${folder} has no room for another file.`
      : `The disk of ${folder} is full: ${Math.floor(freeBytes / 1024)} KiB are free, and a campaign needs ${leastBytes / 1024}.`,
    hint: "Free some space, or name a folder on another disk with --root.",
  });
}
