import type { Proposal } from "../../brain/brain.ts";
import type { GateSpec } from "../../domain/gate.ts";
import { compareMeasurements } from "../../gates/compare-measurements.ts";
import type { QuickRunner } from "./create-quick-runner.ts";

const terms = { better: 1, "no-measurable-change": 0.7, worse: 0 } as const;

/** What benchmarks say of a proposal, from 0 to 1 on the mean, with a sentence for each change; null without any. */
export type BenchmarkRun = { readonly term: number | null; readonly reasons: readonly string[] };

/** Runs benchmarks on the base, once, and on a proposal. One that gives no number for the proposal counts 0. */
export async function runBenchmarks(
  specs: readonly GateSpec[],
  { edits }: Pick<Proposal, "edits">,
  runner: QuickRunner,
): Promise<BenchmarkRun> {
  const found: number[] = [];
  const reasons: string[] = [];
  for (const spec of specs) {
    const base = await runner.runBase(spec);
    // A benchmark without numbers on the base compares nothing.
    if (spec.benchmark === undefined || base.measurements.length === 0) continue;
    const result = await runner.runEdited(spec, edits);
    if (result.measurements.length === 0) {
      found.push(0);
      reasons.push(`The benchmark ${spec.name} gave no number: ${result.reason}.`);
      continue;
    }
    const { status, change } = compareMeasurements(base.measurements, result.measurements, spec.benchmark);
    found.push(terms[status]);
    if (status !== "no-measurable-change")
      reasons.push(`The benchmark ${spec.name} is ${status}: its number changes by ${percent(change)}.`);
  }
  const term = found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0) / found.length;
  return { term, reasons };
}

function percent(change: number): string {
  return `${change > 0 ? "+" : ""}${Math.round(change * 100)} %`;
}
