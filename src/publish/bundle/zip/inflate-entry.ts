import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type BundleRefusal, quote, refuseBundle } from "../bundle-refusal.ts";
import type { ZipEntry } from "./zip-entry.ts";

type Inflated = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
const inflate = promisify(inflateRaw) as unknown as (
  data: Buffer,
  options: { readonly maxOutputLength: number; readonly info: true },
) => Promise<Inflated>;

/** The content of an entry. */
export type ReadEntry = { readonly status: "read"; readonly bytes: Buffer } | BundleRefusal;

/**
 * Unpacks an entry, and stops at the size that the directory tells: what is larger is refused, and so is what is
 * smaller, has bytes left over, or another checksum.
 */
export async function inflateEntry(data: Buffer, entry: ZipEntry): Promise<ReadEntry> {
  const { name, method, sizeBytes, crc } = entry;
  const bytes = method === "stored" ? data : await inflateWithin(data, sizeBytes);
  if (bytes === null || bytes.length !== sizeBytes)
    return refuseBundle(
      "archive",
      `${quote(name)} does not unpack to the ${sizeBytes} bytes that it is said to have.`,
    );
  return crc32(bytes) === crc
    ? { status: "read", bytes }
    : refuseBundle("archive", `The checksum of ${quote(name)} does not fit.`);
}

async function inflateWithin(data: Buffer, sizeBytes: number): Promise<Buffer | null> {
  try {
    // A limit of 0 is not taken; the size is compared in any case.
    const { buffer, engine } = await inflate(data, { maxOutputLength: Math.max(1, sizeBytes), info: true });
    return engine.bytesWritten === data.length ? buffer : null;
  } catch {
    return null;
  }
}
