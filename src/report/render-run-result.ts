import type { CampaignState, CycleState } from "../domain/campaign-state.ts";
import type { Confidence } from "../domain/confidence.ts";
import type { StopReason } from "../domain/stop-reason.ts";
import { renderSpendResult, type SpendResult } from "./render-spend.ts";

/** One cycle in the result of `run --json`. */
export type CycleResult = Pick<
  CycleState,
  | "cycle"
  | "brain"
  | "method"
  | "outcome"
  | "reason"
  | "candidates"
  | "attempts"
  | "files"
  | "commit"
  | "snapshot"
  | "durationMs"
  | "costUsd"
> & {
  readonly item: Pick<CycleState["item"], "kind" | "id" | "title" | "files">;
  /** Of what was promoted or suggested; there only when the brain told it. */
  readonly confidence?: Confidence;
  /** There only when a model was called. */
  readonly model?: SpendResult;
};

/** What `run --json` prints, these fields and no other. */
export type RunResult = {
  readonly campaign: string;
  /** Null while the campaign runs. */
  readonly stopReason: StopReason | null;
  /** The sacred commit that it started from, and the commit that master is at. */
  readonly base: string;
  readonly master: string | null;
  /** There only when it is off: every promotion is unsafe. */
  readonly safety?: "off";
  /** Numbers of cycles by outcome. */
  readonly promoted: number;
  /** There only when something was. */
  readonly suggested?: number;
  readonly rejected: number;
  readonly errors: number;
  readonly durationMs: number;
  readonly costUsd: number;
  /** There only when a model was called. */
  readonly model?: SpendResult;
  /** Path of the journal. */
  readonly journal: string;
  readonly cycles: readonly CycleResult[];
};

/** The result of a campaign for scripts. Pure. */
export function renderRunResult(state: CampaignState, { journal }: { readonly journal: string }): RunResult {
  return {
    campaign: state.campaign,
    stopReason: state.stopReason,
    base: state.base,
    master: state.masterCommit,
    ...(state.safety === "off" ? { safety: state.safety } : {}),
    promoted: state.promoted,
    ...(state.suggested > 0 ? { suggested: state.suggested } : {}),
    rejected: state.rejected,
    errors: state.errors,
    durationMs: state.elapsedMs,
    costUsd: state.costUsd,
    ...renderSpendResult(state.modelSpend),
    journal,
    cycles: state.cycles.map(renderCycleResult),
  };
}

function renderCycleResult(cycle: CycleState): CycleResult {
  const { kind, id, title, files } = cycle.item;
  return {
    cycle: cycle.cycle,
    item: { kind, id, title, files },
    brain: cycle.brain,
    method: cycle.method,
    outcome: cycle.outcome,
    reason: cycle.reason,
    candidates: cycle.candidates,
    attempts: cycle.attempts,
    files: cycle.files,
    commit: cycle.commit,
    snapshot: cycle.snapshot,
    durationMs: cycle.durationMs,
    costUsd: cycle.costUsd,
    ...findConfidence(cycle),
    ...renderSpendResult(cycle.modelSpend),
  };
}

function findConfidence({ proposals, promotion, suggestion }: CycleState): {
  readonly confidence?: Confidence;
} {
  const kept = promotion?.tree ?? suggestion?.tree;
  const confidence = proposals.findLast(({ tree }) => tree === kept)?.confidence ?? null;
  return confidence === null ? {} : { confidence };
}
