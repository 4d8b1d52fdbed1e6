/** The tokenizer takes seconds for megabytes; a prompt never holds as much. */
const MAX_CHARS = 100_000;

/**
 * Tokens of a text by o200k (https://github.com/openai/tiktoken). Above 100,000 characters it is an estimate from the first
 * 100,000. The tokenizer is loaded by the first call, and takes 75 MB: ask `boundTokens` where a bound will do.
 */
export async function countTokens(text: string): Promise<number> {
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  // What reads like an end-of-text mark is text like any other.
  const plain = { disallowedSpecial: new Set<string>() };
  if (text.length <= MAX_CHARS) return count(text, plain);
  return Math.ceil((count(text.slice(0, MAX_CHARS), plain) * text.length) / MAX_CHARS);
}
