import { z } from "zod";
import type { ModelUsage } from "../../domain/model.ts";

const count = z.int().min(0).optional().catch(undefined);
const details = z.object({ cached_tokens: count }).optional().catch(undefined);

const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: details,
  input_tokens: count,
  output_tokens: count,
  input_tokens_details: details,
  cached_tokens: count,
  prompt_cache_hit_tokens: count,
  cache_read_input_tokens: count,
  cache_creation_input_tokens: count,
});

/**
 * Tokens of a reply in every documented shape, or null where the provider told none. Chat completions: OpenAI's, with
 * Moonshot's `cached_tokens` and DeepSeek's `prompt_cache_hit_tokens`. Responses: `input_tokens`. Anthropic's own
 * shape, which proxies hand through, counts what was cached beside the input; it is added here. Pure.
 */
export function parseUsage(value: unknown): ModelUsage | null {
  const parsed = usageSchema.safeParse(value);
  if (!parsed.success) return null;
  const usage = parsed.data;
  const cachedTokens = Math.max(
    usage.prompt_tokens_details?.cached_tokens ?? 0,
    usage.input_tokens_details?.cached_tokens ?? 0,
    usage.cached_tokens ?? 0,
    usage.prompt_cache_hit_tokens ?? 0,
    usage.cache_read_input_tokens ?? 0,
  );
  const beside =
    usage.prompt_tokens === undefined && usage.input_tokens_details === undefined
      ? (usage.cache_read_input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0)
      : 0;
  const input = usage.prompt_tokens ?? usage.input_tokens;
  const output = usage.completion_tokens ?? usage.output_tokens;
  if (input === undefined || output === undefined) return null;
  const inputTokens = input + beside;
  // Gemini and xAI leave reasoning out of the completion, and charge for it; the total has it.
  const rest = (usage.total_tokens ?? 0) - inputTokens;
  return {
    inputTokens,
    cachedTokens: Math.min(cachedTokens, inputTokens),
    outputTokens: Math.max(output, rest),
  };
}
