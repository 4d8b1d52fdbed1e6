import { lstatSync } from "node:fs";
import { join } from "node:path";

/** What each file is, by path; a file that is not there has no stamp. */
export type FileStamps = ReadonlyMap<string, string>;

/**
 * Stamps files by inode, change time, size and mode. The kernel sets the change time at every write, and nothing that
 * a user may do sets it back, so a file that was rewritten and put back has another stamp (inode(7)).
 */
export function stampFiles(folder: string, paths: Iterable<string>): FileStamps {
  const stamps = new Map<string, string>();
  for (const path of paths) {
    const state = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
    if (state !== undefined) stamps.set(path, `${state.ino}:${state.ctimeNs}:${state.size}:${state.mode}`);
  }
  return stamps;
}
