import { resolve } from "node:path";
import { NightshiftError } from "../domain/errors.ts";
import type { Git, RepositoryState } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { splitAtNul } from "./git-text.ts";

/** Where a repository is; none of it changes while it is open. */
export type RepositoryPlace = Pick<RepositoryState, "root" | "commonDir" | "objectFormat">;

/**
 * Reads what the repository is now: HEAD, revisions, and what the work tree holds beyond HEAD. `trees` holds the trees of
 * commits that were written here, by full hash.
 */
export function createGitState(
  command: GitCommand,
  place: RepositoryPlace,
  trees: ReadonlyMap<string, string>,
): Pick<Git, "state" | "resolveCommit" | "treeOf" | "uncommittedPaths"> {
  async function resolveObject(revision: string): Promise<string | null> {
    const answer = await command.attempt(["rev-parse", "--verify", "--quiet", "--end-of-options", revision]);
    return answer.exitCode === 0 ? answer.stdout.trim() : null;
  }

  async function state(): Promise<RepositoryState> {
    const head = await command.attempt(["symbolic-ref", "--quiet", "HEAD"]);
    const isShallow = await command.text(["rev-parse", "--is-shallow-repository"]);
    return {
      ...place,
      headBranch: head.exitCode === 0 ? head.stdout.trim().replace(/^refs\/heads\//, "") : null,
      headCommit: await resolveObject("HEAD^{commit}"),
      isShallow: isShallow.trim() === "true",
    };
  }

  async function treeOf(revision: string): Promise<string> {
    const known = trees.get(revision);
    if (known !== undefined) return known;
    const tree = await resolveObject(`${checkRevision(revision)}^{tree}`);
    if (tree === null) {
      throw new NightshiftError({
        code: "REVISION_NOT_FOUND",
        message: `${JSON.stringify(revision)} names no tree in ${place.root}.`,
        hint: "Name a commit, a tree or a ref that exists here.",
      });
    }
    return tree;
  }

  async function uncommittedPaths(): Promise<readonly string[]> {
    const output = await command.bytes([
      "status",
      "--porcelain=v1",
      "-z",
      "--untracked-files=all",
      "--no-renames",
      "--ignore-submodules=dirty",
    ]);
    return splitAtNul(output).map((line) => line.subarray(3).toString("utf8"));
  }

  return {
    state,
    resolveCommit: async (revision) => resolveObject(`${checkRevision(revision)}^{commit}`),
    treeOf,
    uncommittedPaths,
  };
}

/** Full paths of a repository, from `git rev-parse` in its root. Throws `GIT_FAILED` outside of one. */
export async function readPlace(command: GitCommand, root: string): Promise<RepositoryPlace> {
  const commonDir = await command.text(["rev-parse", "--git-common-dir"]);
  const format = await command.text(["rev-parse", "--show-object-format"]);
  return {
    root,
    commonDir: resolve(root, commonDir.replace(/\n$/, "")),
    objectFormat: format.trim() === "sha256" ? "sha256" : "sha1",
  };
}
