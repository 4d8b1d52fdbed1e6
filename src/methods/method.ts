import type { Brain, BrainEnd, BrainTask, Proposal } from "../brain/brain.ts";

/** What the campaign made of a proposal: every policy rule and every gate has had its say. */
export type Verdict =
  | { readonly status: "promote" }
  | { readonly status: "reject"; readonly reason: string }
  /** Refused before a gate ran, by policy or memory; it does not use up an attempt. */
  | { readonly status: "refused"; readonly reason: string };

/** What a method gets: a brain, its task, and the campaign's judgement as a function. */
export type MethodTask = {
  readonly brain: Brain;
  readonly brainTask: BrainTask;
  /** How many proposals may reach the gates. */
  readonly attempts: number;
  /** Runs policy, memory, gates and judgement on a proposal. `attempt` counts from 1. */
  judgeProposal(proposal: Proposal, attempt: number): Promise<Verdict>;
};

/** How a method ended. `attempts` counts proposals that reached the gates; `brainEnd` is null while it knew more. */
export type MethodEnd =
  | { readonly status: "promote"; readonly attempts: number }
  | {
      readonly status: "rejected" | "no-candidate";
      readonly attempts: number;
      readonly reason: string;
      readonly brainEnd: BrainEnd | null;
    };

/** One way to put a brain to work on an item. Bounded by `attempts` and the brain's own limits. */
export type Method = (task: MethodTask) => Promise<MethodEnd>;
