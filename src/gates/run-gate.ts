import type { GateKind, GateResult } from "../domain/gate.ts";
import { buildGateResult } from "./build-gate-result.ts";
import type { GateContext, GateDeps, GateRun } from "./gate-context.ts";
import type { GateOutcome } from "./gate-outcome.ts";
import { openGateContext } from "./open-gate-context.ts";
import { runBefore } from "./run-before.ts";
import { runBenchmarkGate } from "./run-benchmark-gate.ts";
import { runCommandGate } from "./run-command-gate.ts";
import { runFindingsGate } from "./run-findings-gate.ts";
import { runGoldenGate } from "./run-golden-gate.ts";
import { runTestsGate } from "./run-tests-gate.ts";
import { runValidateGate } from "./run-validate-gate.ts";

const kinds = {
  tests: runTestsGate,
  lint: runFindingsGate,
  typecheck: runFindingsGate,
  validate: runValidateGate,
  golden: runGoldenGate,
  command: runCommandGate,
  benchmark: runBenchmarkGate,
} satisfies Record<GateKind, (context: GateContext) => Promise<GateOutcome>>;

/**
 * Runs a gate on the tree in the sandbox, after its `before` commands. Whatever the tool does is a result; a run that
 * gives no evidence has the status `error`. Throws only where the sandbox itself fails.
 */
export async function runGate(run: GateRun, deps: GateDeps): Promise<GateResult> {
  const { spec } = run;
  const startedMs = deps.clock.elapsedMs();
  const context = openGateContext(run, deps);
  const failure = run.isPrepared === true ? null : await runBefore(context);
  const outcome = failure ?? (await kinds[spec.kind](context));
  const durationMs = deps.clock.elapsedMs() - startedMs;
  return buildGateResult({ spec, outcome, durationMs, outputFiles: context.outputFiles }, deps);
}
