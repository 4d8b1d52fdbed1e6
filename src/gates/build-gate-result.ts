import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { GateDeps } from "./gate-context.ts";
import type { GateOutcome } from "./gate-outcome.ts";
import { takeTail } from "./take-tail.ts";

const MAX_TAIL_BYTES = 4096;
const MAX_REASON = 600;

/** Completes what one kind of gate found out to a result. */
export function buildGateResult(
  input: { readonly spec: GateSpec; readonly outcome: GateOutcome; readonly durationMs: number },
  { redact = (text) => text }: Pick<GateDeps, "redact">,
): GateResult {
  const { spec, outcome, durationMs } = input;
  const { status, checks = [], findings = [], measurements = [], exitCode = null, output = "" } = outcome;
  const reason = redact(outcome.reason).slice(0, MAX_REASON);
  return {
    gate: spec.name,
    kind: spec.kind,
    status,
    reason,
    checks,
    findings,
    measurements,
    exitCode,
    durationMs,
    outputTail: redact(takeTail(output, MAX_TAIL_BYTES)),
    network: spec.network,
  };
}
