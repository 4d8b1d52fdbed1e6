import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { GitCommand } from "../adapters/git-command.ts";
import type { RepositoryState } from "../ports.ts";

/** Objects for the `.git` that candidate code sees. */
export type Decoy = {
  /** Folder of the objects on this machine, absolute. */
  readonly objects: string;
  /** Makes the one commit of a tree; its hash. Later trees add only what they change. */
  prepare(tree: string): Promise<string>;
};

/**
 * Prepares what tools need that ask git for the commit, the files or the status: a commit without parents, the trees
 * beneath it and the targets of links. Contents of files and the history stay where they are, out of reach. `git` reads the real repository.
 */
export function createDecoy(
  { objects, objectFormat }: Pick<RepositoryState, "objectFormat"> & { readonly objects: string },
  { git }: { readonly git: GitCommand },
): Decoy {
  const commits = new Map<string, string>();
  let latest: string | null = null;
  // One at a time: each builds on the trees of the one before.
  let turn: Promise<unknown> = Promise.resolve();

  async function addTree(tree: string): Promise<string> {
    const known = commits.get(tree);
    if (known !== undefined) return known;
    const needed =
      latest === null ? await listObjects(git, tree) : await listChangedObjects(git, latest, tree);
    await mkdir(join(objects, "pack"), { recursive: true });
    await git.text(["pack-objects", "-q", "--window=0", join(objects, "pack", "pack")], {
      stdin: `${[tree, ...needed].join("\n")}\n`,
    });
    const commit = await writeCommitObject(objects, objectFormat, tree);
    commits.set(tree, commit);
    latest = tree;
    return commit;
  }

  return {
    objects,
    prepare(tree) {
      const result = turn.then(() => addTree(tree));
      turn = result.catch(() => {});
      return result;
    },
  };
}

/** Beside folders, links: git reads their content to tell whether they changed. */
const neededModes = ["040000", "120000"];

async function listObjects(git: GitCommand, tree: string): Promise<readonly string[]> {
  const output = await git.text(["ls-tree", "-r", "-t", "-z", tree]);
  // `mode type hash`, a tab, the path.
  return output.split("\0").flatMap((line) => {
    const [mode = "", , hash] = line.split(/[ \t]/, 3);
    return neededModes.includes(mode) && hash !== undefined ? [hash] : [];
  });
}

async function listChangedObjects(git: GitCommand, from: string, to: string): Promise<readonly string[]> {
  const output = await git.text([
    "diff-tree",
    "-r",
    "-t",
    "-z",
    "--no-renames",
    "--raw",
    "--full-index",
    from,
    to,
  ]);
  // `:old-mode new-mode old-hash new-hash status`, then the path.
  return output.split("\0").flatMap((line) => {
    const [, mode = "", , hash] = line.startsWith(":") ? line.split(" ") : [];
    return neededModes.includes(mode) && hash !== undefined ? [hash] : [];
  });
}

const identity = "Nightshift <nightshift@localhost> 946684800 +0000";

/** Writes a loose object, as gitformat-loose(5) says; the same tree gives the same commit. */
async function writeCommitObject(
  objects: string,
  objectFormat: RepositoryState["objectFormat"],
  tree: string,
): Promise<string> {
  const body = `tree ${tree}\nauthor ${identity}\ncommitter ${identity}\n\nbase\n`;
  const content = Buffer.from(`commit ${Buffer.byteLength(body)}\0${body}`);
  const hash = createHash(objectFormat).update(content).digest("hex");
  const place = join(objects, hash.slice(0, 2), hash.slice(2));
  await mkdir(dirname(place), { recursive: true });
  await writeFile(`${place}.new`, await promisify(deflate)(content));
  await rename(`${place}.new`, place);
  return hash;
}
