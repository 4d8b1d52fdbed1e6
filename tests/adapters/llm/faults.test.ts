import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { type LoopbackAnswer, openLoopbackModel } from "../../helpers/loopback-model.ts";
import { closedUrl, completion, failed, openClient, readFileTool, replied, request } from "./client-rig.ts";

async function answerWith(answer: LoopbackAnswer, asked = request()) {
  await using server = await openLoopbackModel(answer);
  return { reply: await openClient(server.url).complete(asked), requests: server.requests };
}

const jsonHeaders = { "content-type": "application/json" };

describe("what is no reply", () => {
  test.each<[string, LoopbackAnswer, string, RegExp]>([
    ["an empty body", { body: "", headers: jsonHeaders }, "outage", /an empty body/],
    ["no content", { status: 204, body: "" }, "outage", /an empty body/],
    ["half of the JSON", { body: '{"choices":[{"mess', headers: jsonHeaders }, "outage", /breaks off/],
    ["garbage", { body: "%PDF-1.7 \u0000\u0001" }, "outage", /text that is no JSON/],
    [
      "a web page",
      { body: "<!doctype html><title>Sign in to Wi-Fi</title>", headers: { "content-type": "text/html" } },
      "outage",
      /a web page \(Sign in to Wi-Fi\)/,
    ],
    ["a stream of events", { body: 'data: {"choices":[]}\n\n' }, "outage", /stream of events/],
    ["other JSON", { body: { ok: true } }, "outage", /no reply of a model/],
    ["a number", { body: 7 }, "outage", /no reply of a model/],
    ["no choices", { body: completion({}, { choices: [] }) }, "outage", /without a choice/],
    ["choices that are none", { body: completion({}, { choices: [null] }) }, "outage", /without a choice/],
    [
      "a choice that the provider broke off",
      { body: completion({}, { choices: [{ message: { content: "Half a" }, finish_reason: "error" }] }) },
      "outage",
      /broke off/,
    ],
    [
      "an error with status 200",
      { body: { error: { code: 429, message: "Rate limited upstream" } } },
      "rate-limit",
      /Rate limited upstream/,
    ],
  ])("%s is a failure", async (_name, answer, kind, reason) => {
    const { reply } = await answerWith(answer);
    expect(failed(reply).kind).toBe(kind);
    expect(failed(reply).reason).toMatch(reason);
  });

  test("a connection that breaks off within the body is an outage", async () => {
    const { reply } = await answerWith((response: ServerResponse) => {
      response.writeHead(200, { ...jsonHeaders, "content-length": "1000" });
      response.write('{"choices":[', () => response.destroy());
    });
    expect(failed(reply)).toMatchObject({ kind: "outage", retryAfterMs: null, isBilled: true });
  });

  test("a connection that breaks off at once is an outage", async () => {
    const { reply } = await answerWith((response: ServerResponse) => void response.destroy());
    expect(failed(reply).kind).toBe("outage");
  });

  test("a refused connection is an outage that says where", async () => {
    const reply = failed(await openClient(await closedUrl()).complete(request()));
    expect(reply).toMatchObject({ kind: "outage", isBilled: false });
    expect(reply.reason).toMatch(/^The connection failed: connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  });

  test("a body of 10 MB is not read to its end", async () => {
    let sentBytes = 0;
    const { reply } = await answerWith((response: ServerResponse) => {
      response.writeHead(200, jsonHeaders);
      const chunk = "x".repeat(65_536);
      const send = (): void => {
        if (response.destroyed || sentBytes > 64 * 1_048_576) return void response.end();
        sentBytes += chunk.length;
        response.write(chunk, () => setImmediate(send));
      };
      send();
    });
    expect(failed(reply)).toMatchObject({
      kind: "invalid",
      reason: "The reply is larger than 4 MiB.",
      isBilled: true,
    });
    expect(sentBytes).toBeLessThan(64 * 1_048_576);
  });

  test("a large reply within the limit is read whole", async () => {
    const content = "é".repeat(1_500_000);
    const { reply } = await answerWith({ body: completion({ content }) });
    expect(replied(reply).text).toBe(content);
  });

  test("a redirect is not followed, for the key's sake", async () => {
    await using elsewhere = await openLoopbackModel({ body: completion({ content: "got your key" }) });
    await using server = await openLoopbackModel({
      status: 307,
      headers: { location: `${elsewhere.url}/v1/chat/completions` },
      body: "",
    });
    const reply = failed(await openClient(server.url).complete(request()));
    expect(reply.kind).toBe("invalid");
    expect(elsewhere.requests).toHaveLength(0);
  });
});

describe("time", () => {
  const silent: LoopbackAnswer = () => undefined;

  test("no reply within the time is a time-out", async () => {
    const { reply } = await answerWith(silent, request({ timeoutMs: 100 }));
    expect(failed(reply)).toMatchObject({ kind: "timeout", reason: "No reply came within 0.1 s." });
  });

  test("a body that trickles in for too long is a time-out", async () => {
    const { reply } = await answerWith(
      (response: ServerResponse) => {
        response.writeHead(200, jsonHeaders);
        const timer = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(timer));
      },
      request({ timeoutMs: 200 }),
    );
    expect(failed(reply).kind).toBe("timeout");
  });

  test("a call that is stopped ends as aborted, at once or on its way", async () => {
    const early = await answerWith(silent, request({ signal: AbortSignal.abort() }));
    expect(failed(early.reply).kind).toBe("aborted");
    expect(early.requests).toHaveLength(0);
    const late = await answerWith(silent, request({ signal: AbortSignal.timeout(50) }));
    expect(failed(late.reply).kind).toBe("aborted");
  });
});

