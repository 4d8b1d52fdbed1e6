import type { Check, GateResult, GateSpec, LocatedFinding } from "../domain/gate.ts";
import type { GateDeps } from "./gate-context.ts";
import type { GateOutcome } from "./gate-outcome.ts";
import { takeTail } from "./take-tail.ts";

const MAX_TAIL_BYTES = 4096;
const MAX_REASON = 600;

/** Completes what one kind of gate found out to a result. */
export function buildGateResult(
  input: {
    readonly spec: GateSpec;
    readonly outcome: GateOutcome;
    readonly durationMs: number;
    readonly outputFiles?: readonly string[];
  },
  { redact = (text) => text }: Pick<GateDeps, "redact">,
): GateResult {
  const { spec, outcome, durationMs, outputFiles = [] } = input;
  const { status, checks = [], findings = [], measurements = [], exitCode = null, output = "" } = outcome;
  const reason = redact(outcome.reason).slice(0, MAX_REASON);
  return {
    gate: spec.name,
    kind: spec.kind,
    status,
    reason,
    checks: checks.map((check) => redactCheck(check, redact)),
    findings: findings.map((finding) => redactFinding(finding, redact)),
    measurements,
    exitCode,
    durationMs,
    outputTail: takeTail(redact(output), MAX_TAIL_BYTES),
    network: spec.network,
    ...(outputFiles.length === 0 ? {} : { outputFiles }),
  };
}

/** Names too: what is hidden on the base is hidden on the candidate alike, so identities stay the same. */
function redactCheck(check: Check, redact: (text: string) => string): Check {
  const { file, suite, name, message, stack } = check;
  return {
    ...check,
    ...{ file: redact(file), suite: redact(suite), name: redact(name) },
    ...(message === undefined ? {} : { message: redact(message) }),
    ...(stack === undefined ? {} : { stack: redact(stack) }),
  };
}

function redactFinding(finding: LocatedFinding, redact: (text: string) => string): LocatedFinding {
  const { file, rule, message, lineText } = finding;
  return {
    ...finding,
    ...{ file: redact(file), rule: redact(rule), message: redact(message), lineText: redact(lineText) },
  };
}
