import { describe, expect, test } from "vitest";
import { findPrice } from "../../../src/adapters/llm/find-price.ts";
import { prices, pricesReadOn } from "../../../src/adapters/llm/prices.ts";
import { modelProviders } from "../../../src/domain/model-provider.ts";

const overrides = {};

describe("the price of a model", () => {
  test("stands in the table, for a dated version of it too", () => {
    const price = { inputPerMillion: 1.25, cachedPerMillion: 0.05, outputPerMillion: 5 };
    expect(findPrice({ provider: "openai", model: "gpt-6.1-terra", overrides })).toEqual(price);
    expect(findPrice({ provider: "openai", model: "gpt-6.1-terra-2026-10-26", overrides })).toEqual(price);
    expect(findPrice({ provider: "anthropic", model: "claude-haiku-4-5-20251001", overrides })).toMatchObject(
      {
        inputPerMillion: 1,
        outputPerMillion: 5,
      },
    );
  });

  test("is never guessed from a family, a prefix or another provider", () => {
    const unknown = [
      { provider: "openai", model: "gpt-6.1-terra-pro" },
      { provider: "openai", model: "gpt-7" },
      { provider: "openai", model: "constructor" },
      { provider: "openai", model: "" },
      { provider: "azure", model: "gpt-6.1-terra" },
      { provider: "openrouter", model: "openai/gpt-6.1-terra" },
      { provider: "custom", model: "gpt-6.1-terra" },
    ] as const;
    for (const asked of unknown) expect(findPrice({ ...asked, overrides })).toBeNull();
  });

  test("is 0 for local presets, whatever the model", () => {
    const free = { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 };
    expect(findPrice({ provider: "ollama", model: "qwen3", overrides })).toEqual(free);
    expect(findPrice({ provider: "lmstudio", model: "gpt-6-astra", overrides })).toEqual(free);
  });

  test("is what the config says first, the provider's name before the model's", () => {
    const said = {
      "my-model": { input: 1, output: 2 },
      "custom/my-model": { input: 3, cached: 0.5, output: 4 },
      qwen3: { input: 0.1, output: 0.2 },
    };
    expect(findPrice({ provider: "custom", model: "my-model", overrides: said })).toEqual({
      inputPerMillion: 3,
      cachedPerMillion: 0.5,
      outputPerMillion: 4,
    });
    expect(findPrice({ provider: "openrouter", model: "my-model", overrides: said })).toEqual({
      inputPerMillion: 1,
      cachedPerMillion: 1,
      outputPerMillion: 2,
    });
    expect(findPrice({ provider: "ollama", model: "qwen3", overrides: said })?.inputPerMillion).toBe(0.1);
  });

  test("in the table is dated, and every number can be one", () => {
    expect(pricesReadOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    const rows = modelProviders.flatMap((provider) => Object.values(prices[provider] ?? {}));
    expect(rows.length).toBeGreaterThan(10);
    for (const { inputPerMillion, cachedPerMillion, outputPerMillion } of rows) {
      expect(cachedPerMillion).toBeGreaterThan(0);
      expect(inputPerMillion).toBeGreaterThanOrEqual(cachedPerMillion);
      expect(outputPerMillion).toBeGreaterThan(inputPerMillion);
      expect(outputPerMillion).toBeLessThanOrEqual(100);
    }
  });
});
