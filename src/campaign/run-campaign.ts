import type { CampaignState } from "../domain/campaign-state.ts";
import { describeError, NightshiftError } from "../domain/errors.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { finishCampaign } from "./finish-campaign.ts";
import { openCampaign } from "./open-campaign.ts";
import type { Position } from "./position.ts";
import { type CycleEnd, runCycle } from "./run-cycle.ts";
import { settleSilence } from "./settle-silence.ts";
import { decideStop, type Stop } from "./stop-conditions.ts";

/**
 * Runs cycles until a stop reason and returns the final state. Never rejects for what a cycle did: an error in a
 * cycle is that cycle's outcome; one that leaves the campaign unable to go on ends it as `FAILED`. Rejects only when
 * the journal itself cannot be written.
 */
export async function runCampaign(deps: CampaignDeps): Promise<CampaignState> {
  await finishCampaign(await runUntilStop(deps), deps);
  return deps.log.state();
}

async function runUntilStop(deps: CampaignDeps): Promise<Stop> {
  try {
    let position = await openCampaign(deps);
    for (;;) {
      const { stop: limits } = deps.config;
      const stop = decideStop({ state: deps.log.state(), limits, isAborted: deps.signal.aborted });
      if (stop !== null) return await settleSilence(stop, deps);
      const end = await runCycleWithin(deps.log.state().completed + 1, position, deps);
      if (end.status === "no-work") return await settleSilence(end.stop, deps);
      position = end.position;
    }
  } catch (error) {
    if (deps.signal.aborted)
      return { stopReason: "STOPPED", detail: "a person or the machine asked the campaign to stop" };
    if (isJournalFault(error)) throw error;
    const hint = error instanceof NightshiftError ? ` ${error.hint}` : "";
    return { stopReason: "FAILED", detail: `${describeError(error)}${hint}` };
  }
}

/** The cycle boundary: an error after the cycle has begun is its outcome; one before it is the campaign's. */
async function runCycleWithin(cycle: number, position: Position, deps: CampaignDeps): Promise<CycleEnd> {
  const startedMs = deps.clock.elapsedMs();
  try {
    return await runCycle(cycle, position, deps);
  } catch (error) {
    const hasBegun = deps.log.state().openCycle !== null;
    if (!hasBegun || deps.signal.aborted || isJournalFault(error)) throw error;
    await deps.log.append({
      type: "cycle-finished",
      cycle,
      outcome: "error",
      reason: describeError(error),
      candidates: 0,
      attempts: 0,
      files: [],
      commit: null,
      snapshot: null,
      hasTaught: false,
      durationMs: deps.clock.elapsedMs() - startedMs,
      costUsd: deps.log.state().openCycle?.modelSpend.costUsd ?? 0,
    });
    // No other cycle would fare better.
    if (error instanceof NightshiftError && error.code === "MODEL_KEY_REFUSED") throw error;
    return { status: "finished", position };
  }
}

function isJournalFault(error: unknown): boolean {
  return error instanceof NightshiftError && error.code.startsWith("JOURNAL_");
}
