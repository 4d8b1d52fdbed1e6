import type { BudgetExcess } from "../../../domain/budget.ts";
import type { CampaignEvent } from "../../../domain/events.ts";
import type { ModelFailure, ModelFeature, ModelReply, ModelRequest } from "../../../domain/model.ts";
import type { ModelPrice } from "../../../domain/model-price.ts";
import type { Clock, Llm } from "../../../ports.ts";
import type { Meter } from "../budget/create-meter.ts";

/** A model in the user's order, and what is known of it. */
export type RoutedModel = {
  readonly llm: Llm;
  /** Purposes of calls and kinds of work items that it is for; none: for all. */
  readonly for: readonly string[];
  /** Null where it is unknown; `checkPrices` refuses that where a limit in dollars is set. */
  readonly price: ModelPrice | null;
  readonly capabilities: Readonly<Record<ModelFeature, boolean>>;
  /** Input tokens that it takes; null or absent where that is unknown. */
  readonly contextTokens?: number | null;
  /** Environment variables that the key may come from, to be named where it is refused. */
  readonly keyVariables?: readonly string[];
};

/** What a call is for, and so which models it goes to. */
export type CallTarget = {
  /** "edit", "plan", "review". */
  readonly purpose: string;
  /** Of the work item; null outside of one. */
  readonly itemKind: string | null;
};

/** One request, with the budgets that it counts for. */
export type ModelCall = CallTarget & {
  /** 0 outside of one. */
  readonly cycle: number;
  readonly request: ModelRequest;
  /** The widest scope first. */
  readonly meters: readonly Meter[];
};

type Replied = Extract<ModelReply, { status: "replied" }>;

/** How a call ended; `costUsd` is what all its tries were charged. */
export type CallOutcome = { readonly costUsd: number } & (
  | (Replied & { readonly provider: string; readonly model: string })
  | {
      readonly status: "failed";
      /** Of the last model asked. `unsupported` with `tools`: ask again without tools, in text. */
      readonly kind: ModelFailure;
      readonly feature?: ModelFeature;
      /** What each model that was asked, or rests, said. */
      readonly reason: string;
      /** When the first one can be asked again, where that is known. */
      readonly retryAfterMs: number | null;
    }
  | ({ readonly status: "over-budget" } & BudgetExcess)
);

/** Calls models: the first that is there and can, within the budgets. */
export type Router = {
  /** Never rejects for what a provider does; rejects when the journal cannot be written. */
  call(call: ModelCall): Promise<CallOutcome>;
  /** Whether the model that would be asked now can call tools, as far as is known. */
  hasTools(target: CallTarget): boolean;
};

/** What the router takes from outside; all of it can be held still. */
export type RouterDeps = {
  readonly clock: Pick<Clock, "elapsedMs">;
  /** Resolves after that long, or as soon as the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Resolves when the event is on the disk. */
  append(event: CampaignEvent): Promise<unknown>;
};
