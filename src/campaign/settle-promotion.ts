import type { EventOf } from "../domain/events.ts";
import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";
import { moveMaster } from "./move-master.ts";
import type { PromotionResult } from "./promote.ts";
import { hasUnsafeMark } from "./unsafe-mark.ts";

/**
 * Finishes a promotion that the journal says was intended and not that it was done: whatever of it is missing is done
 * now, but for refs in a dry run. `moved`: master has gone elsewhere since, and the promotion is lost to it.
 */
export async function settlePromotion(
  intended: EventOf<"promotion-intended">,
  { git, isDryRun }: { readonly git: Git; readonly isDryRun: boolean },
): Promise<PromotionResult> {
  const { cycle, tree, parent, commit, snapshot } = intended;
  const masterRef = nameRefs(git.prefix).master;
  const [info] = await git.log(commit, { limit: 1 });
  if (!isDryRun) {
    const moved = await moveMaster({ masterRef, parent, commit, snapshotRef: snapshot }, { git });
    if (moved.status === "moved") {
      return moved;
    }
  }
  const files = [...(await git.changedPaths(parent, commit))];
  const subject = info?.subject ?? "";
  const isUnsafe = info !== undefined && hasUnsafeMark(info);
  return {
    status: "promoted",
    promotion: { type: "promoted", cycle, tree, parent, commit, snapshot, subject, files, isUnsafe },
  };
}
