import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../brain/brain.ts";
import { enough } from "./enough.ts";
import type { MethodTask } from "./method.ts";

/** How a brain's turn ended; `end` is null while it knew more. */
export type BrainRun =
  | { readonly status: "promote"; readonly attempts: number }
  | {
      readonly status: "spent";
      readonly attempts: number;
      /** Of the last decision, or of the brain's end where there was none. */
      readonly reason: string;
      readonly end: BrainEnd | null;
    };

/** What the inner loop works with. */
export type BrainRunInput = {
  readonly brain: Brain;
  readonly brainTask: BrainTask;
  /** Attempts that were made before this turn; the numbers go on from it. */
  readonly before: number;
  /**
   * Says why a proposal goes back to the brain before a gate runs, or null to let it through. It can only hold back: after
   * `settings.rounds` times the attempt is lost.
   */
  screen?(proposal: Proposal): Promise<string | null>;
};

/**
 * The inner loop: a brain proposes, the campaign judges and tells it, until a proposal is promoted, `attempts` of them
 * have reached the gates (or were lost to the screen) or the brain knows no more. A refused proposal costs no attempt,
 * since nothing was run for it; the brain's own bounds end that. The `attempts` of the result are those that gates saw.
 */
export async function runBrain(
  { brain, brainTask, before, screen }: BrainRunInput,
  task: Pick<MethodTask, "attempts" | "judgeProposal" | "settings">,
): Promise<BrainRun> {
  const proposals = brain.propose(brainTask);
  let [attempts, lost, rounds, reason] = [0, 0, 0, ""];
  let decision: Decision | undefined;
  try {
    while (attempts + lost < task.attempts) {
      const next = await proposals.next(decision);
      if (next.done)
        return { status: "spent", attempts, reason: reason || next.value.reason, end: next.value };
      const sentBack = (await screen?.(next.value)) ?? null;
      if (sentBack !== null) {
        decision = { status: "reject", reason: sentBack, gates: [] };
        rounds += 1;
        if (rounds > task.settings.rounds) [lost, rounds] = [lost + 1, 0];
      } else {
        decision = await task.judgeProposal(next.value, before + attempts + 1);
        if (decision.status === "promote") return { status: "promote", attempts: attempts + 1 };
        if (decision.status === "reject") [attempts, rounds] = [attempts + 1, 0];
      }
      reason = decision.reason;
    }
    return { status: "spent", attempts, reason, end: null };
  } finally {
    await proposals.return(enough);
  }
}
