import type { GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

/** One test file, golden project or validated file, or one test in a file. */
export type OnlyPart = { readonly file: string; readonly suite?: string; readonly name?: string };

/** A gate to run on the tree in a sandbox, wholly or in part. */
export type GateRunRequest = {
  readonly spec: GateSpec;
  readonly sandbox: Sandbox;
  /** Runs this part alone, where the gate can. */
  readonly only?: OnlyPart;
  /** Added to the gate's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the gate's own limit. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Paths of the tree where it has other files than the sandbox's commit. */
  readonly trackedFiles?: readonly string[];
};
