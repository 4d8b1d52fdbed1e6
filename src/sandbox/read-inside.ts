import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { NightshiftError } from "../domain/errors.ts";

const maxBytes = 256 * 1024 * 1024;

/**
 * Content of a regular file in a work tree, or null when there is none at that path, it leads out of the tree (through
 * symbolic links too), or it belongs to `.git`. Throws `FILE_TOO_LARGE` past 256 MiB.
 */
export async function readInside(tree: string, path: string): Promise<Buffer | null> {
  const root = await realpath(tree);
  if (path.includes("\0")) return null;
  const file = await realpath(resolve(root, path)).catch(() => null);
  if (file === null || !file.startsWith(`${root}/`) || file.startsWith(`${join(root, ".git")}/`)) return null;
  // Without O_NONBLOCK, a pipe that nobody writes to would be waited for without end.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => null);
  if (handle === null) return null;
  await using opened = handle;
  const kind = await opened.stat();
  if (!kind.isFile()) return null;
  if (kind.size > maxBytes) {
    throw new NightshiftError({
      code: "FILE_TOO_LARGE",
      message: `${JSON.stringify(path)} in the sandbox has ${kind.size} bytes, more than the ${maxBytes} that are read.`,
      hint: "Find out which gate writes it.",
    });
  }
  return await opened.readFile();
}
