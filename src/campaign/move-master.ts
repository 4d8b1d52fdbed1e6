import type { Git, RefUpdate } from "../ports.ts";

/** A new commit for master, and the snapshot of what it replaces. */
export type MasterMove = {
  readonly masterRef: string;
  /** Master as it was read; the new commit's first parent. */
  readonly parent: string;
  readonly commit: string;
  /** Full name of the tag that keeps `parent`. */
  readonly snapshotRef: string;
};

/**
 * Moves master and sets the snapshot tag in one transaction. Safe to repeat after a kill at any point: what is done
 * already is recognised, what is half done is finished. `moved`: master or the tag is somewhere else.
 */
export async function moveMaster(
  move: MasterMove,
  { git }: { readonly git: Pick<Git, "resolveCommit" | "isAncestor" | "updateRefs"> },
): Promise<{ readonly status: "done" } | { readonly status: "moved"; readonly reason: string }> {
  const { masterRef, parent, commit, snapshotRef } = move;
  const first = await git.updateRefs([
    { ref: masterRef, to: commit, from: parent },
    { ref: snapshotRef, to: parent, from: null },
  ]);
  if (first.status === "updated") {
    return { status: "done" };
  }
  // git writes the refs of a transaction one after the other, so a kill may have left only one of them.
  const master = await git.resolveCommit(masterRef);
  const snapshot = await git.resolveCommit(snapshotRef);
  if (master !== null && master !== parent && (await git.isAncestor(commit, master))) {
    const isOnlyTagMissing = master === commit && snapshot === null;
    return isOnlyTagMissing ? finish(git, { ref: snapshotRef, to: parent, from: null }) : { status: "done" };
  }
  return master === parent && snapshot === parent
    ? finish(git, { ref: masterRef, to: commit, from: parent })
    : { status: "moved", reason: first.reason };
}

async function finish(
  git: Pick<Git, "updateRefs">,
  update: RefUpdate,
): Promise<{ readonly status: "done" } | { readonly status: "moved"; readonly reason: string }> {
  const answer = await git.updateRefs([update]);
  return answer.status === "updated" ? { status: "done" } : answer;
}
