import { usageError } from "../domain/errors.ts";
import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";
import { isPromotion } from "./find-open-promotions.ts";
import { listSnapshots, type Snapshot } from "./list-snapshots.ts";

/** What a rollback would do. */
export type RollbackPlan = {
  readonly master: string;
  readonly target: Snapshot;
  /** Tree that master will have. */
  readonly tree: string;
  /** Whether master has this tree already. */
  readonly isDone: boolean;
  /** Promotions on master since the snapshot, newest first. */
  readonly undone: readonly { readonly commit: string; readonly subject: string }[];
};

/**
 * Finds the snapshot to go back to: the named one (`<campaign>/<cycle>` or the tag's name), else the newest, which
 * after a rollback is the one that undoes it.
 *
 * Throws usage errors: `NO_SNAPSHOT` when there is nothing to go back to, `UNKNOWN_SNAPSHOT` with those that are known.
 */
export async function planRollback(
  { snapshot }: { readonly snapshot?: string },
  { git }: { readonly git: Git },
): Promise<RollbackPlan> {
  const names = nameRefs(git.prefix);
  const master = await git.resolveCommit(names.master);
  const snapshots = await listSnapshots({ git });
  const [newest] = snapshots;
  if (master === null || newest === undefined) {
    throw usageError({
      code: "NO_SNAPSHOT",
      message: `There is no snapshot beneath ${names.snapshots} to roll back to.`,
      hint: "Nothing has been promoted here yet, so there is nothing to undo.",
    });
  }
  const target = snapshot === undefined ? newest : snapshots.find((known) => isNamed(known, snapshot));
  if (target === undefined) {
    throw usageError({
      code: "UNKNOWN_SNAPSHOT",
      message: `There is no snapshot ${JSON.stringify(snapshot)}.`,
      hint: `Known snapshots, newest first: ${snapshots.map(({ name }) => name).join(", ")}.`,
    });
  }
  const tree = await git.treeOf(target.commit);
  const since = await git.log(`${target.commit}..${master}`, { firstParent: true });
  return {
    master,
    target,
    tree,
    isDone: tree === (await git.treeOf(master)),
    undone: since.filter(isPromotion).map(({ hash, subject }) => ({ commit: hash, subject })),
  };
}

function isNamed({ ref, name }: Snapshot, wanted: string): boolean {
  return [name, ref, ref.slice("refs/tags/".length)].includes(wanted);
}
