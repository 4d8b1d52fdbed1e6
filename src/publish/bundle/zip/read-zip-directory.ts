import { bundleLimits } from "../../../domain/bundle.ts";
import { type BundleRefusal, quote, refuseBundle } from "../bundle-refusal.ts";
import type { ClassifyName } from "../file-name.ts";
import { readDirectoryEntry } from "./read-directory-entry.ts";
import type { ZipEntry } from "./zip-entry.ts";

const endBytes = 22;
const endSignature = 0x06054b50;
/** Below this a high ratio does no harm, and a journal that repeats itself is no bomb. */
const ratioFreeBytes = 8 * 1024 * 1024;

/** The entries of a zip, and where its central directory begins. */
export type ZipDirectory =
  | { readonly status: "read"; readonly entries: readonly ZipEntry[]; readonly start: number }
  | BundleRefusal;

/**
 * Reads the central directory of a zip (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Strict: one disk, no zip64, no comment, and
 * not a byte between the directory and the end, so that no two readers can see two archives in one. Pure.
 */
export function readZipDirectory(zip: Buffer, classify: ClassifyName): ZipDirectory {
  const end = zip.length - endBytes;
  if (end < 0 || zip.readUInt32LE(end) !== endSignature)
    return refuseBundle("archive", "It is no zip, is cut off, or has bytes after its end.");
  const [disk, startDisk, here] = [end + 4, end + 6, end + 8].map((at) => zip.readUInt16LE(at));
  const count = zip.readUInt16LE(end + 10);
  const [sizeBytes, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  if (disk !== 0 || startDisk !== 0 || here !== count || count === 0xffff || zip.readUInt16LE(end + 20) !== 0)
    return refuseBundle("archive", "It has several disks, is a zip64, or has a comment.");
  if (start + sizeBytes !== end)
    return refuseBundle("archive", "Its central directory is not where its end says.");
  if (count > bundleLimits.parts + bundleLimits.promotions + 3)
    return refuseBundle("entry-count", `It holds ${count} entries.`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const read = readDirectoryEntry(zip, { at, end, classify });
    if (read.status === "refused") return read;
    const { entry } = read;
    if (names.has(entry.name)) return refuseBundle("entry-name", `${quote(entry.name)} is there twice.`);
    names.add(entry.name);
    entries.push(entry);
    at = read.next;
  }
  if (at !== end) return refuseBundle("archive", "Its central directory holds more than its end counts.");
  return findRatioFault(entries, zip.length) ?? { status: "read", entries, start };
}

function findRatioFault(entries: readonly ZipEntry[], zipBytes: number): BundleRefusal | null {
  const totalBytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (totalBytes > ratioFreeBytes && totalBytes > zipBytes * bundleLimits.ratio)
    return refuseBundle("ratio", `It unpacks from ${zipBytes} to ${totalBytes} bytes.`);
  const bomb = entries.find(
    ({ sizeBytes, packedBytes }) =>
      sizeBytes > ratioFreeBytes && sizeBytes > packedBytes * bundleLimits.ratio,
  );
  return bomb === undefined
    ? null
    : refuseBundle(
        "ratio",
        `${quote(bomb.name)} unpacks from ${bomb.packedBytes} to ${bomb.sizeBytes} bytes.`,
      );
}
