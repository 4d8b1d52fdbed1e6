import { mkdirSync, rmdirSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import type { DependencyFolder } from "./dependency-folder.ts";
import { makeMountPoints } from "./mount-points.ts";
import type { WorkTree } from "./work-tree.ts";

/**
 * Puts symbolic links to the shared dependencies into a work tree, for commands that nothing is mounted for. The
 * function that comes back makes them empty folders again.
 */
export function linkDependencies(
  dependencies: readonly DependencyFolder[],
  { tree, owner }: Pick<WorkTree, "tree" | "owner">,
): () => void {
  const linked: string[] = [];
  for (const { path, copy } of dependencies) {
    if (makeMountPoints(tree, [path], owner).length === 0) continue;
    const place = join(tree, path);
    if (!removeEmptyFolder(place)) continue;
    symlinkSync(copy, place);
    linked.push(place);
  }
  return () => {
    for (const place of linked) {
      unlinkSync(place);
      mkdirSync(place);
    }
  };
}

/** A folder with something in it is the candidate's own, and stays. */
function removeEmptyFolder(place: string): boolean {
  try {
    rmdirSync(place);
    return true;
  } catch {
    return false;
  }
}