describe("a refusal", () => {
  test("is one request: nothing is tried again", async () => {
    const { requests } = await answerWith({ status: 503, body: { error: { message: "busy" } } });
    expect(requests).toHaveLength(1);
  });

  test("never shows the key, whatever the provider repeats", async () => {
    const key = "sk-test-key-123456";
    const { reply } = await answerWith({
      status: 401,
      body: { error: { message: `Bad key ${key}, ${encodeURIComponent(key)}, ${btoa(key)}.` } },
    });
    expect(failed(reply).kind).toBe("authentication");
    expect(failed(reply).reason).not.toMatch(/123456|c2stdGVzd/);
    await using server = await openLoopbackModel({ status: 401, body: { error: "no such key: abc" } });
    const short = failed(await openClient(server.url, { key: "abc" }).complete(request()));
    expect(short.reason).toBe("HTTP 401: no such key: [redacted]");
  });

  test("is one line of at most 300 characters", async () => {
    const { reply } = await answerWith({
      status: 500,
      body: `line one\r\n\u001b[31mline two ${"x".repeat(9_000)}`,
    });
    expect(failed(reply).reason).toMatch(/^HTTP 500: line one \[31mline two x+…$/);
    expect(failed(reply).reason).toHaveLength(300);
  });

  test("of tools at chat completions puts the request to Responses, and so from then on", async () => {
    const response = {
      status: "completed",
      output: [{ type: "function_call", call_id: "call_1", name: "read_file", arguments: "{}" }],
      usage: {
        input_tokens: 9,
        output_tokens: 4,
        total_tokens: 13,
        input_tokens_details: { cached_tokens: 2 },
      },
    };
    const message =
      "Function tools with reasoning_effort are not supported for gpt-6.1-terra in /v1/chat/completions. " +
      "To use function tools, use /v1/responses or set reasoning_effort to 'none'.";
    await using server = await openLoopbackModel(
      { status: 400, body: { error: { message, type: "invalid_request_error", param: "reasoning_effort" } } },
      { body: response },
    );
    const llm = openClient(server.url, { preset: presets.openai });
    const asked = request({ tools: [readFileTool] });
    const reply = replied(await llm.complete(asked));
    expect(reply).toMatchObject({ finish: "tools", toolCalls: [{ id: "call_1", name: "read_file" }] });
    expect(reply.usage).toEqual({ inputTokens: 9, cachedTokens: 2, outputTokens: 4 });
    await llm.complete(asked);
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/v1/chat/completions",
      "/v1/responses",
      "/v1/responses",
    ]);
  });

  test("of the limit's name gives it its other name, and so from then on", async () => {
    const message =
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    await using server = await openLoopbackModel(
      { status: 400, body: { error: { message, param: "max_tokens", code: "unsupported_parameter" } } },
      { body: completion({ content: "ok" }) },
    );
    const llm = openClient(server.url);
    replied(await llm.complete(request()));
    replied(await llm.complete(request()));
    const limits = server.requests.map(({ body }) =>
      Object.keys(body).find((name) => name.startsWith("max_")),
    );
    expect(limits).toEqual(["max_tokens", "max_completion_tokens", "max_completion_tokens"]);
  });

  test("of both names ends after three requests", async () => {
    const message = "max_tokens and max_completion_tokens are unsupported";
    const { reply, requests } = await answerWith({ status: 400, body: { error: { message } } });
    expect(failed(reply).kind).toBe("invalid");
    expect(requests.length).toBeLessThanOrEqual(3);
  });
});
