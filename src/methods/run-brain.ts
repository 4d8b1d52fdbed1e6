import type { Brain, BrainEnd, BrainTask, Verdict } from "../brain/brain.ts";
import type { MethodTask } from "./method.ts";

/** How a brain's turn ended; `end` is null while it knew more. */
export type BrainRun =
  | { readonly status: "promote"; readonly attempts: number }
  | {
      readonly status: "spent";
      readonly attempts: number;
      /** Of the last verdict, or of the brain's end where there was none. */
      readonly reason: string;
      readonly end: BrainEnd | null;
    };

const enough: BrainEnd = {
  status: "aborted",
  reason: "the method needed no more",
  tried: 0,
  exhausted: null,
};

/**
 * The inner loop: a brain proposes, the campaign judges and tells it, until a proposal is promoted, `attempts` of them
 * have reached the gates or the brain knows no more. A refused proposal costs no attempt, since nothing was run for it;
 * the brain's own bounds end that. Attempts are numbered on from `before`.
 */
export async function runBrain(
  {
    brain,
    brainTask,
    before,
  }: { readonly brain: Brain; readonly brainTask: BrainTask; readonly before: number },
  task: Pick<MethodTask, "attempts" | "judgeProposal">,
): Promise<BrainRun> {
  const proposals = brain.propose(brainTask);
  let attempts = 0;
  let reason = "";
  let verdict: Verdict | undefined;
  try {
    while (attempts < task.attempts) {
      const next = await proposals.next(verdict);
      if (next.done)
        return { status: "spent", attempts, reason: reason || next.value.reason, end: next.value };
      verdict = await task.judgeProposal(next.value, before + attempts + 1);
      if (verdict.status === "promote") return { status: "promote", attempts: attempts + 1 };
      if (verdict.status === "reject") attempts += 1;
      reason = verdict.reason;
    }
    return { status: "spent", attempts, reason, end: null };
  } finally {
    await proposals.return(enough);
  }
}
