import type { Config } from "../../../config/schema.ts";
import type { BudgetLimits, BudgetScope } from "../../../domain/budget.ts";

const MINUTES_PER_HOUR = 60;

/** The budgets of every scope. `stop.maxCostUsd` and `stop.maxHours` bind the campaign too; the lower one counts. Pure. */
export function resolveLimits({
  budget,
  stop,
}: Pick<Config, "budget" | "stop">): Readonly<Record<BudgetScope, BudgetLimits>> {
  const { campaign, cycle, item } = budget;
  return {
    campaign: {
      tokens: campaign.tokens,
      costUsd: findLower(campaign.costUsd, stop.maxCostUsd),
      minutes: findLower(campaign.minutes, stop.maxHours * MINUTES_PER_HOUR),
    },
    cycle,
    item,
  };
}

function findLower(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
