import { closeSync, openSync, writeSync } from "node:fs";

/** A file that takes bytes up to a limit and lets the rest go. */
export type CappedFile = {
  add(chunk: Buffer): void;
  /** Says in the file where bytes were let go, and closes it; the first error of a write, such as a full disk, or null. */
  close(): unknown;
};

/**
 * Creates or empties the file at `path`. Writes are synchronous: they hold a process back that prints faster than the
 * disk takes it, so nothing gathers in memory.
 */
export function openCappedFile(path: string, maxBytes: number): CappedFile {
  const file = openSync(path, "w");
  let writtenBytes = 0;
  let isTruncated = false;
  let failure: unknown = null;
  return {
    add(chunk) {
      const part = chunk.subarray(0, Math.max(0, maxBytes - writtenBytes));
      isTruncated ||= part.length < chunk.length;
      if (part.length === 0 || failure !== null) return;
      try {
        for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
        writtenBytes += part.length;
      } catch (error) {
        failure = error;
      }
    },
    close() {
      if (isTruncated && failure === null) {
        writeSync(file, `\n[more was printed than the ${maxBytes} bytes that are kept]\n`);
      }
      closeSync(file);
      return failure;
    },
  };
}
