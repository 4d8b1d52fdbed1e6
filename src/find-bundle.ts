import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { bundleLimits } from "./domain/bundle.ts";
import { describeError, usageError } from "./domain/errors.ts";
import { MANIFEST_NAME } from "./publish/bundle/name-files.ts";
import type { BundleSource } from "./publish/bundle/read-bundle.ts";

/**
 * Where a bundle is: a zip, a folder with its files, or a folder that holds nothing but the zip that was downloaded.
 * Nothing of it is unpacked. Throws the usage error `BUNDLE_UNREADABLE`.
 */
export async function findBundle(place: string): Promise<BundleSource> {
  try {
    if (!(await stat(place)).isDirectory()) return { zip: await readWithin(place) };
    const names = await readdir(place);
    const [only = ""] = names;
    const isZip = names.length === 1 && only.endsWith(".zip") && !names.includes(MANIFEST_NAME);
    return isZip ? { zip: await readWithin(path.join(place, only)) } : { folder: place };
  } catch (error) {
    throw usageError({
      code: "BUNDLE_UNREADABLE",
      message: `The bundle ${place} cannot be read: ${describeError(error)}`,
      hint: "Name the folder that a campaign wrote its bundle to, or a zip of it.",
      cause: error,
    });
  }
}

async function readWithin(zip: string): Promise<Buffer> {
  const { size } = await stat(zip);
  if (size > bundleLimits.totalBytes)
    throw new Error(`it has ${size} bytes, more than the ${bundleLimits.totalBytes} of a bundle`);
  return readFile(zip);
}
