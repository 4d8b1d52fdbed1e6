import { type Dirent, readdirSync } from "node:fs";
import { join, posix } from "node:path";

/** Dependencies have their own walls, and the decoy of a git directory judges nothing. */
const unlisted = new Set([".git", "node_modules", ".venv", "venv"]);
/** Files that builds have made; guarding more would cost more than the gate. */
const MAX_UNTRACKED = 20_000;

/** What is directly in the folders, relative to `dir`. */
export function listEntries(dir: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readFolder(join(dir, folder)).map(({ name }) => (folder === "." ? name : `${folder}/${name}`)),
  );
}

/** Regular files beneath `dir` that are not among `known`, at most 20,000; links are not followed. */
export function listUntracked(dir: string, known: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const folders = ["."];
  for (
    let folder = folders.pop();
    folder !== undefined && found.length < MAX_UNTRACKED;
    folder = folders.pop()
  ) {
    for (const entry of readFolder(join(dir, folder))) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !unlisted.has(entry.name)) folders.push(path);
      else if (entry.isFile() && !known.has(path)) found.push(path);
    }
  }
  return found;
}

function readFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
