import type { ModelSpend } from "../domain/budget.ts";
import { noSpend } from "../domain/budget.ts";
import type { CampaignState } from "../domain/campaign-state.ts";
import type { EventOf } from "../domain/events.ts";

type ModelEvent = EventOf<"model-asked"> | EventOf<"model-called"> | EventOf<"budget-reached">;

/** The state after an event about a call of a model. Pure. */
export function applyModelEvent(state: CampaignState, event: ModelEvent): CampaignState {
  switch (event.type) {
    case "model-asked": {
      const { type: _, ...asked } = event;
      return { ...state, openModelCalls: [...state.openModelCalls, asked] };
    }
    case "model-called": {
      const openModelCalls = state.openModelCalls.filter(({ call }) => call !== event.call);
      const { inputTokens, cachedTokens, outputTokens, chargedTokens, costUsd } = event;
      return charge({ ...state, openModelCalls }, event.cycle, {
        calls: 1,
        ...{ inputTokens, cachedTokens, outputTokens, chargedTokens, costUsd },
        unpricedCalls: event.costBasis === "unpriced" ? 1 : 0,
      });
    }
    case "budget-reached": {
      const { scope, unit, reason } = event;
      return scope === "campaign" ? { ...state, budgetReached: { scope, unit, reason } } : state;
    }
    default:
      return event satisfies never;
  }
}

/** Charges what was out when the campaign was killed with the most that it may have cost. Pure. */
export function chargeCutCalls(state: CampaignState): CampaignState {
  return state.openModelCalls.reduce<CampaignState>(
    (before, { cycle, tokens, costUsd }) =>
      charge(before, cycle, { ...noSpend, calls: 1, chargedTokens: tokens, costUsd }),
    { ...state, openModelCalls: [] },
  );
}

function charge(state: CampaignState, cycle: number, spend: ModelSpend): CampaignState {
  const { openCycle } = state;
  return {
    ...state,
    costUsd: state.costUsd + spend.costUsd,
    modelSpend: addSpend(state.modelSpend, spend),
    openCycle:
      openCycle?.cycle === cycle
        ? { ...openCycle, modelSpend: addSpend(openCycle.modelSpend, spend) }
        : openCycle,
  };
}

function addSpend(one: ModelSpend, other: ModelSpend): ModelSpend {
  return {
    calls: one.calls + other.calls,
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    chargedTokens: one.chargedTokens + other.chargedTokens,
    costUsd: one.costUsd + other.costUsd,
    unpricedCalls: one.unpricedCalls + other.unpricedCalls,
  };
}
