import type { Clock } from "../../ports.ts";
import type { CallOutcome } from "./router/router.ts";

/** Calls in a row that no model answered, each with its retries and with every model that it may go to. */
const OUT_AFTER = 2;
/** Then nobody is asked for so long. */
const REST_MS = 600_000;

/** Whether there is any sense in asking models, as the calls of the campaign have shown. */
export type Outage = {
  /** Why nobody is asked now, in a clause; null where somebody can be. */
  find(): string | null;
  /** Why no call was ever answered, in a clause; null where one was, or where nobody was asked. */
  findSilence(): string | null;
  /** Takes how a call ended. Rejects where `onKeyRefused` does. */
  note(outcome: CallOutcome): Promise<void>;
};

/**
 * A refused key is for people to mend: nobody is asked again in this campaign. Failures in a row rest for a while, so
 * that no cycle is spent on each item in turn.
 */
export function createOutage({
  clock,
  onKeyRefused,
  onOut,
}: {
  readonly clock: Pick<Clock, "elapsedMs">;
  /** Told once. Rejects where the campaign cannot go on without a model. */
  onKeyRefused(reason: string): Promise<void>;
  /** Told when a rest begins, once until somebody answers again. */
  onOut(reason: string): Promise<void>;
}): Outage {
  let refusal: string | null = null;
  let failed = 0;
  let hasAnswered = false;
  let lastReason = "";
  let restsUntilMs = Number.NEGATIVE_INFINITY;

  return {
    find: () => {
      if (refusal !== null) return refusal;
      return clock.elapsedMs() < restsUntilMs ? lastReason : null;
    },
    findSilence: () => (hasAnswered || lastReason === "" ? null : lastReason),
    note: async (outcome) => {
      if (outcome.status === "replied") [failed, hasAnswered] = [0, true];
      if (outcome.status !== "failed") return;
      if (saysNothing.has(outcome.kind)) {
        // Whoever says so is there.
        if (outcome.kind !== "aborted") hasAnswered = true;
        return;
      }
      lastReason = outcome.reason;
      if (outcome.kind === "authentication") {
        const isFirst = refusal === null;
        refusal = `the key was refused: ${outcome.reason}`;
        if (isFirst) await onKeyRefused(outcome.reason);
        return;
      }
      failed += 1;
      if (failed < OUT_AFTER) return;
      restsUntilMs = clock.elapsedMs() + REST_MS;
      if (failed === OUT_AFTER) await onOut(outcome.reason);
    },
  };
}

/** What is about this one request, or a person's wish. */
const saysNothing: ReadonlySet<string> = new Set(["aborted", "refused", "too-long", "unsupported"]);
