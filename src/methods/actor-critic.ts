import type { Brain, BrainEnd, Guidance } from "../brain/brain.ts";
import { chooseActor } from "./critic/choose-actor.ts";
import { createCritic } from "./critic/create-critic.ts";
import { resumeBrain } from "./critic/resume-brain.ts";
import { runAct } from "./critic/run-act.ts";
import type { MethodEnd, MethodTask } from "./method.ts";

/** Earlier tries that a model is told of. */
const MAX_EARLIER = 3;

/**
 * The actor proposes, the critic measures. In each act the policy draws a brain, and for a model a way of working and a
 * temperature; the critic scores every proposal by quick runs, and sends it back with what it measured, `rounds` times at
 * most. It can only hold back: what passes is judged like anything else, and what mends nothing or breaks something does
 * not pass. The policy learns from every act, so that the next one is drawn from what this item has shown already.
 */
export async function actorCritic(task: MethodTask): Promise<MethodEnd> {
  const { brainTask, brains, onStep } = task;
  const criticize = createCritic(task);
  await using stack = new AsyncDisposableStack();
  let open: readonly Brain[] = brains
    .filter((brain) => !brainTask.isExhausted(brain))
    .map((brain) => (brain.version === null ? brain : stack.use(resumeBrain(brain))));
  const most = task.attempts * open.length;
  const reasons: string[] = [];
  const brainEnds: BrainEnd[] = [];
  const doubted = new Set<Brain>();
  let { policy } = task;
  let attempts = 0;
  for (let act = 1; act <= most; act += 1) {
    const [first, ...others] = open;
    if (first === undefined) break;
    const earlier = reasons.slice(-MAX_EARLIER).map(describeTry);
    const actor = chooseActor({ brains: [first, ...others], policy, earlier }, task);
    const { brain, arms, figures } = actor;
    await onStep({ step: "act", status: brain.kind, detail: `Act ${act}: ${arms.join(", ")}.`, figures });
    const end = await runAct({ actor, policy, before: attempts }, { task, criticize });
    const { run } = end;
    attempts += run.attempts;
    if (run.status === "promote") return { status: "promote", attempts };
    policy = end.policy;
    if (end.heldBack > 0) doubted.add(brain);
    reasons.push(run.reason);
    if (run.end === null || mayDoBetter(brain, run.end)) continue;
    // What only the critic held back may be right for all that gates know: nothing is exhausted by it.
    brainEnds.push(doubted.has(brain) ? { ...run.end, exhausted: null } : run.end);
    if (run.end.status === "aborted") break;
    open = open.filter((other) => other !== brain);
  }
  const reason = reasons.join("; ") || "every brain has tried all that it knows";
  const status = attempts + doubted.size > 0 ? "rejected" : "no-candidate";
  return { status, attempts, reason, brainEnds };
}

function describeTry(text: string): Guidance {
  return { title: "What came of an earlier try", text };
}

/** A model that gave up or ran out of steps may do better another way. */
function mayDoBetter({ version }: Brain, { status }: BrainEnd): boolean {
  return version === null && (status === "gave-up" || status === "limit");
}
