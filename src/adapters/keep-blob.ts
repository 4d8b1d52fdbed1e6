import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "./write-atomically.ts";

/** Of one blob, in characters. */
const MAX_CHARS = 512 * 1024;

/** A text as it is kept: its name is the SHA-256 of what is in the file, in hex. */
export type KeptBlob = { readonly digest: string; readonly sizeBytes: number; readonly isCut: boolean };

/**
 * Keeps texts as files named by their content, without known secrets and capped: the middle goes, and a line says how
 * much. Throws the system's error where the folder cannot be written.
 */
export function createBlobKeeper({
  folder,
  redact,
}: {
  readonly folder: string;
  redact(text: string): string;
}): (text: string) => Promise<KeptBlob> {
  return async (text) => {
    const safe = redact(text);
    const isCut = safe.length > MAX_CHARS;
    const content = Buffer.from(isCut ? cutMiddle(safe) : safe, "utf8");
    const digest = createHash("sha256").update(content).digest("hex");
    const file = path.join(folder, digest);
    if (!(await exists(file))) await writeAtomically(file, content, { isFlushed: false });
    return { digest, sizeBytes: content.length, isCut };
  };
}

function cutMiddle(text: string): string {
  const half = MAX_CHARS / 2;
  const left = text.length - MAX_CHARS;
  return `${text.slice(0, half)}\n… ${left} characters are left out …\n${text.slice(-half)}`;
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
