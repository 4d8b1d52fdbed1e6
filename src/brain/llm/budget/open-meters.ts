import type { BudgetLimits, BudgetScope } from "../../../domain/budget.ts";
import type { CampaignState } from "../../../domain/campaign-state.ts";
import type { Clock } from "../../../ports.ts";
import { createMeter, type Meter, type Spent } from "./create-meter.ts";

/** The cycle that calls models, and the campaign as its journal tells it. */
export type MetersInput = {
  readonly cycle: number;
  readonly item: string;
  readonly limits: Readonly<Record<BudgetScope, BudgetLimits>>;
  readonly state: Pick<CampaignState, "cycles" | "openCycle" | "modelSpend" | "costUsd" | "elapsedMs">;
};

/** The meters of a cycle, the widest first, with what the journal says was used: a resumed campaign starts from there. */
export function openMeters(input: MetersInput, clock: Pick<Clock, "elapsedMs">): readonly Meter[] {
  const { limits, state } = input;
  const { costUsd, elapsedMs } = state;
  const campaign = { tokens: state.modelSpend.chargedTokens, costUsd, elapsedMs };
  return [
    createMeter({ scope: "campaign", limits: limits.campaign, spent: campaign }, clock),
    createMeter({ scope: "cycle", limits: limits.cycle, spent: findCycleSpent(input) }, clock),
    createMeter({ scope: "item", limits: limits.item, spent: findItemSpent(input) }, clock),
  ];
}

function findCycleSpent({ cycle, state: { openCycle } }: MetersInput): Spent {
  if (openCycle?.cycle !== cycle) return { tokens: 0, costUsd: 0, elapsedMs: 0 };
  const { chargedTokens, costUsd } = openCycle.modelSpend;
  return { tokens: chargedTokens, costUsd, elapsedMs: 0 };
}

/** An item that comes again goes on with what earlier cycles left of its budget. */
function findItemSpent(input: MetersInput): Spent {
  const earlier = input.state.cycles.filter(({ item }) => item.id === input.item);
  return earlier.reduce<Spent>(
    (sum, { modelSpend, costUsd, durationMs }) => ({
      tokens: sum.tokens + modelSpend.chargedTokens,
      costUsd: sum.costUsd + costUsd,
      elapsedMs: sum.elapsedMs + durationMs,
    }),
    findCycleSpent(input),
  );
}
