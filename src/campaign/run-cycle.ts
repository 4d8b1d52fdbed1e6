import { attemptItem } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { chooseItem } from "./choose-item.ts";
import { completeCycle } from "./complete-cycle.ts";
import { journalMeasurement } from "./journal-measurement.ts";
import { measureBase } from "./measure-base.ts";
import { moveOn, type Position } from "./position.ts";
import { refuseGatesInError, refuseUnprovenGates } from "./refuse-gates.ts";
import type { Stop } from "./stop-conditions.ts";

/** How a cycle ended: with the position for the next one, or with nothing left to work on. */
export type CycleEnd =
  | { readonly status: "finished"; readonly position: Position }
  | { readonly status: "no-work"; readonly stop: Stop };

/**
 * One cycle: one sandbox, one work item, one outcome. Every step appends its events before the next begins.
 * Throws only what the campaign's boundary has to record; the sandbox goes either way.
 */
export async function runCycle(cycle: number, start: Position, deps: CampaignDeps): Promise<CycleEnd> {
  await using sandbox = await deps.sandboxes.open(`${deps.campaign}/${cycle}`, start.commit);
  const position = { ...start, measurement: await measureBase(sandbox, start, deps) };
  refuseGatesInError(position.measurement, deps);
  const choice = await chooseItem(position, deps);
  if (choice.status === "none") return { status: "no-work", stop: choice.stop };
  refuseUnprovenGates(position.measurement, deps);
  const attempt = await attemptItem({ cycle, item: choice.item, position, sandbox }, deps);
  const commit = await completeCycle(cycle, position.commit, deps);
  const next = moveOn(position, commit, attempt.promoted);
  if (attempt.promoted !== null) await journalMeasurement(attempt.promoted, deps);
  return { status: "finished", position: next };
}
