import { basename } from "node:path";
import type { GitCommand } from "../adapters/git-command.ts";

/** Folders that package managers fill; what they hold is read by tools and never edited by candidates. */
const names = new Set([
  "node_modules",
  "bower_components",
  "jspm_packages",
  ".venv",
  "venv",
  "__pypackages__",
  ".pixi",
  "vendor",
]);

/**
 * Finds the dependency folders in the user's checkout, relative to its root: those that git does not track, at any
 * level. Build folders such as cargo's `target` are none: they are written to, and belong to one candidate alone.
 * `git` runs in the checkout.
 */
export async function findDependencyFolders({
  git,
}: {
  readonly git: Pick<GitCommand, "text">;
}): Promise<readonly string[]> {
  // A folder without tracked files is one entry, whether it is ignored or was only forgotten.
  const output = await git.text(["ls-files", "--others", "--directory", "--no-empty-directory", "-z"]);
  return output
    .split("\0")
    .filter((path) => path.endsWith("/"))
    .map((path) => path.slice(0, -1))
    .filter((path) => names.has(basename(path)) || path.endsWith("vendor/bundle"))
    .sort();
}
