import { dirname } from "node:path";

/** Paths of a work tree that belong there, byte by byte as Latin-1, since names may be of any encoding. */
export type TrackedPaths = {
  readonly files: ReadonlySet<string>;
  /** Every folder of a file, and those that are there without one: submodules. */
  readonly folders: ReadonlySet<string>;
};

const submodule = "160000";

/** Reads the output of `git ls-files --stage -z`. */
export function parseTrackedPaths(output: Buffer): TrackedPaths {
  const files = new Set<string>();
  const folders = new Set<string>();
  const addFolder = (path: string) => {
    for (let folder = path; folder !== "." && !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
    }
  };
  for (const line of output.toString("latin1").split("\0")) {
    if (line === "") continue;
    const path = line.slice(line.indexOf("\t") + 1);
    if (line.startsWith(submodule)) {
      addFolder(path);
    } else {
      files.add(path);
      addFolder(dirname(path));
    }
  }
  return { files, folders };
}
