import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: a temporary file beside it, flushed,
 * then renamed over it. Makes the folder where it is missing. On failure the old file stays and nothing is left behind;
 * the system's error is thrown. What can be made again from the journal need not be flushed: after a power cut it may
 * then be old or empty.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { isFlushed = true }: { readonly isFlushed?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeNew(temporary, content, isFlushed);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  if (isFlushed) {
    await using place = await open(folder, constants.O_RDONLY);
    await place.sync();
  }
}

async function writeNew(path: string, content: string | Uint8Array, isFlushed: boolean): Promise<void> {
  await using file = await open(path, "wx");
  await file.writeFile(content);
  if (isFlushed) await file.sync();
}
