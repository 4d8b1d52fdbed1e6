import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { buildGateResult } from "./build-gate-result.ts";
import type { GateDeps } from "./gate-context.ts";
import { openGateContext } from "./open-gate-context.ts";
import { runBefore } from "./run-before.ts";
import { runInTurns } from "./run-in-turns.ts";

/** Runs a benchmark on base and candidate in turns. Each tree has the gate's whole time limit for itself. */
export async function runBenchmarkPair(
  input: {
    readonly spec: GateSpec;
    readonly base: Sandbox;
    readonly candidate: Sandbox;
  },
  deps: GateDeps,
): Promise<{ readonly base: GateResult; readonly candidate: GateResult }> {
  const { spec, base, candidate } = input;
  const startedMs = deps.clock.elapsedMs();
  const doubled = { ...spec, timeoutMs: 2 * spec.timeoutMs };
  const contexts = [base, candidate].map((sandbox) => openGateContext({ spec: doubled, sandbox }, deps));
  const prepared = [];
  for (const context of contexts) prepared.push(await runBefore(context));
  const outcomes = prepared.some((outcome) => outcome !== null)
    ? prepared.map(
        (outcome) => outcome ?? { status: "error" as const, reason: "the other tree could not be prepared" },
      )
    : await runInTurns(contexts);
  const durationMs = (deps.clock.elapsedMs() - startedMs) / 2;
  const [first, second] = outcomes.map((outcome) => buildGateResult({ spec, outcome, durationMs }, deps));
  if (first === undefined || second === undefined) throw new Error("a benchmark pair has two outcomes");
  return { base: first, candidate: second };
}
