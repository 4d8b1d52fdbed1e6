import { chmodSync, type Dirent, lstatSync, readdirSync } from "node:fs";
import type { TrackedPaths } from "./tracked-paths.ts";

/**
 * Lists what does not belong in a work tree, the topmost of it alone, relative and byte by byte: files and folders that
 * git does not know, every `.git`, and what took the place of something tracked as another kind of entry. Folders that
 * were closed are opened on the way. Symbolic links are never followed.
 */
export function findUntracked(tree: string, { files, folders }: TrackedPaths): readonly Buffer[] {
  const untracked: Buffer[] = [];
  const visit = (folder: string) => {
    const place = folder === "" ? Buffer.from(tree) : joinBytes(tree, Buffer.from(folder, "latin1"));
    openFolder(place);
    for (const entry of readdirSync(place, { withFileTypes: true, encoding: "buffer" })) {
      const name = entry.name.toString("latin1");
      const path = folder === "" ? name : `${folder}/${name}`;
      if (isTrackedFolder(entry, path)) visit(path);
      else if (!files.has(path) || entry.isDirectory()) untracked.push(Buffer.from(path, "latin1"));
    }
  };
  const isTrackedFolder = (entry: Dirent<Buffer>, path: string) => entry.isDirectory() && folders.has(path);
  visit("");
  return untracked;
}

/** A path beneath a folder whose name may be of any encoding. */
export function joinBytes(folder: string, path: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), path]);
}

function openFolder(place: Buffer): void {
  if ((lstatSync(place).mode & 0o700) !== 0o700) chmodSync(place, 0o755);
}
