import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RepositoryState } from "../ports.ts";

/** A git directory that borrows the objects of a repository. */
export type GitDirectory = {
  /** Absolute; made where it is missing. */
  readonly folder: string;
  /** Folder of the objects, absolute, or as those see it who are to use it. */
  readonly objects: string;
  readonly objectFormat: RepositoryState["objectFormat"];
  /** Commit that its one branch, `main`, is at; without it the branch is unborn. */
  readonly head?: string;
};

/**
 * Writes a bare-bones git directory: no hooks, no filters, no remotes, objects read from `objects`. See
 * gitrepository-layout(5).
 */
export async function writeGitDirectory({
  folder,
  objects,
  objectFormat,
  head,
}: GitDirectory): Promise<void> {
  for (const part of ["objects/info", "objects/pack", "refs/heads", "info"]) {
    await mkdir(join(folder, part), { recursive: true });
  }
  const format =
    objectFormat === "sha1"
      ? "[core]\n\trepositoryformatversion = 0\n"
      : `[extensions]\n\tobjectformat = ${objectFormat}\n[core]\n\trepositoryformatversion = 1\n`;
  await Promise.all([
    writeFile(join(folder, "config"), `${format}\tfilemode = true\n\tbare = false\n[gc]\n\tauto = 0\n`),
    writeFile(join(folder, "HEAD"), "ref: refs/heads/main\n"),
    writeFile(join(folder, "objects/info/alternates"), `${quoteAlternate(objects)}\n`),
    ...(head === undefined ? [] : [writeFile(join(folder, "refs/heads/main"), `${head}\n`)]),
  ]);
}

/** Git reads a line that starts with a double quote as a C string, and one that starts with `#` as a comment. */
function quoteAlternate(path: string): string {
  return /["\n\\]/.test(path)
    ? `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`
    : path;
}
