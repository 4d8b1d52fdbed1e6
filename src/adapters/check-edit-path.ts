import { NightshiftError } from "../domain/errors.ts";

/** What file systems take for `.git`: other cases, NTFS short names, trailing dots and spaces, HFS+ ignored marks. */
const gitFolder = /^(\.git|git~\d+)[\s.]*(:.*)?$/i;
const ignoredByHfs = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Gives back a path that may become an entry of a tree: relative, `/` separators, no `.`, `..` or `.git` part.
 * Throws `BAD_PATH` for any other, with the path.
 */
export function checkEditPath(path: string): string {
  const reason = findFault(path);
  if (reason === null) {
    return path;
  }
  throw new NightshiftError({
    code: "BAD_PATH",
    message: `${JSON.stringify(path)} cannot be edited: ${reason}.`,
    hint: "Name files relative to the repository's root, with `/` between folders.",
  });
}

function findFault(path: string): string | null {
  if (path === "") {
    return "the path is empty";
  }
  if (path.includes("\0")) {
    return "it holds a NUL character";
  }
  if (!path.isWellFormed()) {
    return "it is not valid Unicode";
  }
  for (const part of path.split("/")) {
    if (part === "") {
      return "it is absolute, or has an empty part";
    }
    if (part === "." || part === "..") {
      return `it has a \`${part}\` part`;
    }
    // Windows reads a backslash as a separator.
    if (part.split("\\").some((name) => gitFolder.test(name.replaceAll(ignoredByHfs, "")))) {
      return "it has a part that is git's own folder";
    }
  }
  return null;
}
