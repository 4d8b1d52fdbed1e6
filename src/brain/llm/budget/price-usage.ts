import type { ModelUsage } from "../../../domain/model.ts";
import type { ModelPrice } from "../../../domain/model-price.ts";

const MILLION = 1_000_000;

/** What a call cost, in US dollars. Pure. */
export function priceUsage(
  { inputTokens, cachedTokens, outputTokens }: ModelUsage,
  price: ModelPrice,
): number {
  const { inputPerMillion, cachedPerMillion, outputPerMillion } = price;
  const uncached = inputTokens - cachedTokens;
  return (
    (uncached * inputPerMillion + cachedTokens * cachedPerMillion + outputTokens * outputPerMillion) / MILLION
  );
}

/** The most that so many tokens can cost: nothing of the input is cached, unless that costs more. Pure. */
export function priceWorst(inputTokens: number, outputTokens: number, price: ModelPrice): number {
  const perMillion = Math.max(price.inputPerMillion, price.cachedPerMillion);
  return (inputTokens * perMillion + outputTokens * price.outputPerMillion) / MILLION;
}
