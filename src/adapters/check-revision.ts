import { NightshiftError } from "../domain/errors.ts";

/**
 * Gives back a revision or range that git cannot take for an option.
 * Throws `BAD_REVISION` for an empty one, one with a leading dash or one with control characters.
 */
export function checkRevision(revision: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (revision === "" || revision.startsWith("-") || /[\u0000-\u001f\u007f]/.test(revision)) {
    throw new NightshiftError({
      code: "BAD_REVISION",
      message: `${JSON.stringify(revision)} is not a revision.`,
      hint: "Name a branch, a tag or a commit.",
    });
  }
  return revision;
}
