import type { Decision, Proposal } from "../../brain/brain.ts";
import type { ArmPolicy } from "../../memory/policy/arm-policy.ts";
import { measureReward, mostRejectedReward } from "../../memory/policy/measure-reward.ts";
import type { MethodTask } from "../method.ts";
import { type BrainRun, runBrain } from "../run-brain.ts";
import type { Actor } from "./choose-actor.ts";
import type { Critic, Critique } from "./create-critic.ts";

/** What scores less goes back to a model, which may do better; its last round may be as it is. */
const threshold = 0.75;

/** How an act went, and the policy as it is after it. */
export type ActEnd = {
  readonly run: BrainRun;
  readonly policy: ArmPolicy;
  /** Proposals that the critic sent back. */
  readonly heldBack: number;
};

/**
 * One act: the actor proposes, the critic scores, what passes is judged, until one proposal was judged or the rounds are
 * used up. What the critic says can only hold a proposal back.
 */
export async function runAct(
  input: { readonly actor: Actor; readonly policy: ArmPolicy; readonly before: number },
  { task, criticize }: { readonly task: MethodTask; readonly criticize: Critic },
): Promise<ActEnd> {
  const { actor, before } = input;
  const { brain, brainTask, arms } = actor;
  const { settings } = task;
  let { policy } = input;
  let [heldBack, proposed] = [0, 0];
  const learn = (reward: number, made: readonly string[]): void => {
    policy = policy.learn({ itemKind: brainTask.item.kind, arms: [...arms, ...made], reward });
  };
  const screen = async (proposal: Proposal): Promise<string | null> => {
    proposed += 1;
    const critique = await criticize(proposal);
    const isPassed = isLetThrough(critique, { actor, isLastRound: heldBack >= settings.rounds });
    await task.onStep(describeCritique(proposal, critique, isPassed));
    if (isPassed) return null;
    heldBack += 1;
    learn(mostRejectedReward * critique.score, [nameMaker(proposal, actor)]);
    return `The critic gives it ${round(critique.score)} and wants ${threshold}. ${critique.reasons.join(" ")}`;
  };
  const judgeProposal = async (proposal: Proposal, attempt: number): Promise<Decision> => {
    const chosen = arms.filter((arm) => arm !== `brain:${brain.kind}`);
    const decision = await task.judgeProposal({ ...proposal, arms: chosen }, attempt);
    const reward = measureDecision(decision, { failures: brainTask.item.targets.length, attempt });
    if (reward !== null) learn(reward, [nameMaker(proposal, actor)]);
    return decision;
  };
  const run = await runBrain({ brain, brainTask, before, screen }, { settings, attempts: 1, judgeProposal });
  // An actor who has nothing to say has earned nothing.
  if (proposed === 0) learn(0, []);
  return { run, policy, heldBack };
}

/**
 * What scores well passes. What mends something and breaks nothing passes, too, where no better is to come: on the last
 * round, and from a brain that does not learn from being told.
 */
function isLetThrough(
  { score, terms }: Critique,
  { actor, isLastRound }: { readonly actor: Actor; readonly isLastRound: boolean },
): boolean {
  return score >= threshold || (terms.gates > 0 && (isLastRound || actor.brain.version !== null));
}

function measureDecision(
  decision: Decision,
  judged: { readonly failures: number; readonly attempt: number },
): number | null {
  if (decision.status === "refused") return 0;
  const gates = decision.status === "reject" ? decision.gates : [];
  return measureReward({ ...judged, status: decision.status, rule: "gate", gates, diff: "", costUsd: 0 });
}

function nameMaker({ origin }: Proposal, { brain }: Actor): string {
  return `${brain.kind === "llm" ? "model" : "operator"}:${origin}`;
}

function describeCritique(
  { summary }: Proposal,
  { score, terms, reasons }: Critique,
  isPassed: boolean,
): Parameters<MethodTask["onStep"]>[0] {
  const measured = Object.entries({ ...terms, score }).flatMap(([name, value]) =>
    value === null ? [] : [[name, round(value)] as const],
  );
  return {
    step: "critique",
    status: isPassed ? "passed" : "held-back",
    detail: `"${summary}": ${reasons.join(" ")}`,
    figures: Object.fromEntries(measured),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
