import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { failed, openClient, readFileTool, replied, request } from "./client-rig.ts";

const mock = new LLMock({ port: 0 });
beforeAll(async () => void (await mock.start()));
beforeEach(() => void mock.reset());
afterAll(() => mock.stop());

describe("a model behind aimock", () => {
  test("answers with text, its tokens and a measured latency", async () => {
    mock.onMessage("hello", {
      content: "Hi there.",
      usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
    });
    const reply = replied(await openClient(mock.url).complete(request()));
    expect(reply).toMatchObject({ status: "replied", text: "Hi there.", toolCalls: [], finish: "stop" });
    expect(reply.usage).toEqual({ inputTokens: 12, cachedTokens: 0, outputTokens: 3 });
    expect(reply.latencyMs).toBeGreaterThan(0);
  });

  test("calls a tool, and goes on from its result", async () => {
    mock.on(
      { hasToolResult: false },
      { toolCalls: [{ id: "call_a", name: "read_file", arguments: '{"path":"a.ts"}' }] },
    );
    mock.on({ toolCallId: "call_a" }, { content: "It is empty." });
    const llm = openClient(mock.url, { preset: presets.openai });
    const first = replied(await llm.complete(request({ tools: [readFileTool] })));
    expect(first.finish).toBe("tools");
    expect(first.toolCalls).toEqual([{ id: "call_a", name: "read_file", arguments: '{"path":"a.ts"}' }]);
    const { messages } = request();
    const second = await llm.complete(
      request({
        tools: [readFileTool],
        messages: [
          ...messages,
          { role: "assistant", content: first.text, toolCalls: first.toolCalls },
          { role: "tool", callId: "call_a", content: "" },
        ],
      }),
    );
    expect(replied(second).text).toBe("It is empty.");
  });

  test("speaks Responses where a preset says so", async () => {
    mock.onMessage("hello", { toolCalls: [{ id: "call_b", name: "read_file", arguments: "{}" }] });
    const preset = { ...presets.openai, api: "responses" } as const;
    const reply = replied(
      await openClient(mock.url, { preset }).complete(request({ tools: [readFileTool] })),
    );
    expect(reply.toolCalls).toMatchObject([{ name: "read_file", arguments: "{}" }]);
    expect(reply.finish).toBe("tools");
    expect(reply.usage).not.toBeNull();
  });

  test("fails plainly when nothing matches", async () => {
    const reply = failed(await openClient(mock.url).complete(request()));
    expect(reply).toMatchObject({ kind: "invalid", retryAfterMs: null });
    expect(reply.reason).toContain("404");
  });

  test("fails with the kind that aimock's faults call for", async () => {
    mock.onMessage("hello", { error: { message: "Slow down", type: "rate_limit_error" }, status: 429 });
    const reply = failed(await openClient(mock.url).complete(request()));
    expect(reply.kind).toBe("rate-limit");
  });
});
