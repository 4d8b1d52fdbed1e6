import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GitCommand } from "./git-command.ts";
import type { IndexEntry } from "./git-temporary-index.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";
import { writeBlobs } from "./write-blobs.ts";

/** What one of the three trees has at a path. */
export type Stage = { readonly mode: string; readonly hash: string };
/** A path that trees disagree about: what the change came from, what it is applied to, what it leads to. */
export type Unmerged = {
  readonly path: Buffer;
  readonly from: Stage | undefined;
  readonly onto: Stage | undefined;
  readonly to: Stage | undefined;
};
/** What becomes of it. */
export type Merged =
  | { readonly status: "kept"; readonly entry: IndexEntry }
  | { readonly status: "deleted"; readonly path: Buffer }
  | { readonly status: "conflict"; readonly path: Buffer };

/**
 * Merges one path: a side that changed nothing gives way, two texts are joined line by line. A conflict when both sides
 * changed the same lines, one deleted what the other changed, or what both changed is no text.
 */
export async function mergeEntry(command: GitCommand, unmerged: Unmerged): Promise<Merged> {
  const { path, from, onto, to } = unmerged;
  if (isSame(from, onto) || isSame(onto, to)) {
    return take(path, to);
  }
  if (isSame(from, to)) {
    return take(path, onto);
  }
  if (from === undefined || onto === undefined || to === undefined) {
    return { status: "conflict", path };
  }
  if (![from, onto, to].every((stage) => stage.mode.startsWith("100"))) {
    return { status: "conflict", path };
  }
  const hash = await mergeTexts(command, [onto.hash, from.hash, to.hash]);
  const mode = onto.mode === from.mode ? to.mode : onto.mode;
  return hash === null ? { status: "conflict", path } : { status: "kept", entry: { path, mode, hash } };
}

function isSame(one: Stage | undefined, other: Stage | undefined): boolean {
  return one?.hash === other?.hash && one?.mode === other?.mode;
}

function take(path: Buffer, stage: Stage | undefined): Merged {
  return stage === undefined
    ? { status: "deleted", path }
    : { status: "kept", entry: { path, mode: stage.mode, hash: stage.hash } };
}

/** Hash of the joined content, or null for a conflict. `blobs`: onto, from, to. */
async function mergeTexts(command: GitCommand, blobs: readonly string[]): Promise<string | null> {
  await using folder = await openTemporaryFolder();
  const copies = blobs.map((_, at) => join(folder.path, String(at)));
  for (const [at, blob] of blobs.entries()) {
    await writeFile(copies[at] ?? "", await command.bytes(["cat-file", "blob", blob]));
  }
  // Writes the result over the first file; the exit code counts conflicts, and 255 is a file that is not text.
  const answer = await command.attempt(["merge-file", "--quiet", ...copies]);
  if (answer.exitCode !== 0) {
    return null;
  }
  const [hash = null] = await writeBlobs(command, [await readFile(copies[0] ?? "")]);
  return hash;
}
