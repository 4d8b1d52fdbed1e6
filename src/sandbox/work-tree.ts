import { chownSync, copyFileSync, lchownSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { GitCommand } from "../adapters/git-command.ts";
import type { Git, ProcessRunner, RepositoryState } from "../ports.ts";
import type { Decoy } from "./decoy.ts";
import { findTreeFaults, joinBytes, type TreeFaults } from "./find-tree-faults.ts";
import { writeGitDirectory } from "./git-directory.ts";
import type { SystemPrograms } from "./isolation.ts";
import { parseTrackedPaths, type TrackedPaths } from "./tracked-paths.ts";
import { openTrash } from "./trash.ts";
import { createWorkTreeGit } from "./work-tree-git.ts";

/** Who the files of a work tree belong to, and the programs that make it so; null: to whoever runs Nightshift. */
export type Owner = { readonly user: number; readonly programs: SystemPrograms } | null;

/** A folder with the files of a commit, and folders for what is written beside it; all absolute. */
export type WorkTree = {
  readonly tree: string;
  readonly out: string;
  readonly home: string;
  readonly owner: Owner;
  /**
   * Makes the work tree be what a commit says and nothing else, and empties the other folders. What candidate code did
   * to it does not matter. Throws `SANDBOX_NOT_CLEAN` or `GIT_FAILED`.
   */
  checkOut(commit: string): Promise<void>;
  /** Waits until what earlier checkouts took away is deleted. Throws `SANDBOX_NOT_CLEAN`. */
  settle(): Promise<void>;
  /** Topmost paths of what is there beside the files of the commit, with `/` separators. */
  listUntracked(): Promise<readonly string[]>;
};

/** What a work tree is made from. */
export type WorkTreeOptions = {
  /** Holds all that belongs to this work tree; made where it is missing. */
  readonly folder: string;
  /** The supervisor's own git directory, with the real repository's objects. */
  readonly gitDir: string;
  readonly path: string;
  readonly owner: Owner;
  readonly objectFormat: RepositoryState["objectFormat"];
  /** Where commands see the decoy's objects, absolute. */
  readonly decoyObjects: string;
};

/** Opens the work tree in a folder. Nothing is checked out yet. */
export function openWorkTree(
  options: WorkTreeOptions,
  deps: { readonly processes: ProcessRunner; readonly git: Pick<Git, "treeOf">; readonly decoy: Decoy },
): WorkTree {
  const { folder, owner } = options;
  const [tree, out, home, index] = ["tree", "out", "home", "index"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(folder, { recursive: true });
  const trash = openTrash(join(folder, "trash"), deps);
  const place = { gitDir: options.gitDir, tree, index, path: options.path };
  const reader = createWorkTreeGit({ ...place, owner: null }, deps);
  const writer = createWorkTreeGit({ ...place, owner }, deps);
  let emptying: Promise<void> = Promise.resolve();
  let latest: { readonly commit: string; readonly hash: string } | null = null;
  let current: { readonly hash: string; readonly tracked: Promise<TrackedPaths> } | null = null;

  function makeFolder(path: string): void {
    mkdirSync(path, { recursive: true });
    if (owner !== null) chownSync(path, owner.user, owner.user);
  }

  async function listTracked(): Promise<TrackedPaths> {
    return parseTrackedPaths(await reader.bytes(["ls-files", "--stage", "-z"]));
  }

  async function inspect(): Promise<TreeFaults> {
    return current === null ? { untracked: [], oddModes: [] } : findTreeFaults(tree, await current.tracked);
  }

  /** Takes away what git would not: what it does not know, and files whose mode it would not mend. */
  async function sweep(): Promise<void> {
    for (const path of [out, home]) renewFolder(path);
    if (current === null) renewFolder(tree);
    const { untracked, oddModes } = await inspect();
    for (const path of [...untracked, ...oddModes]) trash.add(joinBytes(tree, path));
  }

  function renewFolder(path: string): void {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) trash.add(path);
    makeFolder(path);
  }

  async function checkOut(commit: string): Promise<void> {
    // Deleting goes on beside the work in the sandbox; only the next checkout waits for it.
    await emptying;
    const [hash] = await Promise.all([readTree(commit), sweep()]);
    emptying = trash.empty();
    // Its error is thrown at the next `await`, and must not count as unhandled until then.
    emptying.catch(() => {});
    const last = current;
    const isSame = last?.hash === hash;
    // Whatever stops this half-way, the next one starts from nothing.
    current = null;
    const [decoyCommit] = await Promise.all([deps.decoy.prepare(hash), writeFiles(writer, { isSame, hash })]);
    await writeDecoy(decoyCommit);
    current = isSame ? last : { hash, tracked: listTracked() };
    // Read beside the work in the sandbox; an error is thrown where the list is needed.
    current.tracked.catch(() => {});
  }

  async function readTree(commit: string): Promise<string> {
    if (latest?.commit !== commit) latest = { commit, hash: await deps.git.treeOf(commit) };
    return latest.hash;
  }

  async function writeDecoy(head: string): Promise<void> {
    const decoy = join(tree, ".git");
    const { decoyObjects: objects, objectFormat } = options;
    await writeGitDirectory({ folder: decoy, objects, objectFormat, head });
    copyFileSync(index, join(decoy, "index"));
    if (owner !== null) giveAll(decoy, owner.user);
  }

  return {
    tree,
    out,
    home,
    owner,
    checkOut,
    settle: () => emptying,
    listUntracked: async () => (await inspect()).untracked.map((path) => path.toString("utf8")),
  };
}

/** The same tree again: only what differs from the index is written, which is much quicker than reading the tree. */
async function writeFiles(
  git: GitCommand,
  { isSame, hash }: { readonly isSame: boolean; readonly hash: string },
): Promise<void> {
  await git.text(
    isSame
      ? ["checkout-index", "--quiet", "--force", "--all", "--index"]
      : ["-c", "checkout.workers=2", "read-tree", "--reset", "-u", hash],
  );
}

function giveAll(folder: string, user: number): void {
  lchownSync(folder, user, user);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), user, user);
  }
}
