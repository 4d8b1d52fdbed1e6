import { diffError } from "./diff-error.ts";
import { readDiffPath } from "./read-diff-path.ts";
import { stripPrefixes } from "./strip-prefixes.ts";

/**
 * The paths that a pair of lines `--- a/x` and `+++ b/x` names; `at` is the index of the first.
 * Throws the usage error `DIFF_UNREADABLE`.
 */
export function readNames(
  before: string,
  after: string,
  at: number,
): { readonly oldPath: string | null; readonly newPath: string | null } {
  const [oldName, newName] = [before, after].map((line) => readName(line.slice("--- ".length), at));
  const names = stripPrefixes(oldName ?? null, newName ?? null);
  if (names === null || (names.oldPath === null && names.newPath === null)) {
    const reason = `the names ${JSON.stringify(oldName)} and ${JSON.stringify(newName)} lack the prefixes a/ and b/`;
    throw diffError("DIFF_UNREADABLE", { line: at + 1, reason });
  }
  return names;
}

function readName(text: string, at: number): string | null {
  const read = readDiffPath(text);
  if (read === null || (read.rest !== "" && !read.rest.startsWith("\t"))) {
    throw diffError("DIFF_UNREADABLE", {
      line: at + 1,
      reason: `the name ${JSON.stringify(text)} is not quoted well`,
    });
  }
  return read.path === "/dev/null" ? null : read.path;
}
