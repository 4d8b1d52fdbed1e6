import { describe, expect, test } from "vitest";
import { parseChatReply } from "../../../src/adapters/llm/parse-chat-reply.ts";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { completion } from "./client-rig.ts";

function parse(message: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  const parsed = parseChatReply(completion(message, changes), {
    preset: presets.custom,
    callPrefix: "call_3_",
  });
  if (parsed.status !== "replied") throw new Error(`no reply: ${JSON.stringify(parsed.fault)}`);
  return parsed.reply;
}

const call = (more: Record<string, unknown>) => ({
  tool_calls: [{ id: "call_a", type: "function", function: { name: "read_file", arguments: "{}" }, ...more }],
});
const choice = (finish_reason: unknown, message: Record<string, unknown> = { content: "so far" }) => ({
  choices: [{ index: 0, message, finish_reason }],
});

describe("the text of a reply", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["text", { content: "Hi" }, "Hi"],
    ["null", { content: null }, ""],
    ["absent", {}, ""],
    [
      "parts",
      {
        content: [
          { type: "text", text: "Hi " },
          { type: "text", text: "there" },
        ],
      },
      "Hi there",
    ],
    [
      "parts with reasoning and pictures among them",
      {
        content: [
          { type: "thinking", thinking: "hm" },
          { type: "text", text: "Hi" },
          { type: "image_url", image_url: {} },
          null,
          7,
        ],
      },
      "Hi",
    ],
    ["reasoning beside it", { content: "Hi", reasoning_content: "hm", reasoning: "hm" }, "Hi"],
    ["a mapping", { content: { text: "Hi" } }, ""],
  ])("%s", (_name, message, text) => {
    expect(parse(message)).toMatchObject({ text, toolCalls: [], finish: "stop" });
  });

  test("an answer that is all reasoning is empty", () => {
    expect(parse({ content: "", reasoning_content: "endless" }, choice("length", {}))).toMatchObject({
      text: "",
      finish: "length",
    });
  });
});

describe("calls of tools", () => {
  test("that have no id get one, and repeated ids become different", () => {
    const tool_calls = [
      { function: { name: "a", arguments: "{}" } },
      { id: "same", function: { name: "b", arguments: "{}" } },
      { id: "same", function: { name: "c", arguments: "{}" } },
      { id: null, function: { name: "d", arguments: "{}" } },
    ];
    const ids = parse({ tool_calls }).toolCalls.map(({ id }) => id);
    expect(ids).toEqual(["call_3_0", "same", "call_3_2", "call_3_3"]);
  });

  test("never share an id, even one that looks like ours", () => {
    const tool_calls = [{ id: "call_3_1", function: { name: "a" } }, { function: { name: "b" } }];
    expect(parse({ tool_calls }).toolCalls.map(({ id }) => id)).toEqual(["call_3_1", "call_3_1_"]);
  });

  test.each<[string, unknown, string]>([
    ["text", '{"path":"a"}', '{"path":"a"}'],
    ["a mapping instead of text", { path: "a" }, '{"path":"a"}'],
    ["no JSON", '{"path":', '{"path":'],
    ["absent", undefined, ""],
    ["null", null, ""],
  ])("have their arguments as the model wrote them: %s", (_name, text, expected) => {
    const [first] = parse(call({ function: { name: "read_file", arguments: text } })).toolCalls;
    expect(first).toEqual({ id: "call_a", name: "read_file", arguments: expected });
  });

  test("that are no calls are calls of nothing, which whoever runs them refuses", () => {
    const tool_calls = [null, 7, { id: "x" }, { id: "y", function: "read_file" }];
    expect(parse({ tool_calls }).toolCalls.map(({ name }) => name)).toEqual(["", "", "", ""]);
  });

  test("that are no list, or an empty one, are none", () => {
    expect(parse({ content: "Hi", tool_calls: "read_file" })).toMatchObject({ toolCalls: [], text: "Hi" });
    expect(parse({ content: "Hi", tool_calls: [] })).toMatchObject({ toolCalls: [], finish: "stop" });
    expect(parse({ content: "Hi", tool_calls: null })).toMatchObject({ toolCalls: [], finish: "stop" });
  });

  test("in the old form are read", () => {
    const [first] = parse({ function_call: { name: "read_file", arguments: "{}" } }).toolCalls;
    expect(first).toEqual({ id: "call_3_0", name: "read_file", arguments: "{}" });
  });

  test("stand beside text", () => {
    expect(parse({ content: "I look.", ...call({}) })).toMatchObject({ text: "I look.", finish: "tools" });
  });
});

describe("how a reply ended", () => {
  test.each<[unknown, string]>([
    ["stop", "stop"],
    ["length", "length"],
    ["max_tokens", "length"],
    ["MAX_TOKENS", "length"],
    ["content_filter", "refusal"],
    ["SAFETY", "refusal"],
    ["end_turn", "stop"],
    ["eos", "stop"],
    ["tool_calls", "stop"],
    ["MALFORMED_FUNCTION_CALL", "stop"],
    [null, "stop"],
    [7, "stop"],
  ])("%s, without calls", (reason, finish) => {
    expect(parse({}, choice(reason)).finish).toBe(finish);
  });

  test.each([
    ["stop", "tools"],
    ["tool_calls", "tools"],
    ["function_call", "tools"],
    [null, "tools"],
    ["length", "length"],
  ])("%s, with calls", (reason, finish) => {
    expect(parse({}, choice(reason, call({}))).finish).toBe(finish);
  });

  test("a refusal in words is one, with its words", () => {
    expect(parse({ content: null, refusal: "I cannot help with that." })).toMatchObject({
      finish: "refusal",
      text: "I cannot help with that.",
    });
  });

  test("a prompt that Azure filtered is a refusal without words", () => {
    const filter = [{ prompt_index: 0, content_filter_results: { violence: { filtered: true } } }];
    expect(parse({}, { choices: [], prompt_filter_results: filter })).toMatchObject({
      finish: "refusal",
      text: "",
    });
  });
});
