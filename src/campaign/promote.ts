import type { EventOf } from "../domain/events.ts";
import type { Git, Journal } from "../ports.ts";
import { moveMaster } from "./move-master.ts";
import { type PromotionInput, planPromotion } from "./plan-promotion.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";

/** How a promotion ended: the event that tells of it, or where master is instead. */
export type PromotionResult =
  | { readonly status: "promoted"; readonly promotion: EventOf<"promoted"> }
  | { readonly status: "moved"; readonly reason: string };

/**
 * Commits a candidate's tree to master: the journal says what is intended, master and its snapshot tag move in one
 * transaction by compare-and-swap, the journal says that it is done, and snapshots beyond `keep` go. In a dry run the
 * commit is written and no ref is. The same input gives the same commit, so a promotion that a kill has interrupted is
 * finished by doing it again.
 */
export async function promote(
  input: PromotionInput & { readonly keep: number; readonly isDryRun: boolean },
  {
    git,
    journal,
  }: {
    readonly git: Git;
    readonly journal?: { append(event: Parameters<Journal["append"]>[0]): Promise<unknown> };
  },
): Promise<PromotionResult> {
  const { cycle, tree, parent, at } = input;
  const { message, masterRef, snapshotRef } = planPromotion(input, git.prefix);
  const commit = await git.writeCommit({ tree, parents: [parent], message, at });
  const intent = { cycle, tree, parent, commit, snapshot: snapshotRef };
  await journal?.append({ type: "promotion-intended", ...intent });
  const [moved, files] = await Promise.all([
    input.isDryRun ? null : moveMaster({ masterRef, parent, commit, snapshotRef }, { git }),
    git.changedPaths(parent, commit),
  ]);
  if (moved?.status === "moved") return moved;
  const promotion: EventOf<"promoted"> = {
    type: "promoted",
    ...intent,
    subject: message.split("\n", 1)[0] ?? "",
    files: [...files],
    isUnsafe: input.isUnsafe,
  };
  await journal?.append(promotion);
  if (!input.isDryRun) {
    await pruneSnapshots({ keep: input.keep }, { git });
  }
  return { status: "promoted", promotion };
}
