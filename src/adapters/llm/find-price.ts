import type { ModelPrice } from "../../domain/model-price.ts";
import type { ModelProvider } from "../../domain/model-provider.ts";
import { presets } from "./presets.ts";
import { prices } from "./prices.ts";

/** What the config says of a model's price, in US dollars for a million tokens. */
export type PriceOverride = {
  readonly input: number;
  /** Without it, cached input costs what other input costs. */
  readonly cached?: number | undefined;
  readonly output: number;
};

/** Providers name a version of a model by a date behind its name, which changes no price. */
const version = /-(\d{4}-\d{2}-\d{2}|\d{8})$/;

/**
 * A model's price, or null where it is unknown. The config's word comes first, for `provider/model` before `model`;
 * then what the preset says. A model of a name that the table does not hold has no price: no family's name is guessed
 * from. Pure.
 */
export function findPrice({
  provider,
  model,
  overrides,
}: {
  readonly provider: ModelProvider;
  readonly model: string;
  readonly overrides: Readonly<Record<string, PriceOverride>>;
}): ModelPrice | null {
  const override = findOwn(overrides, `${provider}/${model}`) ?? findOwn(overrides, model);
  if (override !== undefined) {
    const { input, cached = input, output } = override;
    return { inputPerMillion: input, cachedPerMillion: cached, outputPerMillion: output };
  }
  const { prices: source } = presets[provider];
  switch (source) {
    case "free":
      return { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 };
    case "table": {
      const table = prices[provider] ?? {};
      return findOwn(table, model) ?? findOwn(table, model.replace(version, "")) ?? null;
    }
    case "config":
      return null;
    default:
      return source satisfies never;
  }
}

/** A model can be called anything, `constructor` too. */
function findOwn<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
