import { describe, expect, test } from "vitest";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { createReturnedFieldStore } from "../../../src/adapters/llm/returned-fields.ts";
import type { ModelMessage } from "../../../src/domain/model.ts";
import { openLoopbackModel } from "../../helpers/loopback-model.ts";
import { completion, openClient, readFileTool, replied, request } from "./client-rig.ts";

const toolCall = { id: "call_a", name: "read_file", arguments: '{"path":"a"}' };
const history: readonly ModelMessage[] = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "hello" },
  { role: "assistant", content: "", toolCalls: [toolCall] },
  { role: "tool", callId: "call_a", content: "empty" },
];
const wireCall = {
  id: "call_a",
  type: "function",
  function: { name: "read_file", arguments: '{"path":"a"}' },
};

/** The messages of the second request, after a model answered the first one with `message`. */
async function goOn(
  provider: "gemini" | "custom" | "openrouter" | "openai",
  message: Record<string, unknown>,
) {
  await using server = await openLoopbackModel(
    { body: completion(message) },
    { body: completion({ content: "done" }) },
  );
  const llm = openClient(server.url, { preset: presets[provider] });
  const { messages } = request();
  const { text, toolCalls } = replied(await llm.complete(request({ tools: [readFileTool] })));
  const next: readonly ModelMessage[] = [
    ...messages,
    { role: "assistant", content: text, toolCalls },
    ...toolCalls.map(({ id }): ModelMessage => ({ role: "tool", callId: id, content: "" })),
  ];
  replied(await llm.complete(request({ tools: [readFileTool], messages: next })));
  const sent = server.requests[1]?.body.messages;
  return Array.isArray(sent) ? sent[2] : undefined;
}

async function send(
  messages: readonly ModelMessage[],
  provider: keyof typeof presets,
  api: "chat" | "responses",
) {
  await using server = await openLoopbackModel({
    body: api === "chat" ? completion({ content: "ok" }) : { status: "completed", output: [] },
  });
  const preset = { ...presets[provider], api };
  replied(await openClient(server.url, { preset }).complete(request({ messages })));
  return server.requests[0]?.body ?? {};
}

describe("a conversation at chat completions", () => {
  test("goes out message by message", async () => {
    const { messages } = await send(history, "openai", "chat");
    expect(messages).toEqual([
      { role: "system", content: "Be brief." },
      { role: "user", content: "hello" },
      { role: "assistant", content: null, tool_calls: [wireCall] },
      { role: "tool", tool_call_id: "call_a", content: "empty" },
    ]);
  });

  test("carries arguments that are no JSON as text, which providers refuse otherwise", async () => {
    for (const text of ['{"path":', "[1]", '"a"', "null", "read it"]) {
      const bad: ModelMessage = {
        role: "assistant",
        content: "",
        toolCalls: [{ ...toolCall, arguments: text }],
      };
      const { messages } = await send([bad], "openai", "chat");
      expect(messages).toMatchObject([
        { tool_calls: [{ function: { arguments: JSON.stringify({ unreadable: text }) } }] },
      ]);
    }
    const empty: ModelMessage = {
      role: "assistant",
      content: "",
      toolCalls: [{ ...toolCall, arguments: "" }],
    };
    const { messages } = await send([empty], "openai", "chat");
    expect(messages).toMatchObject([{ tool_calls: [{ function: { arguments: "{}" } }] }]);
  });

  test("has no message that says nothing", async () => {
    const { messages } = await send([{ role: "assistant", content: "", toolCalls: [] }], "anthropic", "chat");
    expect(messages).toEqual([{ role: "assistant", content: "(no answer)" }]);
  });
});

describe("a conversation at Responses", () => {
  test("goes out item by item, and nothing stays there", async () => {
    const body = await send(
      [...history, { role: "assistant", content: "So.", toolCalls: [] }],
      "openai",
      "responses",
    );
    expect(body).toEqual({
      model: "test-model",
      store: false,
      max_output_tokens: 500,
      input: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "hello" },
        { type: "function_call", call_id: "call_a", name: "read_file", arguments: '{"path":"a"}' },
        { type: "function_call_output", call_id: "call_a", output: "empty" },
        { role: "assistant", content: "So." },
      ],
    });
  });
});

describe("what a provider wants to see again", () => {
  const extra_content = { google: { thought_signature: "c2lnbmF0dXJl" } };

  test("Gemini's signature of a call", async () => {
    const message = await goOn("gemini", { tool_calls: [{ ...wireCall, extra_content }] });
    expect(message).toMatchObject({ tool_calls: [{ ...wireCall, extra_content }] });
  });

  test("Gemini's signature is stood in for in calls that it did not make itself", async () => {
    const { messages } = await send(history, "gemini", "chat");
    const stand_in = { google: { thought_signature: "skip_thought_signature_validator" } };
    expect(messages).toMatchObject([{}, {}, { tool_calls: [{ extra_content: stand_in }] }, {}]);
  });

  test("the reasoning of DeepSeek and Kimi, behind a custom endpoint", async () => {
    const fields = { reasoning_content: "I look first." };
    expect(await goOn("custom", { ...fields, content: "", tool_calls: [wireCall] })).toMatchObject(fields);
    expect(await goOn("custom", { ...fields, content: "No." })).toEqual({
      role: "assistant",
      content: "No.",
      ...fields,
    });
  });

  test("OpenRouter's details of reasoning", async () => {
    const fields = { reasoning_details: [{ type: "reasoning.encrypted", data: "eA==" }] };
    expect(await goOn("openrouter", { ...fields, tool_calls: [wireCall] })).toMatchObject(fields);
  });

  test("and nothing that it does not", async () => {
    const message = await goOn("openai", {
      reasoning_content: "hm",
      annotations: [],
      tool_calls: [{ ...wireCall, extra_content }],
    });
    expect(message).toEqual({ role: "assistant", content: null, tool_calls: [wireCall] });
  });

  test("is remembered for the newest replies alone", () => {
    const store = createReturnedFieldStore(2);
    const reply = (content: string) => ({ content, toolCalls: [] });
    const fields = { message: { reasoning_content: "hm" }, calls: [] };
    for (const name of ["a", "b", "c"]) store.keep(reply(name), fields);
    store.keep(reply("d"), { message: {}, calls: [{}] });
    expect(["a", "b", "c", "d"].map((name) => store.find(reply(name)) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
