import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { BatchReporter } from "./batch-reporter.ts";
import { planStages } from "./plan-stages.ts";
import type { PreparedCandidate } from "./prepare-candidate.ts";
import type { Stage } from "./stage.ts";
import { tryCandidate } from "./try-candidate.ts";

/**
 * Runs what warm processes let through as the gate itself runs, before an attempt is spent on it. What passes there alone
 * is counted as "warm-only".
 */
export function createConfirmation(
  task: BrainTask,
  deps: SearchDeps & { readonly batches: BatchReporter },
): (candidate: PreparedCandidate) => Promise<boolean> {
  let stages: readonly Stage[] | null = null;
  return async ({ edits, originals }) => {
    if (stages === null) {
      const plan = await planStages(task, deps);
      stages = plan.status === "planned" ? plan.stages : [];
    }
    // Without a stage nothing is known against it; the gates decide.
    if (stages.length === 0) return true;
    const { verdict } = await tryCandidate({ edits, originals, stages }, task, deps);
    const isConfirmed = verdict === "mends-all" || verdict === "mends-some";
    if (!isConfirmed) await deps.batches.add("warm-only");
    return isConfirmed;
  };
}
