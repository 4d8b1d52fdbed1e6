import type { Clock } from "../../../ports.ts";
import type { CandidateBatch } from "../../brain.ts";

/** A batch is told when it has this many candidates, or is this old. */
const BATCH_SIZE = 25;
const BATCH_MS = 5_000;

/** Counts how candidates ended, and tells it in batches. */
export type BatchReporter = {
  add(outcome: string): Promise<void>;
  /** Tells what has not been told yet. */
  flush(): Promise<void>;
};

/** A reporter that keeps the journal short: at most one event for 25 candidates or 5 seconds. */
export function createBatchReporter(
  onBatch: (batch: CandidateBatch) => Promise<void>,
  clock: Pick<Clock, "elapsedMs">,
): BatchReporter {
  let outcomes = new Map<string, number>();
  let tried = 0;
  let startedMs = clock.elapsedMs();
  const flush = async () => {
    const now = clock.elapsedMs();
    const batch = { tried, outcomes: Object.fromEntries(outcomes), durationMs: now - startedMs };
    outcomes = new Map();
    tried = 0;
    startedMs = now;
    if (batch.tried > 0) await onBatch(batch);
  };
  return {
    async add(outcome) {
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      tried += 1;
      if (tried >= BATCH_SIZE || clock.elapsedMs() - startedMs >= BATCH_MS) await flush();
    },
    flush,
  };
}
