/** The providers of language models that have a preset. `custom` is any endpoint that speaks OpenAI's language. */
export const modelProviders = [
  "openai",
  "azure",
  "github-models",
  "anthropic",
  "bedrock",
  "gemini",
  "openrouter",
  "ollama",
  "lmstudio",
  "custom",
] as const;

/** One of the providers. */
export type ModelProvider = (typeof modelProviders)[number];
