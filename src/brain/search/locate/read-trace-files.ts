import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files above this are left unread: reading them would cost more than they tell. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The texts of the files in a folder whose names match, in the order of their names. What is unusual is left out. */
export async function readTraceFiles(folder: string, name: RegExp): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const texts: string[] = [];
  for (const path of names
    .filter((found) => name.test(found))
    .toSorted()
    .map((found) => join(folder, found))) {
    const stats = await lstat(path);
    // The repository's code wrote here: a link would lead elsewhere, and a pipe would never end.
    if (stats.isFile() && stats.size <= MAX_FILE_BYTES) texts.push(await readFile(path, "utf8"));
  }
  return texts;
}
