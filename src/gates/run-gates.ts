import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { buildGateResult } from "./build-gate-result.ts";
import type { GateDeps, GateRun } from "./gate-context.ts";
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
  /** Puts the tree back to what is judged; asked for between gates, since any of them may write into it. */
  readonly restore: () => Promise<void>;
  /** Asked once a tree is prepared and right before its gate runs; disposed of right after, before the next one. */
  readonly openGate?: (spec: GateSpec) => Promise<OpenedGate>;
};

/** What one gate of several runs with besides, such as its canary. */
export type OpenedGate = AsyncDisposable & { readonly run: Partial<GateRun> };

type Prepared = { readonly key: string; readonly failure: GateOutcome | null };

/**
 * Runs gates on one tree, cheapest first, and yields each result as it comes; who has seen enough stops asking. What a
 * gate wrote into the tree is gone before the next one, so that each judges the same tree. Gates that follow each other
 * with the same `before` commands in the same folder share what these made; where they failed each is an error.
 */
export async function* runGates(run: GatesRun, deps: GateDeps): AsyncGenerator<GateResult, void, void> {
  const { specs, changedPaths = [], restore, openGate, ...rest } = run;
  let prepared: Prepared | undefined;
  for (const spec of sortGates(specs, changedPaths)) {
    const startedMs = deps.clock.elapsedMs();
    const key = JSON.stringify([spec.before, spec.cwd, spec.env, spec.network]);
    const isShared = spec.before.length > 0 && prepared?.key === key;
    if (prepared !== undefined && !isShared) await restore();
    if (prepared === undefined || !isShared) {
      prepared = { key, failure: await runBefore(openGateContext({ ...rest, spec }, deps)) };
    }
    const { failure } = prepared;
    if (failure === null) {
      yield await runOpened({ ...rest, spec, isPrepared: true }, openGate, deps);
    } else {
      yield buildGateResult({ spec, outcome: failure, durationMs: deps.clock.elapsedMs() - startedMs }, deps);
    }
  }
}

async function runOpened(run: GateRun, openGate: GatesRun["openGate"], deps: GateDeps): Promise<GateResult> {
  await using opened = await openGate?.(run.spec);
  return await runGate({ ...run, ...opened?.run }, deps);
}
