import { chownSync, lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Owner } from "./work-tree.ts";

/**
 * Makes the folders that something is to be mounted on, and gives back those of `paths` where that is safe now: every
 * folder above is there and is no symbolic link, which candidate code may have put in its place.
 */
export function makeMountPoints(tree: string, paths: readonly string[], owner: Owner): readonly string[] {
  return paths.filter((path) => {
    const parts = path.split("/");
    const above = parts.slice(0, -1).map((_, depth) => join(tree, ...parts.slice(0, depth + 1)));
    if (!above.every(isRealFolder)) return false;
    const place = join(tree, path);
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) {
      mkdirSync(place);
      if (owner !== null) chownSync(place, owner.user, owner.user);
    }
    return isRealFolder(place);
  });
}

function isRealFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
