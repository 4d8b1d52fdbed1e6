import { describe, expect, test } from "vitest";
import { parseUsage } from "../../../src/adapters/llm/parse-usage.ts";

describe("tokens of a reply", () => {
  test.each<[string, Record<string, unknown>, [number, number, number]]>([
    [
      "OpenAI's chat completions",
      {
        prompt_tokens: 2006,
        completion_tokens: 300,
        total_tokens: 2306,
        prompt_tokens_details: { cached_tokens: 1920, cache_write_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 192 },
      },
      [2006, 1920, 300],
    ],
    [
      "OpenAI's Responses",
      {
        input_tokens: 75,
        output_tokens: 1186,
        total_tokens: 1261,
        input_tokens_details: { cached_tokens: 32 },
      },
      [75, 32, 1186],
    ],
    [
      "DeepSeek's",
      {
        prompt_tokens: 100,
        completion_tokens: 9,
        total_tokens: 109,
        prompt_cache_hit_tokens: 64,
        prompt_cache_miss_tokens: 36,
      },
      [100, 64, 9],
    ],
    [
      "Moonshot's",
      { prompt_tokens: 100, completion_tokens: 9, total_tokens: 109, cached_tokens: 50 },
      [100, 50, 9],
    ],
    ["Ollama's", { prompt_tokens: 26, completion_tokens: 298, total_tokens: 324 }, [26, 0, 298]],
    [
      "Anthropic's own, where what was cached stands beside the input",
      {
        input_tokens: 50,
        cache_read_input_tokens: 1000,
        cache_creation_input_tokens: 200,
        output_tokens: 9,
      },
      [1250, 1000, 9],
    ],
    [
      "Anthropic's through a proxy, where it is part of the input",
      { prompt_tokens: 1250, cache_read_input_tokens: 1000, completion_tokens: 9, total_tokens: 1259 },
      [1250, 1000, 9],
    ],
    [
      "Gemini's, whose reasoning is in the total alone",
      { prompt_tokens: 100, completion_tokens: 20, total_tokens: 620 },
      [100, 0, 520],
    ],
    [
      "more cached than there was",
      { prompt_tokens: 10, completion_tokens: 1, cached_tokens: 99 },
      [10, 10, 1],
    ],
    ["a total that is too small", { prompt_tokens: 10, completion_tokens: 5, total_tokens: 1 }, [10, 0, 5]],
    [
      "details that are null",
      { prompt_tokens: 10, completion_tokens: 5, prompt_tokens_details: null },
      [10, 0, 5],
    ],
  ])("%s", (_name, usage, [inputTokens, cachedTokens, outputTokens]) => {
    expect(parseUsage(usage)).toEqual({ inputTokens, cachedTokens, outputTokens });
  });

  test.each([
    [undefined],
    [null],
    [{}],
    ["12 tokens"],
    [[]],
    [{ prompt_tokens: 10 }],
    [{ completion_tokens: 10 }],
    [{ prompt_tokens: -1, completion_tokens: 5 }],
    [{ prompt_tokens: 1.5, completion_tokens: 5 }],
    [{ prompt_tokens: "10", completion_tokens: "5" }],
    [{ prompt_tokens: Number.NaN, completion_tokens: 5 }],
    [{ total_tokens: 99 }],
  ])("%o tells nothing that can be reckoned with", (usage) => {
    expect(parseUsage(usage)).toBeNull();
  });
});
