import type { BrainEnd, Guidance, Proposal } from "../brain/brain.ts";
import type { MethodEnd, MethodTask } from "./method.ts";
import { recallDecisions } from "./recall-decisions.ts";
import { askPlan } from "./review/ask-plan.ts";
import { askReview } from "./review/ask-review.ts";
import { runBrain } from "./run-brain.ts";

/**
 * An architect plans, a brain builds, and a reviewer looks at each candidate before a gate runs. What is not approved goes
 * back with the findings, `rounds` times for each attempt. The reviewer can only hold back: what it approves is judged
 * like anything else. The plan is for models; the search brain needs none, and is reviewed all the same.
 */
export async function planBuildReview(task: MethodTask): Promise<MethodEnd> {
  const { advisor, brains, brainTask, onStep } = task;
  if (advisor === null) {
    const reason = "nobody is there to plan and review: this method needs a model";
    await onStep({ step: "plan", status: "no-model", detail: `No plan: ${reason}.` });
    return { status: "no-candidate", attempts: 0, reason, brainEnds: [] };
  }
  const advised = { ...task, advisor };
  const recalled = recallDecisions(task);
  let plan: Guidance | null | undefined;
  let sentBack = 0;
  const screen = async (proposal: Proposal): Promise<string | null> => {
    const refusal = await review(proposal, advised);
    if (refusal !== null) sentBack += 1;
    return refusal;
  };
  const reasons: string[] = [];
  const brainEnds: BrainEnd[] = [];
  let attempts = 0;
  for (const brain of brains) {
    if (brainTask.isExhausted(brain)) continue;
    if (brain.kind === "llm" && plan === undefined) plan = await askPlan(advised);
    const planned = plan ? [...brainTask.guidance, plan] : brainTask.guidance;
    const told = { ...brainTask, guidance: [...planned, ...recalled.listTries()] };
    const run = await runBrain(
      { brain, brainTask: told, before: attempts, screen },
      { ...task, ...recalled },
    );
    attempts += run.attempts;
    if (run.status === "promote") return { status: "promote", attempts };
    reasons.push(run.reason);
    // What only the reviewer sent back may be right for all that gates know: nothing is exhausted by it.
    if (run.end !== null) brainEnds.push(sentBack > 0 ? { ...run.end, exhausted: null } : run.end);
    if (run.end?.status === "aborted") break;
  }
  const reason = reasons.join("; ") || "every brain has tried all that it knows";
  return { status: attempts + sentBack > 0 ? "rejected" : "no-candidate", attempts, reason, brainEnds };
}

/** Why the reviewer sends a candidate back, or null; journaled either way. */
async function review(
  proposal: Proposal,
  task: MethodTask & { readonly advisor: NonNullable<MethodTask["advisor"]> },
): Promise<string | null> {
  const { isApproved, score, findings, reason } = await askReview(proposal, task);
  const figures = { score, findings: findings.length };
  if (isApproved) {
    const detail = `"${proposal.summary}" may go to the gates, with ${score} of 10.`;
    await task.onStep({ step: "review", status: "approved", detail, figures });
    return null;
  }
  const said =
    reason === ""
      ? `The reviewer does not approve it (${score} of 10).`
      : `The reviewer gave no answer, which is no approval: ${reason}.`;
  const status = reason === "" ? "sent-back" : "no-answer";
  const detail = [`"${proposal.summary}": ${said}`, ...findings].join(" ");
  await task.onStep({ step: "review", status, detail, figures });
  return [said, ...findings.map((finding) => `- ${finding}`)].join("\n");
}
