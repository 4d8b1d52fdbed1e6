import type { Config } from "../config/schema.ts";
import type { CampaignState } from "../domain/campaign-state.ts";
import type { StopReason } from "../domain/stop-reason.ts";

const MS_PER_HOUR = 3_600_000;

/** What a stop condition looks at, between two cycles. */
export type StopInput = {
  readonly state: Pick<
    CampaignState,
    "completed" | "untaughtInARow" | "elapsedMs" | "costUsd" | "budgetReached"
  >;
  readonly limits: Config["stop"];
  readonly isAborted: boolean;
};

/** Why a campaign ends now. */
export type Stop = { readonly stopReason: StopReason; readonly detail: string };

type StopCondition = (input: StopInput) => Stop | null;

const stopped: StopCondition = ({ isAborted }) =>
  isAborted ? { stopReason: "STOPPED", detail: "a person or the machine asked the campaign to stop" } : null;

const outOfTime: StopCondition = ({ state, limits }) =>
  state.elapsedMs >= limits.maxHours * MS_PER_HOUR
    ? { stopReason: "TIME_BUDGET_EXHAUSTED", detail: `stop.maxHours is ${limits.maxHours}` }
    : null;

const outOfMoney: StopCondition = ({ state, limits }) =>
  limits.maxCostUsd !== null && state.costUsd > 0 && state.costUsd >= limits.maxCostUsd
    ? { stopReason: "COST_BUDGET_EXHAUSTED", detail: `stop.maxCostUsd is ${limits.maxCostUsd}` }
    : null;

/** Calls of models are refused before they could go beyond a budget, so that its limit itself is hardly ever met. */
const outOfBudget: StopCondition = ({ state: { budgetReached } }) =>
  budgetReached === null
    ? null
    : {
        stopReason: budgetReached.unit === "minutes" ? "TIME_BUDGET_EXHAUSTED" : "COST_BUDGET_EXHAUSTED",
        detail: budgetReached.reason,
      };

const converged: StopCondition = ({ state, limits }) =>
  state.untaughtInARow >= limits.convergence
    ? { stopReason: "CONVERGED", detail: `${state.untaughtInARow} cycles in a row taught nothing` }
    : null;

const outOfCycles: StopCondition = ({ state, limits }) =>
  state.completed >= limits.maxCycles
    ? { stopReason: "MAX_CYCLES_REACHED", detail: `stop.maxCycles is ${limits.maxCycles}` }
    : null;

/** In the order in which they are reported when several hold. */
const conditions: readonly StopCondition[] = [
  stopped,
  outOfTime,
  outOfMoney,
  outOfBudget,
  converged,
  outOfCycles,
];

/** The first condition that holds before the next cycle, or null to go on. Pure. */
export function decideStop(input: StopInput): Stop | null {
  for (const condition of conditions) {
    const stop = condition(input);
    if (stop !== null) return stop;
  }
  return null;
}
