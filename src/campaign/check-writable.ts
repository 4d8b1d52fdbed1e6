import { access, constants, stat } from "node:fs/promises";
import { describeError, usageError } from "../domain/errors.ts";
import { findExistingFolder } from "./find-existing-folder.ts";

/**
 * Whether a folder can be written to, or made where it does not exist yet; nothing is written.
 * Throws the usage error `NOT_WRITABLE`, with the folder and the system's reason.
 */
export async function checkWritable(folder: string): Promise<void> {
  try {
    const place = await findExistingFolder(folder);
    if (!(await stat(place)).isDirectory()) {
      throw new Error(`${place} is not a folder`);
    }
    await access(place, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw usageError({
      code: "NOT_WRITABLE",
      message: `Nightshift cannot write to ${folder}: ${describeError(cause)}.`,
      hint: "Make it writable, or name another folder for Nightshift's files with --root.",
      cause,
    });
  }
}
