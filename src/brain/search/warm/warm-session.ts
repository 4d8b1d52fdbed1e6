import type { FileEdit } from "../../../domain/candidate.ts";
import type { GateSpec } from "../../../domain/gate.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { Trace } from "../tracer.ts";

/** A test as a warm run saw it; file, suite and name are those of the gate's own report. */
export type WarmCheck = {
  readonly file: string;
  readonly suite: string;
  readonly name: string;
  readonly status: "passed" | "failed" | "skipped";
  /** The failure's first lines with its place, capped; "" for one that passed. Tells progress from standing still. */
  readonly message: string;
};

/** A candidate to run. */
export type WarmRequest = {
  readonly edits: readonly FileEdit[];
  /** Turns of loops and calls that it may take over all its tests, where they can be counted. */
  readonly fuel: number;
  /** Ids of the checks to run; absent: all. A session may run others too. */
  readonly checks?: ReadonlySet<string>;
};

/** How a candidate fared. It is a quick look and never evidence: what passes here is run again by the gates themselves. */
export type WarmOutcome =
  /** `isComplete`: every test of the session was run; else it was ended after a target that failed. */
  | { readonly status: "ran"; readonly checks: readonly WarmCheck[]; readonly isComplete: boolean }
  | { readonly status: "out-of-fuel"; readonly checks: readonly WarmCheck[] }
  /** It does not load, or its process ended or was killed. */
  | { readonly status: "ended"; readonly reason: string };

/** A value that an observed expression had. */
export type ObservedValue = {
  /** Id of the check (`checkId`); null where none was running. */
  readonly test: string | null;
  /** Of JavaScript's `typeof`, with "null" and "array" apart, or Python's type name. */
  readonly type: string;
  /** JSON where it is plain data, else a short description; capped. */
  readonly text: string;
};

/** Processes that have the runner and the tests loaded, and take candidates in by memory. All of them run in the sandbox. */
export interface WarmSession extends AsyncDisposable {
  /** "node-test", "vitest", "pytest", "unittest". */
  readonly runner: string;
  /** What the base does here. */
  readonly base: readonly WarmCheck[];
  /** Turns of loops and calls that all tests of the base take together; null or absent where they are not counted. */
  readonly baseFuel?: number | null;
  /** What each test of the base goes through. */
  trace(): Promise<readonly Trace[]>;
  /**
   * Runs the base with edits that note values: `__nightshift_note(id, value)` is a global (JS) or builtin (Python) that
   * returns the value. The first values of each id, in the order in which they came.
   */
  observe(edits: readonly FileEdit[]): Promise<ReadonlyMap<string, readonly ObservedValue[]>>;
  /**
   * Runs candidates, side by side where cores allow, each as if it were alone, targets first. Yields one outcome for each
   * request, in their order; leaving the loop early ends what still runs. The same requests give the same outcomes.
   */
  run(requests: readonly WarmRequest[]): AsyncGenerator<WarmOutcome, void, void>;
}

/** What a session is opened for. */
export type WarmOpenInput = {
  readonly task: Pick<
    BrainTask,
    | "gate"
    | "sandbox"
    | "item"
    | "passingChecks"
    | "knownFailures"
    | "trackedFiles"
    | "editableFiles"
    | "signal"
  >;
  /** Processes side by side. */
  readonly width: number;
};

/** A session, or why candidates take the plain way: in a clause, for the journal. */
export type WarmOpening =
  | { readonly status: "open"; readonly session: WarmSession }
  | { readonly status: "unsuited"; readonly reason: string };

/** A way to run candidates without starting the runner for each. One file each, in the registry. */
export type WarmRunner = {
  readonly name: string;
  suits(gate: Pick<GateSpec, "runner" | "kind" | "command">): boolean;
  /** Opens a session if the base does in it what it does in the gate's own run, test by test. */
  open(input: WarmOpenInput, deps: { readonly parser: SourceParser }): Promise<WarmOpening>;
};
