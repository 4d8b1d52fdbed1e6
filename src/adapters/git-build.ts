import type { FileEdit } from "../domain/candidate.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";
import { checkEditPath } from "./check-edit-path.ts";
import { checkEditPlaces } from "./check-edit-places.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { openTemporaryIndex, type TemporaryIndex } from "./git-temporary-index.ts";
import { writeBlobs } from "./write-blobs.ts";

/** Builds trees and commits as objects alone: no ref, no index and no work tree of the user is touched. */
export function createGitBuild(
  command: GitCommand,
): Pick<Git, "buildTree" | "buildTreeFromFiles" | "writeCommit"> {
  async function buildTree(base: string, edits: readonly FileEdit[]): Promise<string> {
    checkRevision(base);
    await using index = await openTemporaryIndex(command);
    // Both have ended before the folder of the index goes.
    const steps = await Promise.allSettled([checkEditPlaces(command, base, edits), index.readTree(base)]);
    for (const step of steps) if (step.status === "rejected") throw step.reason;
    await index.remove(edits.filter((edit) => edit.content === null).map((edit) => Buffer.from(edit.path)));
    await addContents(
      command,
      index,
      edits.flatMap(({ path, mode, content }) => (content === null ? [] : [{ path, mode, content }])),
    );
    return await index.writeTree();
  }

  async function buildTreeFromFiles(
    files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
  ): Promise<string> {
    for (const { path } of files) {
      checkEditPath(path);
    }
    await using index = await openTemporaryIndex(command);
    await addContents(
      command,
      index,
      files.map((file) => ({ ...file, mode: "100644" })),
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
    return hash.trim();
  }

  return { buildTree, buildTreeFromFiles, writeCommit };
}

type Content = { readonly path: string; readonly mode: string; readonly content: string | Uint8Array };

async function addContents(
  command: GitCommand,
  index: TemporaryIndex,
  files: readonly Content[],
): Promise<void> {
  const hashes = await writeBlobs(
    command,
    files.map((file) => file.content),
  );
  const entries = files.map(({ path, mode }, at) => ({
    path: Buffer.from(path),
    mode,
    hash: hashes[at] ?? "",
  }));
  await index.add(entries);
}
