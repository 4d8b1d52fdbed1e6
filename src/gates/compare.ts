import { checkId, type GateResult, type GateSpec } from "../domain/gate.ts";
import type { GateJudgement } from "../domain/judgement.ts";
import { compareChecks, type Difference } from "./compare-checks.ts";
import { compareFindings } from "./compare-findings.ts";
import { compareMeasurements } from "./compare-measurements.ts";
import { findFailingIds } from "./find-failing-ids.ts";

/** A gate's results on base and candidate, and what is not to be held against the candidate. */
export type Comparison = {
  readonly spec: GateSpec;
  /** Undefined when the base was never measured. */
  readonly base: GateResult | undefined;
  readonly candidate: GateResult;
  /** Demands that nothing fails, whatever the base did. */
  readonly isStrict: boolean;
  /** Ids that count for nothing: flaky ones, and those that fail for the environment's sake. */
  readonly setAside: ReadonlySet<string>;
  /** Whether the gate has shown that it can fail, see `proveGate`; undefined where nobody has tried. */
  readonly proof: { readonly status: "proven" | "unproven"; readonly reason: string } | undefined;
};

type Finding = Pick<GateJudgement, "status" | "reason" | "fixed" | "broken">;
const nothing = { fixed: [], broken: [] };

/**
 * One gate's part in a judgement. Green when the candidate fails nothing that the base passed and adds no finding:
 * a red base does not block, and a base at zero stays at zero. Errors on either side are never evidence.
 */
export function compareGate(comparison: Comparison): GateJudgement {
  const { spec, candidate } = comparison;
  const found = judgeResults(comparison);
  return { gate: spec.name, ...found, isRequired: spec.isRequired, durationMs: candidate.durationMs };
}

function judgeResults({ spec, base, candidate, isStrict, setAside, proof }: Comparison): Finding {
  if (candidate.status === "error") return { status: "error", reason: candidate.reason, ...nothing };
  if (proof?.status === "unproven") return { status: "unproven", reason: proof.reason, ...nothing };
  if (spec.kind === "benchmark") return judgeBenchmark(spec, base, candidate);
  const failing = findFailingIds(candidate).filter((id) => !setAside.has(id));
  if (base === undefined || base.status === "error") {
    const why = base === undefined ? "was not measured" : `is no evidence (${base.reason})`;
    if (failing.length === 0) return { status: "green", reason: `all pass; the base ${why}`, ...nothing };
    return {
      status: "error",
      reason: `nothing to compare ${failing.length} failing with: the base ${why}`,
      ...nothing,
    };
  }
  const difference = findDifference(base, candidate, setAside);
  const { fixed, broken } = difference;
  if (broken.length > 0) {
    return { status: "red", reason: `breaks ${broken.length}: ${describeId(broken[0])}`, ...difference };
  }
  if (isStrict && failing.length > 0) {
    return {
      status: "red",
      reason: `strict: ${failing.length} failing: ${describeId(failing[0])}`,
      ...difference,
    };
  }
  const rest = failing.length === 0 ? "nothing fails" : `${failing.length} still failing as on the base`;
  return { status: "green", reason: `${fixed.length} fixed, nothing broken, ${rest}`, ...difference };
}

function findDifference(base: GateResult, candidate: GateResult, setAside: ReadonlySet<string>): Difference {
  const checks = compareChecks(base.checks, candidate.checks, setAside);
  const findings = compareFindings(base.findings, candidate.findings, setAside);
  return { fixed: [...checks.fixed, ...findings.fixed], broken: [...checks.broken, ...findings.broken] };
}

function judgeBenchmark(spec: GateSpec, base: GateResult | undefined, candidate: GateResult): Finding {
  if (spec.benchmark === undefined || base === undefined || base.status === "error") {
    const why = base === undefined ? "was not measured" : base.reason;
    return {
      status: "error",
      reason: `nothing to compare the measurements with: the base ${why}`,
      ...nothing,
    };
  }
  const { status, change } = compareMeasurements(base.measurements, candidate.measurements, spec.benchmark);
  const id = checkId({ file: "", suite: "", name: spec.name });
  const percent = `${change > 0 ? "+" : ""}${Math.round(change * 1000) / 10} %`;
  switch (status) {
    case "worse":
      return { status: "red", reason: `measurably worse (${percent})`, fixed: [], broken: [id] };
    case "better":
      return { status: "green", reason: `measurably better (${percent})`, fixed: [id], broken: [] };
    case "no-measurable-change":
      return { status: "green", reason: `no measurable change (${percent})`, ...nothing };
    default:
      return status satisfies never;
  }
}

function describeId(id = ""): string {
  return id.length <= 200 ? id : `${id.slice(0, 199)}…`;
}
