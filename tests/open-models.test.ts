import { describe, expect, test } from "vitest";
import { createClock } from "../src/adapters/clock.ts";
import { createRouter } from "../src/brain/llm/router/create-router.ts";
import { resolveConfig } from "../src/config/resolve-config.ts";
import { openModels } from "../src/open-models.ts";
import { completion, request } from "./adapters/llm/client-rig.ts";
import { openLoopbackModel } from "./helpers/loopback-model.ts";

function open(text: string, environment: Record<string, string> = {}) {
  const { config } = resolveConfig({ file: { text, path: "nightshift.yml" }, flags: [], environment: {} });
  return openModels(config, { clock: createClock(), environment });
}

const fallbacks = `
brain:
  llm:
    provider: openai
    model: gpt-6.1-terra
    models:
      - { provider: anthropic, model: claude-haiku-5-5, for: [review, lint] }
      - { provider: ollama, model: qwen3-coder }
prices:
  qwen3-coder: { input: 0.1, output: 0.2 }
`;

describe("the configured models", () => {
  test("stand in the user's order, with their purposes, prices and capabilities", () => {
    const models = open(fallbacks, {
      OPENAI_API_KEY: "key-of-openai",
      ANTHROPIC_API_KEY: "key-of-anthropic",
    });
    expect(models.map(({ llm, for: purposes }) => [llm.provider, llm.model, purposes])).toEqual([
      ["openai", "gpt-6.1-terra", []],
      ["anthropic", "claude-haiku-5-5", ["review", "lint"]],
      ["ollama", "qwen3-coder", []],
    ]);
    expect(models.map(({ price }) => price?.outputPerMillion)).toEqual([5, 0.5, 0.2]);
    expect(models.map(({ capabilities }) => capabilities.seed)).toEqual([true, false, true]);
    expect(models.map(({ contextTokens }) => contextTokens)).toEqual([128_000, 100_000, null]);
  });

  test("may be the list alone", () => {
    const models = open("brain: { llm: { models: [{ provider: ollama, model: qwen3 }] } }");
    expect(models.map(({ llm }) => llm.provider)).toEqual(["ollama"]);
  });

  test("are asked where the SDK's own variables say, with the key that they hold", async () => {
    await using server = await openLoopbackModel({ body: completion({ content: "ok" }) });
    const environment = { OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_API_KEY: "key-of-custom" };
    for (const provider of ["openai", "custom"]) {
      const [model] = open(`brain: { llm: { provider: ${provider}, model: m } }`, environment);
      expect(await model?.llm.complete(request())).toMatchObject({ status: "replied" });
    }
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer key-of-custom",
      "Bearer key-of-custom",
    ]);
  });

  test("are refused as long as none is named, or one's key is missing", () => {
    expect(() => open("")).toThrow(expect.objectContaining({ code: "MODEL_MISSING", kind: "usage" }));
    expect(() => open(fallbacks, { OPENAI_API_KEY: "key-of-openai" })).toThrow(
      expect.objectContaining({
        code: "MODEL_KEY_MISSING",
        message: expect.stringContaining("ANTHROPIC_API_KEY"),
      }),
    );
  });

  test("say what a person should know of their provider", () => {
    const [model] = open("brain: { llm: { provider: github-models, model: openai/gpt-5 } }", {
      GITHUB_TOKEN: "token-of-github",
    });
    expect(model?.note).toContain("30 July 2026");
  });

  test.each([
    ["http://models.lan:8000/v1", { OPENAI_API_KEY: "key-of-openai" }, true],
    ["http://models.lan:8000/v1", {}, false],
    ["https://models.lan/v1", { OPENAI_API_KEY: "key-of-openai" }, false],
    ["http://127.0.0.1:8000/v1", { OPENAI_API_KEY: "key-of-openai" }, false],
    ["http://localhost:8000/v1", { OPENAI_API_KEY: "key-of-openai" }, false],
    ["http://[::1]:8000/v1", { OPENAI_API_KEY: "key-of-openai" }, false],
    ["http://127.0.0.1.evil.example/v1", { OPENAI_API_KEY: "key-of-openai" }, true],
  ])("say at %s with %o whether a key goes in plain text: %s", (url, environment, isExposed) => {
    const [model] = open(`brain: { llm: { provider: custom, model: m, baseUrl: "${url}" } }`, environment);
    expect(model?.note.includes("plain text")).toBe(isExposed);
  });
});

describe("the configured models behind the router", () => {
  const target = { purpose: "edit", itemKind: null, cycle: 1, meters: [] };

  function route(urls: readonly string[]) {
    const models = urls.map(
      (url, index) => `{ provider: custom, model: m${index + 1}, baseUrl: "${url}/v1" }`,
    );
    return createRouter(open(`brain: { llm: { models: [${models.join(", ")}] } }`), {
      clock: createClock(),
      sleep: async () => {},
      random: () => 0.5,
      append: async () => {},
    });
  }

  test("fall back over HTTP from one that is out to the next", async () => {
    await using out = await openLoopbackModel({ status: 503, body: { error: { message: "maintenance" } } });
    await using next = await openLoopbackModel({ body: completion({ content: "ok" }) });
    const outcome = await route([out.url, next.url]).call({ ...target, request: request() });
    expect(outcome).toMatchObject({ status: "replied", model: "m2", text: "ok" });
    expect(out.requests.length).toBeGreaterThan(1);
  });

  test("do without a temperature once one was refused", async () => {
    const refusal = {
      message: "Unsupported value: 'temperature' does not support 0.1 with this model.",
      param: "temperature",
      code: "unsupported_value",
    };
    await using server = await openLoopbackModel(
      { status: 400, body: { error: refusal } },
      { body: completion({ content: "ok" }) },
    );
    const router = route([server.url]);
    for (const _time of [1, 2])
      expect(await router.call({ ...target, request: request({ temperature: 0.1 }) })).toMatchObject({
        status: "replied",
      });
    expect(server.requests.map(({ body }) => body.temperature)).toEqual([0.1, undefined, undefined]);
  });

  test("stop plainly at a wrong key", async () => {
    await using server = await openLoopbackModel({ status: 401, body: { error: { message: "Bad key" } } });
    const outcome = await route([server.url]).call({ ...target, request: request() });
    expect(outcome).toMatchObject({ status: "failed", kind: "authentication" });
    expect(server.requests).toHaveLength(1);
  });
});
