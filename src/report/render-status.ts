import type { CampaignState } from "../domain/campaign-state.ts";
import { renderSpendResult, type SpendResult } from "./render-spend.ts";

/** What `status.json` holds, these fields and no other. Times are ISO 8601, UTC. */
export type Status = {
  readonly campaign: string;
  readonly status: CampaignState["status"];
  readonly started: string;
  /** The open cycle's number, or null between cycles. */
  readonly currentCycle: number | null;
  readonly completed: number;
  readonly promoted: number;
  /** There only when something was. */
  readonly suggested?: number;
  readonly rejected: number;
  readonly lastPromotion: {
    readonly cycle: number;
    readonly commit: string;
    readonly snapshot: string;
    readonly subject: string;
    readonly at: string;
  } | null;
  /** Cycles in a row that taught nothing. */
  readonly convergenceCounter: number;
  readonly avoidedApproaches: number;
  readonly elapsedMs: number;
  readonly costUsd: number;
  /** There only when a model was called. */
  readonly model?: SpendResult;
  /** There only when it is off: no promotion of the campaign is ever published. */
  readonly safety?: "off";
};

/** How a campaign stands, for `status.json` and `nightshift status`. Pure. */
export function renderStatus(state: CampaignState): Status {
  // What a dry run promoted is on no branch.
  const last = state.isDryRun ? null : state.lastPromotion;
  return {
    campaign: state.campaign,
    status: state.status,
    started: state.startedAt,
    currentCycle: state.openCycle?.cycle ?? null,
    completed: state.completed,
    promoted: state.promoted,
    ...(state.suggested > 0 ? { suggested: state.suggested } : {}),
    rejected: state.rejected,
    lastPromotion:
      last === null
        ? null
        : {
            cycle: last.cycle,
            commit: last.commit,
            snapshot: last.snapshot,
            subject: last.subject,
            at: last.at,
          },
    convergenceCounter: state.untaughtInARow,
    avoidedApproaches: state.avoidedApproaches,
    elapsedMs: state.elapsedMs,
    costUsd: state.costUsd,
    ...renderSpendResult(state.modelSpend),
    ...(state.safety === "off" ? { safety: state.safety } : {}),
  };
}
