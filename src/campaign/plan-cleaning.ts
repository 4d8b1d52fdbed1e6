import { join } from "node:path";
import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";
import { listStateFiles, type StateFiles } from "./list-state-files.ts";

/** Everything that Nightshift made in a repository. */
export type CleaningPlan = StateFiles & {
  readonly refs: readonly { readonly ref: string; readonly commit: string }[];
};

/**
 * Lists every ref that Nightshift makes (a branch of the user's beneath the prefix is theirs), and what Nightshift made beneath the state root and in the git directory, where
 * the lock is. Nothing is removed by that.
 */
export async function planCleaning(
  { stateRoot }: { readonly stateRoot: string },
  { git }: { readonly git: Pick<Git, "listRefs" | "prefix" | "commonDir"> },
): Promise<CleaningPlan> {
  const { own } = nameRefs(git.prefix);
  const found = await Promise.all(own.map((pattern) => git.listRefs(pattern)));
  const refs = found.flat().map(({ ref, commit }) => ({ ref, commit }));
  const { paths, holders } = await listStateFiles(stateRoot);
  const lockFolder = join(git.commonDir, "nightshift");
  return {
    refs,
    paths: [...paths, join(lockFolder, "lock"), join(lockFolder, "lock.taking")],
    holders: [...new Set([...holders, lockFolder])],
  };
}
