import type { BenchmarkRule } from "../domain/gate.ts";
import { findQuantile } from "./find-quantile.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { type Measurement, runBenchmarkOnce } from "./run-benchmark-once.ts";

/** Runs a benchmark on several trees in turns, so that what the machine does meanwhile meets all of them alike. */
export async function runInTurns(contexts: readonly GateContext[]): Promise<readonly GateOutcome[]> {
  const rule = contexts[0]?.spec.benchmark;
  if (rule === undefined)
    return contexts.map(({ spec }) => errorOutcome(`gate ${spec.name} has no benchmark rule`));
  const measured: Measurement[][] = contexts.map(() => []);
  for (let turn = 0; turn < rule.repeats; turn += 1) {
    for (const [index, context] of contexts.entries()) {
      const measurement = await runBenchmarkOnce(rule, context);
      measured[index]?.push(measurement);
      if (measurement.status === "error") return measured.map((all) => buildOutcome(all, rule, measurement));
    }
  }
  return measured.map((all) => buildOutcome(all, rule));
}

function buildOutcome(
  all: readonly Measurement[],
  { repeats }: BenchmarkRule,
  failure?: Measurement,
): GateOutcome {
  const own = all.find(({ status }) => status === "error");
  if (own?.status === "error") return errorOutcome(own.reason, own.run);
  if (failure !== undefined) return errorOutcome("the run that it takes turns with gave no number");
  const measurements = all.flatMap((one) => (one.status === "measured" ? [one.value] : []));
  const last = all.at(-1)?.run;
  return {
    status: "passed",
    reason: `median ${findQuantile(measurements, 0.5)} of ${repeats} runs`,
    measurements,
    exitCode: 0,
    output: `${last?.stdout ?? ""}${last?.stderr ?? ""}`,
  };
}
