import { type BundleRefusal, quote, refuseBundle } from "../bundle-refusal.ts";
import type { ClassifyName } from "../file-name.ts";
import { findExtraFault } from "./find-extra-fault.ts";
import { FLAG_DESCRIPTOR, type ZipEntry } from "./zip-entry.ts";

const headerBytes = 46;
const signature = 0x02014b50;
/** How well it was deflated (bits 1, 2), sizes behind the data, names in UTF-8. All others change what is read. */
const harmlessFlags = 0x2 | 0x4 | FLAG_DESCRIPTOR | 0x800;
const zip64Mark = 0xffffffff;
const typeMask = 0xf000;
const regularFile = 0x8000;
const folder = 0x4000;
const dosFolder = 0x10;

/** An entry, and where the next one begins. */
export type ReadDirectoryEntry =
  | { readonly status: "read"; readonly entry: ZipEntry; readonly next: number }
  | BundleRefusal;

/** Reads the entry of the central directory at `at`; the directory ends at `end`. Pure. */
export function readDirectoryEntry(
  zip: Buffer,
  { at, end, classify }: { readonly at: number; readonly end: number; readonly classify: ClassifyName },
): ReadDirectoryEntry {
  if (at + headerBytes > end || zip.readUInt32LE(at) !== signature)
    return refuseBundle("archive", "Its central directory is damaged.");
  const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
  const [packedBytes, sizeBytes] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
  const [nameBytes, extraBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
  const [commentBytes, disk] = [zip.readUInt16LE(at + 32), zip.readUInt16LE(at + 34)];
  const [attributes, offset] = [zip.readUInt32LE(at + 38), zip.readUInt32LE(at + 42)];
  const extraAt = at + headerBytes + nameBytes;
  const next = extraAt + extraBytes + commentBytes;
  if (next > end) return refuseBundle("archive", "Its central directory is damaged.");
  const name = zip.toString("latin1", at + headerBytes, extraAt);
  const kind = classify(name);
  if (kind === null) return refuseBundle("entry-name", `${quote(name)} is no name of a bundle's file.`);
  const isFolder = kind === "folder";
  if ((flags & ~harmlessFlags) !== 0)
    return refuseBundle("archive", `${quote(name)} is encrypted, or packed in a way that is not read here.`);
  if (method !== 0 && method !== 8)
    return refuseBundle(
      "archive",
      `${quote(name)} is packed by method ${method}; deflate is the only one read.`,
    );
  if ([packedBytes, sizeBytes, offset].includes(zip64Mark) || disk !== 0 || commentBytes !== 0)
    return refuseBundle("archive", `${quote(name)} uses zip64, another disk or a comment.`);
  const extraFault = findExtraFault(zip.subarray(extraAt, extraAt + extraBytes));
  if (extraFault !== null) return refuseBundle("archive", `${quote(name)} ${extraFault}.`);
  const type = (attributes >>> 16) & typeMask;
  const isFile = (type === 0 || type === regularFile) && (attributes & dosFolder) === 0;
  if (isFolder ? type !== 0 && type !== folder : !isFile)
    return refuseBundle("entry-kind", `${quote(name)} is a link, a folder or a device.`);
  if (isFolder && (sizeBytes !== 0 || packedBytes > 2))
    return refuseBundle("entry-kind", `${quote(name)} is a folder with content.`);
  const crc = zip.readUInt32LE(at + 16);
  const packing = method === 0 ? "stored" : "deflated";
  return {
    status: "read",
    entry: { name, isFolder, flags, method: packing, crc, packedBytes, sizeBytes, offset },
    next,
  };
}
