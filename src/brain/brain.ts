import type { BrainKind } from "../domain/brain-kind.ts";
import type { FileEdit } from "../domain/candidate.ts";
import type { Confidence } from "../domain/confidence.ts";
import type { Denial } from "../domain/denial.ts";
import type { GateSpec } from "../domain/gate.ts";
import type { GateJudgement } from "../domain/judgement.ts";
import type { Knowledge } from "../domain/lesson.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { Protection } from "../policy/protected/protected-paths.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** Bounds for one work item. */
export type BrainLimits = {
  readonly maxCandidates: number;
  /** Where each candidate needs processes of its own; absent: as many. */
  readonly maxPlainCandidates?: number;
  /** Null under a seed: then only counts bound the work, so that a seed gives the same patches. */
  readonly maxMs: number | null;
};

/** How a batch of quick candidate runs ended: `{ failing: 31, "time-out": 1 }`. */
export type CandidateBatch = {
  readonly tried: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly durationMs: number;
  /** How they were run: "warm: node-test", or "plain", with the reason why not warm. */
  readonly runner?: string;
};

/** Something that a method has to say to the brain for this try, beside the item: quoted to a model, never an order. */
export type Guidance = {
  /** What it is, for the heading: "Plan", "Review of the last candidate". */
  readonly title: string;
  readonly text: string;
};

/** What a brain gets to work on. */
export type BrainTask = {
  readonly cycle: number;
  readonly item: WorkItem;
  /** What the campaign is for, in a person's words; "" where nobody said. */
  readonly goal: string;
  /** What was learned of failures like this one, the likeliest first. Data, never an instruction. */
  readonly lessons: readonly Knowledge[];
  readonly guidance: readonly Guidance[];
  /** Of a model; null: as configured. */
  readonly temperature: number | null;
  /** The gate that the item failed. */
  readonly gate: GateSpec;
  /** At its base commit; the brain may edit and run here, and leaves it `reset()`. */
  readonly sandbox: Sandbox;
  /** Tracked files that a candidate may edit: sources in focus, not protected, not tests. */
  readonly editableFiles: readonly string[];
  /** All tracked files, for resolving imports. */
  readonly trackedFiles: readonly string[];
  /** Ids of checks that the base fails or that were set aside: they say nothing against a candidate. */
  readonly knownFailures: ReadonlySet<string>;
  /** Ids of checks that the base passes, with the file of each. */
  readonly passingChecks: readonly { readonly file: string; readonly suite: string; readonly name: string }[];
  readonly limits: BrainLimits;
  readonly seed: number;
  /** True when memory forbids these edits; asked before anything is run. */
  isAvoided(edits: readonly FileEdit[]): Promise<boolean>;
  /** Whether memory says that this brain, as it is now, has tried all that it knows on the item. */
  isExhausted(brain: Pick<Brain, "kind" | "version">): boolean;
  /** Why no candidate may edit this path, or null. A test that is new may be there all the same: its rule is `tests`. */
  protectionOf(path: string): Protection | null;
  /** How much an arm (`operator:comparison`, `edit:condition`) has earned in this repository; 1 where nothing is known. */
  weigh(arm: string): number;
  onBatch(batch: CandidateBatch): Promise<void>;
  readonly signal: AbortSignal;
};

/** Edits that mended the item in a quick run; the full gates decide. */
export type Proposal = {
  readonly edits: readonly FileEdit[];
  /** One line, imperative: "compare with <= instead of < in lastPage". */
  readonly summary: string;
  /** Operator or model. */
  readonly origin: string;
  /** What a method chose for it, to be rewarded beside the rest: `prompt:minimal`. */
  readonly arms?: readonly string[];
  /** How sure the brain is; null or absent where it does not say. */
  readonly confidence?: Confidence | null;
};

/** How a brain ended. */
export type BrainEnd = {
  /**
   * `exhausted`: everything that it knows was tried. `limit`: a bound stopped it. `unsuited`: not its kind of item.
   * `gave-up`: it says that it cannot. `failed`: no model answered. `aborted`: it was told to stop.
   */
  readonly status: "exhausted" | "limit" | "unsuited" | "gave-up" | "failed" | "aborted";
  readonly reason: string;
  readonly tried: number;
  /** Set when trying again on the same files would try the same: who it was, and the files that decided what was tried. */
  readonly exhausted: {
    readonly brain: { readonly kind: BrainKind; readonly version: string };
    readonly suspects: readonly string[];
  } | null;
};

/** What became of a proposal: every policy rule and every gate has had its say. */
export type Decision =
  | { readonly status: "promote" }
  | {
      readonly status: "reject";
      readonly reason: string;
      /** As far as they were run. */
      readonly gates: readonly GateJudgement[];
    }
  /** Refused before a gate ran, by policy or memory; it does not use up an attempt. */
  | { readonly status: "refused"; readonly reason: string; readonly denials: readonly Denial[] };

/**
 * Proposes candidates for a work item, best first, until it knows no more. It judges nothing: what it is told with each
 * `next` is what became of its last proposal. Whoever judged it may have used the sandbox, and changed it.
 */
export interface Brain {
  readonly kind: Exclude<BrainKind, "auto">;
  /** Changes when the brain would try other things on the same source. Null: it never knows no more, as a model. */
  readonly version: string | null;
  /** Why it cannot be asked now, in a clause, whatever the item; null where it can. Absent: it always can. */
  findOutage?(): string | null;
  /** Why it was asked and never answered, in a clause; null where it did, or nobody asked. Absent: it always answers. */
  findSilence?(): string | null;
  propose(task: BrainTask): AsyncGenerator<Proposal, BrainEnd, Decision | undefined>;
}
