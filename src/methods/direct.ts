import type { BrainEnd } from "../brain/brain.ts";
import type { MethodEnd, MethodTask } from "./method.ts";
import { runBrain } from "./run-brain.ts";

/** The inner loop alone: each brain in turn, the cheapest first, unless memory says that it knows no more. */
export async function direct(task: MethodTask): Promise<MethodEnd> {
  const { brainTask, brains } = task;
  const reasons: string[] = [];
  const brainEnds: BrainEnd[] = [];
  let attempts = 0;
  for (const brain of brains) {
    if (brainTask.isExhausted(brain)) continue;
    const run = await runBrain({ brain, brainTask, before: attempts }, task);
    attempts += run.attempts;
    if (run.status === "promote") return { status: "promote", attempts };
    reasons.push(run.reason);
    if (run.end !== null) brainEnds.push(run.end);
    if (run.end?.status === "aborted") break;
  }
  const reason = reasons.join("; ") || "every brain has tried all that it knows";
  return { status: attempts > 0 ? "rejected" : "no-candidate", attempts, reason, brainEnds };
}
