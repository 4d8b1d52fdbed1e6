import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** What a file that candidate code may have written turned out to be. */
export type OutFile =
  | { readonly status: "read"; readonly text: string }
  | { readonly status: "missing" }
  | { readonly status: "refused"; readonly reason: string };

/**
 * Reads a file that candidate code may have put there. It may be a link to a secret, a pipe that nobody writes to, or
 * larger than memory: links are not followed, only regular files are read, and none beyond `maxBytes`.
 */
export async function readOutFile(path: string, maxBytes: number): Promise<OutFile> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (file instanceof Error) {
    if (file.code === "ENOENT") return { status: "missing" };
    return { status: "refused", reason: `the report cannot be read (${file.code})` };
  }
  try {
    const state = await file.stat();
    if (!state.isFile()) return { status: "refused", reason: "the report is not a regular file" };
    if (state.size > maxBytes)
      return { status: "refused", reason: `the report is larger than ${maxBytes} bytes` };
    return { status: "read", text: await file.readFile("utf8") };
  } finally {
    await file.close();
  }
}
