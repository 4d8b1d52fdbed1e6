import type { FileEdit } from "../domain/candidate.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";
import { checkEditPath } from "./check-edit-path.ts";
import { checkEditPlaces } from "./check-edit-places.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { type IndexEntry, openTemporaryIndex } from "./git-temporary-index.ts";
import { writeBlobs } from "./write-blobs.ts";

/** A full object name: what it names never changes. */
const fullHash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Builds trees and commits as objects alone: no ref, no index and no work tree of the user is touched. The tree of each
 * commit goes into `trees`, by the commit's full hash.
 */
export function createGitBuild(
  command: GitCommand,
  trees: Map<string, string>,
): Pick<Git, "buildTree" | "buildTreeFromFiles" | "writeCommit"> {
  async function buildTree(base: string, edits: readonly FileEdit[]): Promise<string> {
    checkRevision(base);
    await using index = await openTemporaryIndex(command);
    const contents = edits.flatMap(({ path, mode, content }) =>
      content === null ? [] : [{ path, mode, content }],
    );
    // All have ended before the folder of the index goes. Blobs of edits that are refused are never reached.
    const [hashes, ...checks] = await Promise.allSettled([
      writeBlobs(
        command,
        contents.map(({ content }) => content),
      ),
      checkEditPlaces(command, base, edits),
      index.readTree(base),
    ]);
    for (const step of [...checks, hashes]) if (step.status === "rejected") throw step.reason;
    await index.remove(edits.filter((edit) => edit.content === null).map((edit) => Buffer.from(edit.path)));
    await index.add(listEntries(contents, hashes.status === "fulfilled" ? hashes.value : []));
    return await index.writeTree();
  }

  async function buildTreeFromFiles(
    files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
  ): Promise<string> {
    for (const { path } of files) {
      checkEditPath(path);
    }
    await using index = await openTemporaryIndex(command);
    const hashes = await writeBlobs(
      command,
      files.map(({ content }) => content),
    );
    await index.add(
      listEntries(
        files.map(({ path }) => ({ path, mode: "100644" })),
        hashes,
      ),
    );
    return await index.writeTree();
  }

  async function writeCommit(input: Parameters<Git["writeCommit"]>[0]): Promise<string> {
    const seconds = Math.floor(Date.parse(input.at) / 1000);
    if (!Number.isFinite(seconds)) {
      throw new NightshiftError({
        code: "BAD_DATE",
        message: `${JSON.stringify(input.at)} is not a date that a commit can carry.`,
        hint: "Give an ISO 8601 date, such as 2026-11-21T03:00:00Z.",
      });
    }
    const date = `@${seconds} +0000`;
    const parents = input.parents.flatMap((parent) => ["-p", checkRevision(parent)]);
    const hash = await command.text(["commit-tree", ...parents, checkRevision(input.tree)], {
      stdin: `${input.message.trimEnd()}\n`,
      env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
    const commit = hash.trim();
    if (fullHash.test(input.tree)) trees.set(commit, input.tree);
    return commit;
  }

  return { buildTree, buildTreeFromFiles, writeCommit };
}

function listEntries(
  files: readonly { readonly path: string; readonly mode: string }[],
  hashes: readonly string[],
): readonly IndexEntry[] {
  return files.map(({ path, mode }, at) => ({ path: Buffer.from(path), mode, hash: hashes[at] ?? "" }));
}
