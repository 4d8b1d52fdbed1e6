import type { BrainEnd } from "../brain/brain.ts";
import type { MethodEnd, MethodTask } from "./method.ts";
import { recallDecisions } from "./recall-decisions.ts";
import { runBrain } from "./run-brain.ts";

/**
 * The inner loop alone: each brain in turn, the cheapest first, unless memory says that it knows no more. Each is told
 * what those before it tried.
 */
export async function direct(task: MethodTask): Promise<MethodEnd> {
  const { brainTask, brains } = task;
  const recalled = recallDecisions(task);
  const reasons: string[] = [];
  const brainEnds: BrainEnd[] = [];
  let attempts = 0;
  for (const brain of brains) {
    if (brainTask.isExhausted(brain)) continue;
    const told = { ...brainTask, guidance: [...brainTask.guidance, ...recalled.listTries()] };
    const run = await runBrain({ brain, brainTask: told, before: attempts }, { ...task, ...recalled });
    attempts += run.attempts;
    if (run.status === "promote") return { status: "promote", attempts };
    reasons.push(run.reason);
    if (run.end !== null) brainEnds.push(run.end);
    if (run.end?.status === "aborted") break;
  }
  const reason = reasons.join("; ") || "every brain has tried all that it knows";
  return { status: attempts > 0 ? "rejected" : "no-candidate", attempts, reason, brainEnds };
}
