import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";
import { renderCommitMessage } from "../report/render-commit-message.ts";
import { moveMaster } from "./move-master.ts";
import type { RollbackPlan } from "./plan-rollback.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";

/** How a rollback ended. */
export type RollbackResult =
  | {
      readonly status: "rolled-back";
      readonly commit: string;
      /** Full name of the tag on master as it was, to undo the rollback with. */
      readonly snapshot: string;
    }
  | { readonly status: "unchanged" | "moved"; readonly reason: string };

/**
 * Makes the commit that a plan asks for: on top of master, with the snapshot's tree. What is undone stays in history
 * and is not carried into later campaigns. Master as it was gets a snapshot of its own, so that a rollback can be rolled
 * back, and snapshots beyond `keep` go.
 */
export async function rollBack(
  { plan, at, keep }: { readonly plan: RollbackPlan; readonly at: string; readonly keep: number },
  { git }: { readonly git: Git },
): Promise<RollbackResult> {
  const { master, target, tree, undone } = plan;
  if (plan.isDone) {
    return { status: "unchanged", reason: `master already has the files of snapshot ${target.name}` };
  }
  const names = nameRefs(git.prefix);
  const commit = await git.writeCommit({
    tree,
    parents: [master],
    message: renderCommitMessage({
      subject: `revert: roll back to snapshot ${target.name}`,
      body: undone.map(({ commit: hash, subject }) => `Undoes ${hash.slice(0, 12)} ${subject}`).join("\n"),
      trailers: { "Nightshift-Rollback": target.commit },
    }),
    at,
  });
  const snapshot = names.snapshot("rollback", at.replace(/[^0-9TZ]/g, ""));
  const moved = await moveMaster(
    { masterRef: names.master, parent: master, commit, snapshotRef: snapshot },
    { git },
  );
  if (moved.status === "moved") {
    return moved;
  }
  await pruneSnapshots({ keep }, { git });
  return { status: "rolled-back", commit, snapshot };
}
