import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BundleFiles } from "./bundle.ts";
import { MANIFEST_NAME } from "./name-files.ts";

/**
 * Writes a bundle into a folder, which is emptied first. The manifest comes last: where it is missing, the bundle was not
 * finished. Throws the system's error.
 */
export async function writeBundle(folder: string, files: BundleFiles): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const manifestLast = [...files].toSorted(
    ([a], [b]) => Number(a === MANIFEST_NAME) - Number(b === MANIFEST_NAME),
  );
  for (const [name, bytes] of manifestLast) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}
