import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkEditPath } from "../adapters/check-edit-path.ts";
import { NightshiftError } from "../domain/errors.ts";

/** A place in a work tree that can be written to. */
export type InsidePlace = {
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** Folders on the way that are not there yet, outermost first, absolute. */
  readonly missingFolders: readonly string[];
};

/**
 * Finds the place of a path in a work tree. Throws `BAD_PATH` for a path that no tree can have, and
 * `PATH_LEAVES_SANDBOX` when a part of it is a symbolic link or is no folder.
 */
export async function locateInside(tree: string, path: string): Promise<InsidePlace> {
  const file = join(tree, checkEditPath(path));
  const missingFolders: string[] = [];
  for (const folder of listFolders(tree, file)) {
    const kind = await lstat(folder).catch(ignoreMissing);
    if (kind === null) missingFolders.push(folder);
    else if (!kind.isDirectory()) {
      throw refuse(path, `${folder.slice(tree.length + 1)} is ${describeKind(kind)}`);
    }
  }
  const kind = await lstat(file).catch(ignoreMissing);
  if (kind !== null && !kind.isFile()) throw refuse(path, `it is ${describeKind(kind)}`);
  return { path, file, missingFolders };
}

function listFolders(tree: string, file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(file); folder !== tree; folder = dirname(folder)) folders.unshift(folder);
  return folders;
}

function describeKind(kind: { isSymbolicLink(): boolean; isDirectory(): boolean }): string {
  if (kind.isSymbolicLink()) return "a symbolic link";
  return kind.isDirectory() ? "a folder" : "no folder";
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

function refuse(path: string, reason: string): NightshiftError {
  return new NightshiftError({
    code: "PATH_LEAVES_SANDBOX",
    message: `${JSON.stringify(path)} cannot be edited: ${reason}.`,
    hint: "Edit regular files alone, by the path that git knows them by.",
  });
}
