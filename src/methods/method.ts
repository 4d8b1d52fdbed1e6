import type { Advisor } from "../brain/advisor.ts";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../brain/brain.ts";
import type { Config } from "../config/schema.ts";
import type { FileEdit } from "../domain/candidate.ts";
import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Evidence } from "../domain/work-item.ts";
import type { GateRun } from "../gates/gate-context.ts";
import type { ArmPolicy } from "../memory/policy/arm-policy.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** Something that a method did, for the journal. */
export type MethodStep = {
  /** Kebab case: "plan", "review", "attack", "score". */
  readonly step: string;
  /** Kebab case: "approved", "red", "gave-nothing". */
  readonly status: string;
  /** A sentence or a few, for people. */
  readonly detail: string;
  /** Measures, by name. */
  readonly figures?: Readonly<Record<string, number>>;
  /** A candidate that the step is about and no judge saw: the cycle's lessons tell of it. */
  readonly candidate?: Proposal;
};

/** What tests that were written for an item show on the base, measured by the campaign. */
export type Reproduction =
  | {
      /** New tests fail on the base by themselves, and nothing else changed. */
      readonly status: "red";
      readonly failures: readonly Evidence[];
      /** The same task on the base with these tests: its item's targets are what they fail, and they cannot be edited. */
      readonly task: MethodTask;
    }
  /** They pass, do not run, break something, or policy refuses them. */
  | { readonly status: "refused"; readonly reason: string };

/** What a method gets: brains, a task, and the campaign's judgement as functions. */
export type MethodTask = {
  /** The cheapest first; each is for what those before it leave. */
  readonly brains: readonly Brain[];
  /** Null without a model. */
  readonly advisor: Advisor | null;
  readonly brainTask: BrainTask;
  /** How many proposals of one brain may reach the gates. */
  readonly attempts: number;
  readonly settings: Config["method"];
  /** What methods, models, prompts and operators have earned in this repository before this item. */
  readonly policy: ArmPolicy;
  /** Things that can run side by side: cores, at most. */
  readonly width: number;
  /** From 0 up to, not including, 1; the same ones under the same seed. */
  random(): number;
  /** Runs policy, memory, gates and judgement on a proposal. `attempt` counts from 1. */
  judgeProposal(proposal: Proposal, attempt: number): Promise<Decision>;
  /** Has the campaign see whether tests fail on the base, before anything is fixed. */
  reproduce(tests: readonly FileEdit[]): Promise<Reproduction>;
  /** Another sandbox at the task's base; `name` is unique within the cycle. */
  openSandbox(name: string): Promise<Sandbox>;
  /** Runs a gate, wholly or in part, on what is in the sandbox. A quick look, never evidence. */
  runGate(run: Pick<GateRun, "spec" | "sandbox" | "only" | "env" | "timeoutMs">): Promise<GateResult>;
  /** All gates, in their order. */
  readonly gates: readonly GateSpec[];
  /** Text of a file on the base; null where it is not there or no text. */
  readBase(path: string): Promise<string | null>;
  /** Unified diff of edits against the base. */
  describeEdits(edits: readonly FileEdit[]): Promise<string>;
  /** Resolves when it is in the journal. */
  onStep(step: MethodStep): Promise<void>;
};

/** How a method ended. `attempts` counts proposals that reached the gates; `brainEnds` are of those that know no more. */
export type MethodEnd =
  | { readonly status: "promote"; readonly attempts: number }
  | {
      readonly status: "rejected" | "no-candidate";
      readonly attempts: number;
      readonly reason: string;
      readonly brainEnds: readonly BrainEnd[];
    };

/** One way to put brains to work on an item. Bounded by `attempts`, its settings and the brains' own limits. */
export type Method = (task: MethodTask) => Promise<MethodEnd>;
