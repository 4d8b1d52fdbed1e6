import type { GateSummary } from "../domain/events.ts";
import type { GateResult } from "../domain/gate.ts";
import { findFailingIds } from "./find-failing-ids.ts";

const MAX_FAILING = 200;
const MAX_OUTPUT_FILES = 20;

/** A gate's result as events carry it: counts, and the first 200 failing ids. */
export function summarizeGate(result: GateResult): GateSummary {
  const { gate, kind, status, reason, checks, findings, durationMs, network, outputFiles } = result;
  const count = (wanted: string): number => checks.filter((check) => check.status === wanted).length;
  return {
    gate,
    kind,
    status,
    reason,
    passed: count("passed"),
    failed: count("failed"),
    skipped: count("skipped"),
    findings: findings.length,
    failing: findFailingIds(result).slice(0, MAX_FAILING),
    durationMs,
    network,
    ...(outputFiles === undefined ? {} : { outputFiles: outputFiles.slice(0, MAX_OUTPUT_FILES) }),
  };
}
