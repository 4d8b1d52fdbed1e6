import { bundleLimits } from "../../../domain/bundle.ts";
import type { BundleFiles } from "../bundle.ts";
import { type BundleRefusal, refuseBundle } from "../bundle-refusal.ts";
import { checkSizes } from "../check-sizes.ts";
import { type ClassifyName, classifyName } from "../file-name.ts";
import { inflateEntry } from "./inflate-entry.ts";
import { locateEntry } from "./locate-entry.ts";
import { readZipDirectory } from "./read-zip-directory.ts";

/** Files by name, of a zip or a folder that may be a bundle. */
export type ReadFiles = { readonly status: "read"; readonly files: BundleFiles } | BundleRefusal;

/**
 * Reads the files of a zip as hostile data: nothing is written to the disk, names are compared and never followed, sizes
 * are held against the limits before anything is unpacked, and entries stand one behind the other from the first byte to
 * the central directory. `classify` says which names may be there: those of a bundle by default.
 */
export async function readZip(zip: Buffer, classify: ClassifyName = classifyName): Promise<ReadFiles> {
  if (zip.length > bundleLimits.totalBytes)
    return refuseBundle("size", `The zip has ${zip.length} bytes, more than ${bundleLimits.totalBytes}.`);
  const directory = readZipDirectory(zip, classify);
  if (directory.status === "refused") return directory;
  const { entries, start } = directory;
  const tooLarge = checkSizes(entries, classify);
  if (tooLarge !== null) return tooLarge;
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const place = locateEntry(zip, entry, { at, end: start });
    if (place.status === "refused") return place;
    at = place.next;
    const read = await inflateEntry(place.data, entry);
    if (read.status === "refused") return read;
    if (!entry.isFolder) files.set(entry.name, read.bytes);
  }
  return at === start
    ? { status: "read", files }
    : refuseBundle("archive", "It has bytes before its central directory that belong to no entry.");
}
