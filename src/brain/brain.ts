import type { FileEdit } from "../domain/candidate.ts";
import type { GateSpec } from "../domain/gate.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** Bounds for one work item. */
export type BrainLimits = {
  readonly maxCandidates: number;
  /** Null under a seed: then only counts bound the work, so that a seed gives the same patches. */
  readonly maxMs: number | null;
};

/** How a batch of quick candidate runs ended: `{ failing: 31, "time-out": 1 }`. */
export type CandidateBatch = {
  readonly tried: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly durationMs: number;
};

/** What a brain gets to work on. */
export type BrainTask = {
  readonly item: WorkItem;
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
};

/** How a brain ended. */
export type BrainEnd = {
  /** `exhausted`: everything that it knows was tried. `limit`: a bound stopped it. `unsuited`: not its kind of item. */
  readonly status: "exhausted" | "limit" | "unsuited" | "aborted";
  readonly reason: string;
  readonly tried: number;
  /** The files whose content decided what was tried. */
  readonly suspects: readonly string[];
};

/** Proposes candidates for a work item, best first, until it knows no more. It judges nothing. */
export interface Brain {
  readonly kind: "search" | "llm" | "none";
  /** Changes when the brain would try other things on the same source; part of the exhausted key. */
  readonly version: string;
  propose(task: BrainTask): AsyncGenerator<Proposal, BrainEnd, void>;
}
