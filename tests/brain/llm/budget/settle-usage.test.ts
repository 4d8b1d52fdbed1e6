import { describe, expect, it } from "vitest";
import { checkPrices } from "../../../../src/brain/llm/budget/check-prices.ts";
import { priceUsage, priceWorst } from "../../../../src/brain/llm/budget/price-usage.ts";
import { settleUsage } from "../../../../src/brain/llm/budget/settle-usage.ts";
import type { ModelUsage } from "../../../../src/domain/model.ts";
import { failed, replied } from "../../../helpers/scripted-llm.ts";

const price = { inputPerMillion: 2, cachedPerMillion: 0.5, outputPerMillion: 8 };
const worst = { tokens: 5000, costUsd: 0.5 };
const usage = { inputTokens: 1000, cachedTokens: 400, outputTokens: 100 };

describe("settleUsage", () => {
  it("charges what the provider counted, cached input at its own price", () => {
    // 600 at 2, 400 at 0.5 and 100 at 8 dollars a million.
    expect(settleUsage(replied({ usage }), worst, price)).toEqual({
      tokens: 1100,
      costUsd: (1200 + 200 + 800) / 1e6,
      costBasis: "usage",
      usage,
    });
  });

  it("charges all of it where it is more than was asked for", () => {
    const more = { ...usage, outputTokens: 900_000 };
    expect(settleUsage(replied({ usage: more }), worst, price)).toMatchObject({ tokens: 901_000 });
  });

  it.each<[string, ModelUsage | null]>([
    ["nothing", null],
    ["zeros", { inputTokens: 0, cachedTokens: 0, outputTokens: 0 }],
    ["a fraction", { ...usage, outputTokens: 0.5 }],
    ["less than nothing", { ...usage, outputTokens: -1 }],
    ["no number", { ...usage, inputTokens: Number.NaN }],
    ["more cached than there is", { ...usage, cachedTokens: 1001 }],
    ["more than any model takes", { ...usage, inputTokens: 1e9 }],
  ])("charges the worst case where the provider tells %s", (_, told) => {
    expect(settleUsage(replied({ usage: told }), worst, price)).toEqual({
      ...worst,
      costBasis: "worst-case",
      usage: null,
    });
  });

  it.each(["outage", "timeout", "aborted", "refused", "too-long"] as const)(
    "charges the worst case after %s: the model may have worked",
    (kind) => {
      expect(settleUsage(failed(kind), worst, price)).toMatchObject({ ...worst, costBasis: "worst-case" });
      const free = { tokens: 0, costUsd: 0, costBasis: "free" };
      expect(settleUsage(failed(kind, { isBilled: false }), worst, price)).toMatchObject(free);
    },
  );

  it.each(["authentication", "quota", "rate-limit", "unsupported", "invalid"] as const)(
    "charges nothing after %s, unless the provider may bill it",
    (kind) => {
      expect(settleUsage(failed(kind), worst, price)).toMatchObject({ tokens: 0, costUsd: 0 });
      expect(settleUsage(failed(kind, { isBilled: true }), worst, price)).toMatchObject(worst);
    },
  );

  it("counts tokens of a model without a price, and says that its cost is not counted", () => {
    const unpriced = { tokens: 1100, costUsd: 0, costBasis: "unpriced" };
    expect(settleUsage(replied({ usage }), worst, null)).toMatchObject(unpriced);
    expect(settleUsage(replied({ usage: null }), worst, null)).toMatchObject({ tokens: 5000, costUsd: 0 });
  });
});

describe("prices", () => {
  it("are never more for a usage than for the worst case of as many tokens", () => {
    for (const cachedPerMillion of [0, 2, 3]) {
      const one = { ...price, cachedPerMillion };
      expect(priceUsage(usage, one)).toBeLessThanOrEqual(priceWorst(1000, 100, one));
    }
  });
});

describe("checkPrices", () => {
  const none = { tokens: 9, costUsd: null, minutes: null };
  const unlimited = { campaign: none, cycle: none, item: none };
  const limited = { ...unlimited, item: { ...none, costUsd: 0.5 } };
  const known = { provider: "openai", model: "known", price };
  const unknown = { provider: "openrouter", model: "new/model", price: null };

  it("refuses an unknown price where dollars are limited, and names model and key", () => {
    expect(() => checkPrices([known, unknown], limited)).toThrow(
      expect.objectContaining({
        code: "PRICE_UNKNOWN",
        kind: "usage",
        message: "The item may cost $0.5 at most, and the price of openrouter/new/model is unknown.",
        hint: expect.stringContaining("`prices`"),
      }),
    );
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
    "takes a price of %s for unknown",
    (outputPerMillion) => {
      const odd = { ...known, price: { ...price, outputPerMillion } };
      expect(() => checkPrices([odd], limited)).toThrow(expect.objectContaining({ code: "PRICE_UNKNOWN" }));
    },
  );

  it("lets known prices, free models and campaigns without a limit through", () => {
    const free = { ...known, price: { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 } };
    expect(() => checkPrices([known, free], limited)).not.toThrow();
    expect(() => checkPrices([unknown], unlimited)).not.toThrow();
    expect(() => checkPrices([], limited)).not.toThrow();
  });

  it("holds for a limit of nothing", () => {
    expect(() => checkPrices([unknown], { ...unlimited, campaign: { ...none, costUsd: 0 } })).toThrow();
  });
});
