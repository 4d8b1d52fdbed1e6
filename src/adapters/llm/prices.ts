import type { ModelPrice } from "../../domain/model-price.ts";
import type { ModelProvider } from "../../domain/model-provider.ts";

/** When the table was last looked up. */
export const pricesReadOn = "2026-11-21";

/**
 * Prices of current models at their own providers, for requests of usual length (OpenAI below 272,000 input tokens,
 * Gemini Pro 200,000, Haiku 100,000). OpenAI charges 1.25 times the input since GPT-5.6 for what it writes to its cache,
 * which it does by itself: that is the input price here. Prices that are announced to rise stand as they will be, and
 * a cached price that is not known as the input's, so that a budget errs on the safe side.
 *
 * Looked up in copies of, and reports on, developers.openai.com/api/docs/pricing,
 * platform.claude.com/docs/en/about-claude/pricing and ai.google.dev/gemini-api/docs/pricing. Models on which those
 * disagreed are left out.
 */
export const prices: Readonly<Partial<Record<ModelProvider, Readonly<Record<string, ModelPrice>>>>> = {
  openai: {
    "gpt-6-astra": price(12.5, 1, 50),
    "gpt-6.1-sol": price(2.5, 0.1, 10),
    "gpt-6-sol": price(2.5, 0.2, 10),
    "gpt-6.1-terra": price(1.25, 0.05, 5),
    "gpt-6-luna": price(0.125, 0.01, 0.5),
    "gpt-5.6-terra": price(2.5, 0.2, 12),
    "gpt-5.6-luna": price(0.25, 0.02, 1.2),
  },
  anthropic: {
    "claude-opus-5-5": price(4, 0.2, 20),
    "claude-opus-5": price(5, 0.5, 25),
    "claude-sonnet-5-5": price(2, 0.1, 10),
    "claude-haiku-5-5": price(0.1, 0.01, 0.5),
    "claude-haiku-4-5": price(1, 0.1, 5),
  },
  gemini: {
    "gemini-3.8-flash": price(1.5, 1.5, 7.5),
    "gemini-3.5-flash": price(1.5, 1.5, 9),
    "gemini-3.5-flash-lite": price(0.3, 0.3, 2.5),
    "gemini-3.1-pro-preview": price(2, 2, 12),
  },
};

function price(inputPerMillion: number, cachedPerMillion: number, outputPerMillion: number): ModelPrice {
  return { inputPerMillion, cachedPerMillion, outputPerMillion };
}
