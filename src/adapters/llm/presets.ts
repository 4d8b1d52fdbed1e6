import type { ModelProvider } from "../../domain/model-provider.ts";
import type { Preset } from "./preset.ts";

const hosted = {
  places: {},
  baseUrlVariables: [],
  isKeyRequired: true,
  keyHeader: "authorization",
  headers: {},
  api: "chat",
  outputLimit: "max_tokens",
  returned: { message: [], call: [] },
  missingReturn: {},
  note: "",
} as const satisfies Partial<Preset>;

const local = { ...hosted, isKeyRequired: false, prices: "free" } as const satisfies Partial<Preset>;

const everything = { tools: true, json: true, temperature: true, seed: true, caching: true } as const;

/** Every preset, as documented in November 2026. */
export const presets = {
  openai: {
    ...hosted,
    provider: "openai",
    baseUrl: "https://api.openai.com/v1",
    baseUrlVariables: ["OPENAI_BASE_URL"],
    keyVariables: ["OPENAI_API_KEY"],
    outputLimit: "max_completion_tokens",
    capabilities: { ...everything, contextTokens: 128_000 },
    prices: "table",
    source: "https://developers.openai.com/api/docs",
  },
  azure: {
    ...hosted,
    provider: "azure",
    baseUrl: "{endpoint}/openai/v1",
    places: { endpoint: ["AZURE_OPENAI_ENDPOINT"] },
    keyVariables: ["AZURE_OPENAI_API_KEY"],
    keyHeader: "api-key",
    outputLimit: "max_completion_tokens",
    capabilities: { ...everything, contextTokens: 128_000 },
    prices: "config",
    source: "https://learn.microsoft.com/azure/ai-foundry/openai/latest",
    note: "The model is the name of your deployment.",
  },
  "github-models": {
    ...hosted,
    provider: "github-models",
    baseUrl: "https://models.github.ai/inference",
    keyVariables: ["GITHUB_TOKEN"],
    headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
    // Its free tier takes 8,000 tokens a request.
    capabilities: { ...everything, caching: false, contextTokens: 8_000 },
    prices: "config",
    source: "https://docs.github.com/rest/models/inference",
    note: "GitHub closed this service on 30 July 2026; it answers 410. The token needs `models: read`.",
  },
  anthropic: {
    ...hosted,
    provider: "anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    keyVariables: ["ANTHROPIC_API_KEY"],
    // The compatible endpoint ignores response_format and seed, and has no prompt cache.
    capabilities: {
      tools: true,
      json: false,
      temperature: true,
      seed: false,
      caching: false,
      contextTokens: 100_000,
    },
    prices: "table",
    source: "https://platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk",
  },
  bedrock: {
    ...hosted,
    provider: "bedrock",
    baseUrl: "https://bedrock-runtime.{region}.amazonaws.com/openai/v1",
    places: { region: ["AWS_REGION", "AWS_DEFAULT_REGION"] },
    keyVariables: ["AWS_BEARER_TOKEN_BEDROCK"],
    outputLimit: "max_completion_tokens",
    capabilities: { ...everything, caching: false, contextTokens: 128_000 },
    prices: "config",
    source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-chat-completions.html",
  },
  gemini: {
    ...hosted,
    provider: "gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    keyVariables: ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
    capabilities: { ...everything, seed: false, contextTokens: 200_000 },
    // Gemini 3 answers 400 to a call of its own that comes back without its signature.
    // https://ai.google.dev/gemini-api/docs/thought-signatures
    returned: { message: [], call: ["extra_content"] },
    missingReturn: { extra_content: { google: { thought_signature: "skip_thought_signature_validator" } } },
    prices: "table",
    source: "https://ai.google.dev/gemini-api/docs/openai",
  },
  openrouter: {
    ...hosted,
    provider: "openrouter",
    baseUrl: "https://openrouter.ai/api/v1",
    keyVariables: ["OPENROUTER_API_KEY"],
    capabilities: { ...everything, contextTokens: 128_000 },
    returned: { message: ["reasoning_details"], call: [] },
    prices: "config",
    source: "https://openrouter.ai/docs/api/reference/overview",
  },
  ollama: {
    ...local,
    provider: "ollama",
    baseUrl: "http://localhost:11434/v1",
    keyVariables: ["OLLAMA_API_KEY"],
    capabilities: { ...everything, contextTokens: null },
    source: "https://docs.ollama.com/api/openai-compatibility",
    note: "Ollama cuts off what its context (OLLAMA_CONTEXT_LENGTH) cannot hold without a word; give it 32,000 tokens.",
  },
  lmstudio: {
    ...local,
    provider: "lmstudio",
    baseUrl: "http://localhost:1234/v1",
    keyVariables: ["LM_API_TOKEN"],
    // It takes response_format of type json_schema alone.
    capabilities: { ...everything, json: false, contextTokens: null },
    source: "https://lmstudio.ai/docs/developer/openai-compat",
  },
  custom: {
    ...hosted,
    provider: "custom",
    baseUrl: "{baseUrl}",
    places: { baseUrl: [] },
    baseUrlVariables: ["OPENAI_BASE_URL"],
    keyVariables: ["OPENAI_API_KEY"],
    isKeyRequired: false,
    capabilities: { ...everything, contextTokens: null },
    // DeepSeek and Kimi answer 400 to a reply of theirs that comes back without its reasoning.
    returned: { message: ["reasoning_content"], call: [] },
    prices: "config",
    source: "https://github.com/openai/openai-openapi",
  },
} as const satisfies Record<ModelProvider, Preset>;
