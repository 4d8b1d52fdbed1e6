import { realpath } from "node:fs/promises";
import type { Git, ProcessRunner } from "../ports.ts";
import { createGitBuild } from "./git-build.ts";
import { createGitCommand } from "./git-command.ts";
import { createGitHistory } from "./git-history.ts";
import { createGitMerge } from "./git-merge.ts";
import { createGitRead } from "./git-read.ts";
import { createGitRefs } from "./git-refs.ts";
import { createGitState, readPlace } from "./git-state.ts";
import { locateWorkTree } from "./locate-work-tree.ts";

/**
 * Opens the repository that `dir` lies in with the git program of the machine (2.34 or newer). Reads anything, writes
 * objects, and moves refs beneath `prefix` alone (`guardRefs`); the user's branches, index, work tree and HEAD are
 * never written, and neither hooks nor settings of theirs run. `environment` is the caller's: the path and the home are
 * taken from it, nothing else.
 *
 * Throws usage errors: `GIT_MISSING`, `GIT_TOO_OLD`, `NOT_A_REPOSITORY`, `BARE_REPOSITORY`, `UNSAFE_REPOSITORY`.
 */
export async function createGit(
  {
    dir,
    prefix,
    environment,
  }: {
    readonly dir: string;
    readonly prefix: string;
    readonly environment?: Readonly<Record<string, string | undefined>>;
  },
  deps: { readonly processes: ProcessRunner },
): Promise<Git> {
  const shared = environment === undefined ? {} : { environment };
  const root = await locateWorkTree(dir, (from) => createGitCommand({ dir: from, ...shared }, deps));
  const command = createGitCommand({ dir: root, ...shared }, deps);
  const place = await readPlace(command, root);
  const commonDir = await realpath(place.commonDir);
  const trees = new Map<string, string>();
  return {
    root,
    commonDir,
    prefix,
    ...createGitState(command, { ...place, commonDir }, trees),
    ...createGitRead(command),
    ...createGitHistory(command),
    ...createGitBuild(command, trees),
    ...createGitMerge(command),
    ...createGitRefs(command, { ...place, commonDir, prefix }),
  };
}
