import type { BrainEnd } from "../brain/brain.ts";
import type { MethodEnd, MethodTask } from "./method.ts";

const enough: BrainEnd = { status: "aborted", reason: "the method needed no more", tried: 0, suspects: [] };

/**
 * The inner loop: the brain proposes, the campaign judges, until a proposal is promoted, the attempts are used up
 * or the brain knows no more. A refused proposal costs no attempt, since nothing was run for it; the brain's own
 * bound on candidates ends that.
 */
export async function direct(task: MethodTask): Promise<MethodEnd> {
  const proposals = task.brain.propose(task.brainTask);
  let attempts = 0;
  let reason = "";
  try {
    while (attempts < task.attempts) {
      const next = await proposals.next();
      if (next.done) {
        const status = attempts > 0 ? "rejected" : "no-candidate";
        return { status, attempts, reason: reason || next.value.reason, brainEnd: next.value };
      }
      const verdict = await task.judgeProposal(next.value, attempts + 1);
      if (verdict.status === "promote") return { status: "promote", attempts: attempts + 1 };
      if (verdict.status === "reject") attempts += 1;
      reason = verdict.reason;
    }
    return { status: "rejected", attempts, reason, brainEnd: null };
  } finally {
    await proposals.return(enough);
  }
}
