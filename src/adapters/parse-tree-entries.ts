import type { TreeEntry } from "../ports.ts";
import { decodeStrictly, splitAtNul } from "./git-text.ts";

/** Entries of `ls-tree -z`: "<mode> <type> <hash>\t<path>", those with a path that is valid UTF-8. */
export function parseTreeEntries(output: Buffer): readonly TreeEntry[] {
  return splitAtNul(output).flatMap((line) => {
    const tab = line.indexOf("\t");
    const [mode = "", , hash = ""] = line.toString("latin1", 0, tab).split(" ");
    const path = decodeStrictly(line.subarray(tab + 1));
    return path === null ? [] : [{ path, mode, hash }];
  });
}
