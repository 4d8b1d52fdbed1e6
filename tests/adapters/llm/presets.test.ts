import { describe, expect, test } from "vitest";
import type { LlmClientInput } from "../../../src/adapters/llm/create-llm-client.ts";
import { presets } from "../../../src/adapters/llm/presets.ts";
import type { ModelRequest } from "../../../src/domain/model.ts";
import { modelProviders } from "../../../src/domain/model-provider.ts";
import { openLoopbackModel, type SeenRequest } from "../../helpers/loopback-model.ts";
import { completion, openClient, readFileTool, replied, request } from "./client-rig.ts";

const full = request({ tools: [readFileTool], temperature: 0.1, seed: 7, format: "json" });
const tools = [{ type: "function", function: readFileTool }];
const messages = full.messages.map(({ role, content }) => ({ role, content }));

/** What one request of a preset looks like on the wire, the path of its real base URL kept. */
async function seeRequest(
  provider: (typeof modelProviders)[number],
  asked: ModelRequest = full,
  changes: Partial<LlmClientInput> = {},
): Promise<SeenRequest> {
  await using server = await openLoopbackModel({ body: completion({ content: "ok" }) });
  const preset = presets[provider];
  const path = preset.baseUrl.includes("://") ? new URL(preset.baseUrl.replaceAll(/[{}]/g, "")).pathname : "";
  const baseUrl = `${server.url}${path === "" ? preset.baseUrl.replace(/^\{\w+\}/, "") : path}`;
  const llm = openClient(server.url, { preset, baseUrl, ...changes });
  replied(await llm.complete(asked));
  const [seen] = server.requests;
  if (seen === undefined) throw new Error("no request was seen");
  return seen;
}

/** By provider: its documented path, the header of its key, and the parameters of a request that asks for everything. */
const documented = {
  openai: {
    path: "/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: {
      max_completion_tokens: 500,
      temperature: 0.1,
      seed: 7,
      response_format: { type: "json_object" },
    },
  },
  azure: {
    path: "/openai/v1/chat/completions",
    key: { "api-key": "sk-test-key-123456" },
    parameters: {
      max_completion_tokens: 500,
      temperature: 0.1,
      seed: 7,
      response_format: { type: "json_object" },
    },
  },
  "github-models": {
    path: "/inference/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, seed: 7, response_format: { type: "json_object" } },
  },
  anthropic: {
    path: "/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1 },
  },
  bedrock: {
    path: "/openai/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: {
      max_completion_tokens: 500,
      temperature: 0.1,
      seed: 7,
      response_format: { type: "json_object" },
    },
  },
  gemini: {
    path: "/v1beta/openai/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, response_format: { type: "json_object" } },
  },
  openrouter: {
    path: "/api/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, seed: 7, response_format: { type: "json_object" } },
  },
  ollama: {
    path: "/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, seed: 7, response_format: { type: "json_object" } },
  },
  lmstudio: {
    path: "/v1/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, seed: 7 },
  },
  custom: {
    path: "/chat/completions",
    key: { authorization: "Bearer sk-test-key-123456" },
    parameters: { max_tokens: 500, temperature: 0.1, seed: 7, response_format: { type: "json_object" } },
  },
} as const satisfies Record<(typeof modelProviders)[number], unknown>;

describe.each(modelProviders)("%s", (provider) => {
  const { path, key, parameters } = documented[provider];

  test("is asked at its documented path, with its key and the parameters that it knows, and nothing else", async () => {
    const seen = await seeRequest(provider);
    expect(`${seen.method} ${seen.path}`).toBe(`POST ${path}`);
    expect(seen.body).toEqual({ model: "test-model", messages, tools, ...parameters });
    const { authorization, "api-key": apiKey } = seen.headers;
    expect({ authorization, "api-key": apiKey }).toMatchObject(key);
    expect([authorization, apiKey].filter((value) => value !== undefined)).toHaveLength(1);
  });

  test("is sent no parameter that was not asked for", async () => {
    const seen = await seeRequest(provider, request());
    expect(Object.keys(seen.body).toSorted()).toEqual(
      ["messages", "model", presets[provider].outputLimit].toSorted(),
    );
  });

  test("is told nothing of this machine", async () => {
    const seen = await seeRequest(provider);
    const own = Object.keys(presets[provider].headers);
    const usual = ["host", "connection", "content-length", "content-type", "accept", "user-agent"];
    const unavoidable = ["accept-language", "accept-encoding", "sec-fetch-mode", "authorization", "api-key"];
    expect(
      Object.keys(seen.headers).filter((name) => ![...usual, ...unavoidable, ...own].includes(name)),
    ).toEqual([]);
    expect(seen.headers["user-agent"]).toBe("nightshift");
    expect(seen.headers).toMatchObject(presets[provider].headers);
  });

  test("is sent no key where there is none", async () => {
    const seen = await seeRequest(provider, full, { key: null });
    expect(seen.headers.authorization).toBeUndefined();
    expect(seen.headers["api-key"]).toBeUndefined();
  });

  test("has a row that a person can check", () => {
    const preset = presets[provider];
    expect(preset.provider).toBe(provider);
    expect(preset.source).toMatch(/^https:\/\//);
    expect(preset.baseUrl).not.toMatch(/\/$/);
    expect(preset.isKeyRequired ? preset.keyVariables.length : 1).toBeGreaterThan(0);
  });
});

test("the SDK's variables for other accounts do not leave with a key that is not theirs", async () => {
  const variables = {
    OPENAI_ORG_ID: "org-other",
    OPENAI_PROJECT_ID: "proj-other",
    OPENAI_ADMIN_KEY: "sk-admin-other",
    OPENAI_CUSTOM_HEADERS: "x-gateway-secret: hush",
    OPENAI_BASE_URL: "http://127.0.0.1:9/other",
    OPENAI_API_KEY: "sk-other-key-other",
  };
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    const seen = await seeRequest("anthropic");
    expect(JSON.stringify(seen.headers)).not.toMatch(/other|hush/);
  } finally {
    process.env = before;
  }
});
