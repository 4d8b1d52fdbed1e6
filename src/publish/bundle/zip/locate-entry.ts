import { type BundleRefusal, quote, refuseBundle } from "../bundle-refusal.ts";
import { findExtraFault } from "./find-extra-fault.ts";
import { FLAG_DESCRIPTOR, type ZipEntry } from "./zip-entry.ts";

const headerBytes = 30;
const headerSignature = 0x04034b50;
const descriptorBytes = 16;
const descriptorSignature = 0x08074b50;

/** Where the packed data of an entry lies, and where all of the entry ends. */
export type EntryPlace =
  | { readonly status: "located"; readonly data: Buffer; readonly next: number }
  | BundleRefusal;

/**
 * Finds the data of an entry, whose local header has to be at `at` and to say what the central directory says: a reader
 * that goes by the one and a reader that goes by the other see the same. `end`: where the entries end. Pure.
 */
export function locateEntry(
  zip: Buffer,
  entry: ZipEntry,
  { at, end }: { readonly at: number; readonly end: number },
): EntryPlace {
  const { name, flags, packedBytes } = entry;
  const odd = (what: string) => refuseBundle("archive", `${quote(name)} ${what}.`);
  if (entry.offset !== at) return odd("overlaps another entry, or has bytes before it that belong to none");
  if (at + headerBytes > end || zip.readUInt32LE(at) !== headerSignature)
    return odd("has no header of its own");
  const nameEnd = at + headerBytes + zip.readUInt16LE(at + 26);
  const dataAt = nameEnd + zip.readUInt16LE(at + 28);
  const hasDescriptor = (flags & FLAG_DESCRIPTOR) !== 0;
  const next = dataAt + packedBytes + (hasDescriptor ? descriptorBytes : 0);
  if (next > end) return odd("is cut off");
  const extraFault = findExtraFault(zip.subarray(nameEnd, dataAt));
  if (extraFault !== null) return odd(extraFault);
  const isSame =
    zip.toString("latin1", at + headerBytes, nameEnd) === name &&
    zip.readUInt16LE(at + 6) === flags &&
    zip.readUInt16LE(at + 8) === (entry.method === "stored" ? 0 : 8) &&
    hasSameSizes(zip, at + 14, entry, hasDescriptor);
  if (!isSame) return odd("is told in two ways");
  const descriptorAt = dataAt + packedBytes;
  if (hasDescriptor) {
    const isDescriptor = zip.readUInt32LE(descriptorAt) === descriptorSignature;
    if (!isDescriptor || !hasSameSizes(zip, descriptorAt + 4, entry, false))
      return odd("is told in two ways");
  }
  return { status: "located", data: zip.subarray(dataAt, descriptorAt), next };
}

/** Checksum, packed size, size; each may be zero where they come after the data. */
function hasSameSizes(
  zip: Buffer,
  at: number,
  { crc, packedBytes, sizeBytes }: ZipEntry,
  mayBeZero: boolean,
): boolean {
  return [crc, packedBytes, sizeBytes].every((value, index) => {
    const told = zip.readUInt32LE(at + 4 * index);
    return told === value || (mayBeZero && told === 0);
  });
}
