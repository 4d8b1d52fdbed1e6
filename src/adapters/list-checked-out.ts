import { existsSync } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GitCommand } from "./git-command.ts";

/** A HEAD that names a branch, or a commit. */
const plainHead = /^(?:ref: (?<branch>refs\/heads\/\S+)|[0-9a-f]{40}|[0-9a-f]{64})\n$/;

/**
 * Full names of the branches that any work tree has checked out, in lower case: some file systems know no other. HEADs
 * are files (gitrepository-layout(5)) and are read as such; where one of them is anything out of the ordinary, git is
 * asked instead.
 */
export async function listCheckedOut(commonDir: string, command: GitCommand): Promise<ReadonlySet<string>> {
  const branches = (await readHeads(commonDir)) ?? (await askGit(command));
  return new Set(branches.map((branch) => branch.toLowerCase()));
}

/** Null where a HEAD is a link, points to a symbolic ref, cannot be read, or where refs are no files. */
async function readHeads(commonDir: string): Promise<readonly string[] | null> {
  if (existsSync(join(commonDir, "reftable"))) return null;
  try {
    const branches: string[] = [];
    for (const folder of [commonDir, ...(await listLinked(commonDir))]) {
      const head = join(folder, "HEAD");
      const match = plainHead.exec(await readFile(head, "utf8"));
      if (match === null || !(await lstat(head)).isFile()) return null;
      const branch = match.groups?.branch;
      if (branch === undefined) continue;
      if (await isSymbolic(join(commonDir, branch))) return null;
      branches.push(branch);
    }
    return branches;
  } catch {
    return null;
  }
}

/** Git's folders of linked work trees. */
async function listLinked(commonDir: string): Promise<readonly string[]> {
  const folder = join(commonDir, "worktrees");
  try {
    return (await readdir(folder)).map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Whether a ref leads to another one; one that is packed, or not there yet, does not. */
async function isSymbolic(place: string): Promise<boolean> {
  try {
    return (await lstat(place)).isSymbolicLink() || (await readFile(place, "utf8")).startsWith("ref:");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function askGit(command: GitCommand): Promise<readonly string[]> {
  const output = await command.text(["worktree", "list", "--porcelain"]);
  const lines = output.split("\n").filter((line) => line.startsWith("branch "));
  return lines.map((line) => line.slice("branch ".length));
}
