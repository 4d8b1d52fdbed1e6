import type { BenchmarkRule } from "../domain/gate.ts";
import { findQuantile } from "./find-quantile.ts";

/** What two series of measurements say of each other. `change` is relative to the base's median: 0.1 is 10 % more. */
export type MeasuredChange = {
  readonly status: "better" | "worse" | "no-measurable-change";
  readonly change: number;
};

/**
 * Compares measurements robustly, so that one slow run decides nothing: a change counts when the medians differ by at
 * least the threshold and the boxes from first to third quartile do not overlap (Tukey's box plots, 1977).
 */
export function compareMeasurements(
  base: readonly number[],
  candidate: readonly number[],
  rule: Pick<BenchmarkRule, "direction" | "threshold">,
): MeasuredChange {
  const [from, to] = [findQuantile(base, 0.5), findQuantile(candidate, 0.5)];
  const change = from === to ? 0 : (to - from) / Math.abs(from);
  const isApart =
    findQuantile(base, 0.75) < findQuantile(candidate, 0.25) ||
    findQuantile(candidate, 0.75) < findQuantile(base, 0.25);
  if (!isApart || change === 0 || Math.abs(change) < rule.threshold)
    return { status: "no-measurable-change", change };
  const isLower = change < 0;
  return { status: isLower === (rule.direction === "lower-is-better") ? "better" : "worse", change };
}
