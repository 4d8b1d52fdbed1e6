import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { runInTurns } from "./run-in-turns.ts";

/** Runs a benchmark `repeats` times on one tree. To compare two trees, `runBenchmarkPair` takes turns. */
export async function runBenchmarkGate(context: GateContext): Promise<GateOutcome> {
  const [outcome = errorOutcome("nothing was run")] = await runInTurns([context]);
  return outcome;
}
