import { describe, expect, test } from "vitest";
import { findEndpoint } from "../../../src/adapters/llm/find-endpoint.ts";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { NightshiftError } from "../../../src/domain/errors.ts";
import { type ModelProvider, modelProviders } from "../../../src/domain/model-provider.ts";

function find(provider: ModelProvider, environment: Record<string, string>, baseUrl = "") {
  return findEndpoint(presets[provider], { baseUrl, environment });
}

function refusalOf(...input: Parameters<typeof find>): NightshiftError {
  try {
    find(...input);
  } catch (error) {
    if (error instanceof NightshiftError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** As each provider documents it. */
const documented: readonly [ModelProvider, Record<string, string>, string][] = [
  ["openai", { OPENAI_API_KEY: "key-of-openai" }, "https://api.openai.com/v1"],
  [
    "openai",
    { OPENAI_API_KEY: "key-of-openai", OPENAI_BASE_URL: "https://eu.api.openai.com/v1/" },
    "https://eu.api.openai.com/v1",
  ],
  [
    "azure",
    { AZURE_OPENAI_API_KEY: "key-of-azure", AZURE_OPENAI_ENDPOINT: "https://mine.openai.azure.com/" },
    "https://mine.openai.azure.com/openai/v1",
  ],
  [
    "bedrock",
    { AWS_BEARER_TOKEN_BEDROCK: "key-of-bedrock", AWS_DEFAULT_REGION: "eu-west-1" },
    "https://bedrock-runtime.eu-west-1.amazonaws.com/openai/v1",
  ],
  ["gemini", { GOOGLE_API_KEY: "key-of-google" }, "https://generativelanguage.googleapis.com/v1beta/openai"],
  ["ollama", {}, "http://localhost:11434/v1"],
  ["lmstudio", {}, "http://localhost:1234/v1"],
  ["custom", { OPENAI_BASE_URL: "http://models.lan:8000/v1" }, "http://models.lan:8000/v1"],
  ["github-models", { GITHUB_TOKEN: "key-of-github" }, "https://models.github.ai/inference"],
  ["anthropic", { ANTHROPIC_API_KEY: "key-of-anthropic" }, "https://api.anthropic.com/v1"],
  ["openrouter", { OPENROUTER_API_KEY: "key-of-openrouter" }, "https://openrouter.ai/api/v1"],
];

describe("where a model is asked", () => {
  test("is documented for every provider", () => {
    expect(new Set(documented.map(([provider]) => provider))).toEqual(new Set(modelProviders));
  });

  test.each(documented)("%s with %o", (provider, environment, baseUrl) => {
    expect(find(provider, environment).baseUrl).toBe(baseUrl);
  });

  test("the configured URL comes before the environment's", () => {
    const environment = { OPENAI_API_KEY: "key-of-openai", OPENAI_BASE_URL: "https://other.example" };
    expect(find("openai", environment, "http://127.0.0.1:8000/v1").baseUrl).toBe("http://127.0.0.1:8000/v1");
  });

  test("a variable of another provider's preset moves nothing", () => {
    const environment = { ANTHROPIC_API_KEY: "key-of-anthropic", OPENAI_BASE_URL: "https://other.example" };
    expect(find("anthropic", environment).baseUrl).toBe("https://api.anthropic.com/v1");
  });

  test("a custom endpoint without a URL is refused, and so is Azure without its resource", () => {
    expect(refusalOf("custom", {})).toMatchObject({ code: "MODEL_URL_MISSING", kind: "usage" });
    expect(refusalOf("custom", {}).hint).toContain("OPENAI_BASE_URL");
    expect(refusalOf("azure", { AZURE_OPENAI_API_KEY: "x" }).hint).toContain("AZURE_OPENAI_ENDPOINT");
    expect(refusalOf("bedrock", { AWS_BEARER_TOKEN_BEDROCK: "x" }).hint).toContain("AWS_REGION");
  });

  test.each([
    ["localhost:8000/v1", /begins with localhost:/],
    ["models.lan/v1", /is no URL/],
    ["file:///etc/passwd", /begins with file:/],
    ["https://me:hunter2@models.lan/v1", /holds a name or a password/],
    ["https://models.lan/v1?key=hunter2", /has a query/],
    ["https://models.lan/v1/chat/completions", /ends in the path of a request/],
  ])("%s is refused and not repeated", (url, reason) => {
    const refusal = refusalOf("custom", {}, url);
    expect(refusal).toMatchObject({ code: "MODEL_URL_INVALID", kind: "usage" });
    expect(refusal.message).toMatch(reason);
    expect(`${refusal.message} ${refusal.hint}`).not.toContain("hunter2");
  });
});

describe("the key", () => {
  test("is read from the provider's own variable alone", () => {
    expect(find("anthropic", { ANTHROPIC_API_KEY: " key-of-anthropic\n" }).key).toBe("key-of-anthropic");
    const refusal = refusalOf("anthropic", { OPENAI_API_KEY: "key-of-openai" });
    expect(refusal).toMatchObject({ code: "MODEL_KEY_MISSING", kind: "usage" });
    expect(refusal.message).toContain("ANTHROPIC_API_KEY");
    expect(refusal.message).not.toContain("key-of-openai");
  });

  test("may be absent where a provider wants none", () => {
    expect(find("ollama", { OPENAI_API_KEY: "key-of-openai" }).key).toBeNull();
    expect(find("custom", {}, "http://localhost:8000/v1").key).toBeNull();
  });

  test("that is empty is as absent", () => {
    expect(refusalOf("openrouter", { OPENROUTER_API_KEY: "  " }).code).toBe("MODEL_KEY_MISSING");
  });

  test("that no header can carry is refused and not repeated", () => {
    const refusal = refusalOf("openai", { OPENAI_API_KEY: "first line\nsecond line" });
    expect(refusal).toMatchObject({ code: "MODEL_KEY_INVALID", kind: "usage" });
    expect(refusal.message).not.toContain("line");
  });
});
