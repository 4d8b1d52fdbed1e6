import type { BudgetExcess, ModelSpend } from "./budget.ts";
import type { Confidence } from "./confidence.ts";
import type { EventOf, GateSummary, ItemSummary } from "./events.ts";
import type { Lesson } from "./lesson.ts";
import type { StopReason } from "./stop-reason.ts";

/** A candidate that reached policy, memory and gates, and what they said; null where they were not asked. */
export type ProposalState = {
  readonly attempt: number;
  readonly tree: string;
  readonly summary: string;
  readonly origin: string;
  readonly confidence: Confidence | null;
  readonly files: readonly string[];
  readonly diff: string;
  readonly refusal: Pick<EventOf<"candidate-refused">, "rule" | "reason" | "denials"> | null;
  readonly judgement: Pick<
    EventOf<"candidate-judged">,
    "status" | "rule" | "reason" | "denials" | "notes" | "gates"
  > | null;
};

/** A promotion as the journal tells it. In a dry run no ref has moved. */
export type PromotionState = {
  readonly cycle: number;
  readonly commit: string;
  readonly parent: string;
  readonly tree: string;
  /** Full name of the tag on master as it was before. */
  readonly snapshot: string;
  readonly subject: string;
  readonly files: readonly string[];
  /** Whether policy could not refuse it. */
  readonly isUnsafe: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** A candidate that every gate let through and that waits for a person, as the journal tells it. */
export type SuggestionState = Omit<EventOf<"suggested">, "type">;

/** A cycle that has started and not finished. */
export type OpenCycle = {
  readonly cycle: number;
  readonly item: ItemSummary;
  /** Tree of master that it works on. */
  readonly tree: string;
  readonly brain: string;
  readonly method: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly proposals: readonly ProposalState[];
  /** What the method did besides, in order. */
  readonly steps: readonly Pick<EventOf<"method-stepped">, "step" | "status" | "detail" | "figures">[];
  /** Tests that were written for the item, in order. */
  readonly reproductions: readonly Omit<EventOf<"reproduction-judged">, "type" | "cycle">[];
  readonly lessons: readonly Lesson[];
  readonly promotion: PromotionState | null;
  readonly suggestion: SuggestionState | null;
  /** Candidates that the brain has tried so far. */
  readonly candidates: number;
  /** With what the same cycle used before it was cut off and done again. */
  readonly modelSpend: ModelSpend;
};

/** A finished cycle, with everything that a report tells about it. */
export type CycleState = OpenCycle &
  Pick<
    EventOf<"cycle-finished">,
    | "outcome"
    | "reason"
    | "attempts"
    | "files"
    | "commit"
    | "snapshot"
    | "hasTaught"
    | "durationMs"
    | "costUsd"
  >;

/** What a campaign was started with. */
export type CampaignSettings = Omit<EventOf<"campaign-started">, "type" | "campaign">;

/** Where a campaign stands: `foldEvents` of its journal, and nothing else. */
export type CampaignState = CampaignSettings & {
  /** "" until the campaign has started. */
  readonly campaign: string;
  readonly status: "running" | "stopped" | "failed";
  /** Of the first event; ISO 8601, UTC; "" until then. */
  readonly startedAt: string;
  /** Of the last event. */
  readonly updatedAt: string;
  /** The commit that the next sandbox opens from; null until master is prepared. */
  readonly masterCommit: string | null;
  readonly carried: EventOf<"master-prepared">["carried"];
  readonly setAsidePromotions: EventOf<"master-prepared">["setAside"];
  readonly openCycle: OpenCycle | null;
  /** Finished ones, in order. */
  readonly cycles: readonly CycleState[];
  /** How many cycles have finished, whatever their outcome. */
  readonly completed: number;
  readonly promoted: number;
  readonly suggested: number;
  readonly rejected: number;
  readonly errors: number;
  readonly lastPromotion: PromotionState | null;
  /** Finished cycles in a row, up to now, that taught nothing. */
  readonly untaughtInARow: number;
  /** Approaches that this campaign learned to avoid. */
  readonly avoidedApproaches: number;
  /** Time that the campaign was at work, without the gaps before it was resumed. */
  readonly elapsedMs: number;
  readonly costUsd: number;
  readonly modelSpend: ModelSpend;
  /** Requests that are out, with the most that each can use. */
  readonly openModelCalls: readonly Omit<EventOf<"model-asked">, "type">[];
  /** The campaign's budget that ended its calls of models; null while none did. */
  readonly budgetReached: BudgetExcess | null;
  readonly warnings: readonly { readonly message: string; readonly hint: string }[];
  /** The gates on the first tree measured, and on the last one. */
  readonly firstMeasurement: readonly GateSummary[];
  readonly lastMeasurement: readonly GateSummary[];
  /** The newest proof of each gate. */
  readonly proofs: readonly Omit<EventOf<"gate-proved">, "type">[];
  readonly setAsideChecks: readonly Omit<EventOf<"checks-set-aside">, "type">[];
  /** What was found last, and how many more memory knows as exhausted. */
  readonly workFound: Pick<EventOf<"work-found">, "items" | "exhausted" | "exhaustedTitles">;
  /** Quick runs of candidates in the whole campaign, and the time they took. */
  readonly candidates: number;
  readonly candidatesMs: number;
  readonly stopReason: StopReason | null;
  readonly stopDetail: string;
  /** Commit of the memory branch that holds this campaign's lessons; null while it does not. */
  readonly memoryCommit: string | null;
};
