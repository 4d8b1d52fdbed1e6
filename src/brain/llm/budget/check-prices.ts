import type { BudgetLimits, BudgetScope } from "../../../domain/budget.ts";
import { usageError } from "../../../domain/errors.ts";
import type { ModelPrice } from "../../../domain/model-price.ts";

/** A model as far as its price goes; null where it is unknown. */
export type PricedModel = {
  readonly provider: string;
  readonly model: string;
  readonly price: ModelPrice | null;
};

/**
 * Throws `PRICE_UNKNOWN` where a limit in dollars is set and a model's price is unknown: it could not be kept. A price
 * that is no number from 0 up is unknown too.
 */
export function checkPrices(
  models: readonly PricedModel[],
  limits: Readonly<Record<BudgetScope, BudgetLimits>>,
): void {
  const limited = (Object.keys(limits) as BudgetScope[]).find((scope) => limits[scope].costUsd !== null);
  if (limited === undefined) return;
  const unpriced = models.find(({ price }) => price === null || !isPrice(price));
  if (unpriced === undefined) return;
  throw usageError({
    code: "PRICE_UNKNOWN",
    message: `The ${limited} may cost $${limits[limited].costUsd} at most, and the price of ${unpriced.provider}/${unpriced.model} is unknown.`,
    hint: `Add the model to the \`prices\` key of the config file, in US dollars for a million tokens, or leave out the limit.`,
  });
}

function isPrice(price: ModelPrice): boolean {
  return Object.values(price).every((value) => Number.isFinite(value) && value >= 0);
}
