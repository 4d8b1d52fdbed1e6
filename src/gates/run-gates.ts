import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { buildGateResult } from "./build-gate-result.ts";
import type { GateDeps } from "./gate-context.ts";
import type { GateOutcome } from "./gate-outcome.ts";
import { openGateContext } from "./open-gate-context.ts";
import { runBefore } from "./run-before.ts";
import { runGate } from "./run-gate.ts";
import { sortGates } from "./sort-gates.ts";

/** Gates and the one tree to run them on. */
export type GatesRun = {
  readonly specs: readonly GateSpec[];
  readonly sandbox: Sandbox;
  /** Paths that the candidate changes: gates of their folders come first. */
  readonly changedPaths?: readonly string[];
  readonly trackedFiles?: readonly string[];
};

/**
 * Runs gates on one tree, cheapest first, and yields each result as it comes; who has seen enough stops asking. The
 * same `before` commands in the same folder run once, and where they failed each of their gates is an error.
 */
export async function* runGates(run: GatesRun, deps: GateDeps): AsyncGenerator<GateResult, void, void> {
  const { specs, changedPaths = [], ...rest } = run;
  const prepared = new Map<string, GateOutcome | null>();
  for (const spec of sortGates(specs, changedPaths)) {
    const startedMs = deps.clock.elapsedMs();
    const key = JSON.stringify([spec.before, spec.cwd, spec.env, spec.network]);
    const known = prepared.get(key);
    const failure = known === undefined ? await runBefore(openGateContext({ ...rest, spec }, deps)) : known;
    prepared.set(key, failure);
    if (failure === null) {
      yield await runGate({ ...rest, spec, isPrepared: true }, deps);
    } else {
      yield buildGateResult({ spec, outcome: failure, durationMs: deps.clock.elapsedMs() - startedMs }, deps);
    }
  }
}
