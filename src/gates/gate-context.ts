import type { GateSpec } from "../domain/gate.ts";
import type { JudgementDefence } from "../domain/judgement-defence.ts";
import type { Clock, Git } from "../ports.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Canary } from "./canary/canary.ts";
import type { KeptOutput } from "./keep-output.ts";

/** What running a gate needs from outside: time, and the files of the sandbox's commit. */
export type GateDeps = {
  readonly clock: Pick<Clock, "elapsedMs">;
  readonly git: Pick<Git, "listFiles">;
  /** Hides secrets in what results keep of a tool's output. */
  readonly redact?: (text: string) => string;
  /** Folder for the whole output of commands that print much, absolute. Without it their ends alone are kept. */
  readonly outputFolder?: string;
  /** Ends what is running; a gate that it ends is an error. */
  readonly signal?: AbortSignal;
  /** Which of `exit-code` and the rest are on; default all. Tests switch one off to show what it is worth. */
  readonly defences?: ReadonlySet<JudgementDefence>;
};

/** One test file, or one test in it, for a quick run. Names are as in `Check`. */
export type OnlyCheck = { readonly file: string; readonly suite?: string; readonly name?: string };

/** A gate and the tree to run it on. */
export type GateRun = {
  readonly spec: GateSpec;
  /** Holds the tree, and is left with whatever the gate wrote. */
  readonly sandbox: Sandbox;
  /** Runs `spec.only` instead of the whole gate, where the gate has it. */
  readonly only?: OnlyCheck;
  /** Paths of the sandbox's tree where it has other files than its commit. Default: those of the commit. */
  readonly trackedFiles?: readonly string[];
  /** Added to the gate's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the gate's own limit, milliseconds. */
  readonly timeoutMs?: number;
  /** Planted in the sandbox's tree by who runs the gate, for this run. Its checks are in the result: `readCanary`. */
  readonly canary?: Canary;
  /** True when the gate's `before` commands have run on this very tree. */
  readonly isPrepared?: boolean;
  /** Instead of the one in `GateDeps`. */
  readonly signal?: AbortSignal;
};

/** A gate run under way. */
export type GateContext = GateRun &
  Pick<GateDeps, "defences"> & {
    /** Hides secrets in what a tool prints and reports, before anything is cut out of it. */
    redact(text: string): string;
    /** Opens files for the whole output of a command; null where it is not kept. */
    openOutput(): KeptOutput | null;
    /** Names of the files with whole outputs, so far. */
    readonly outputFiles: string[];
    /** What is left of the gate's time limit, at least 1. */
    remainingMs(): number;
    listTrackedFiles(): Promise<readonly string[]>;
  };
