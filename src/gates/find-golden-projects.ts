import { posix } from "node:path";
import { globFiles } from "./glob-files.ts";

/** Folders with tracked files that match the glob (relative to `cwd`); relative to the repository's root, sorted. */
export function findGoldenProjects(
  projects: string,
  cwd: string,
  files: readonly string[],
): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (
      let folder = posix.dirname(file);
      folder !== "." && !folders.has(folder);
      folder = posix.dirname(folder)
    ) {
      folders.add(folder);
    }
  }
  return globFiles([projects.replace(/\/+$/, "")], cwd, [...folders]);
}
