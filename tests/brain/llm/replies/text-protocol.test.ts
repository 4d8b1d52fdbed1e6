import { describe, expect, it } from "vitest";
import { fromTextReply, toTextRequest } from "../../../../src/brain/llm/text-protocol.ts";
import { parseTextCalls } from "../../../../src/brain/llm/text-protocol-calls.ts";
import { renderTextTools } from "../../../../src/brain/llm/text-protocol-tools.ts";
import type { ModelReply, ModelRequest, ModelTool } from "../../../../src/domain/model.ts";

const readFile: ModelTool = {
  name: "read_file",
  description: "Lines of a file.",
  parameters: {
    type: "object",
    properties: {
      path: { type: "string", description: "from the root" },
      from: { type: "integer" },
      how: { enum: ["text", "hex"] },
      parts: { type: "array", items: { type: "object", properties: { at: { type: ["number", "null"] } } } },
      other: { anyOf: [{ type: "boolean" }, { const: 0 }] },
    },
    required: ["path"],
  },
};
const finish: ModelTool = {
  name: "finish",
  description: "Ends.",
  parameters: { type: "object", properties: {} },
};
const tools = [readFile, finish];

const call = '{"name": "read_file", "arguments": {"path": "a.ts"}}';
const read = { name: "read_file", arguments: '{"path":"a.ts"}' };
const done = { name: "finish", arguments: "{}" };

describe("renderTextTools", () => {
  it("shows each tool as a signature and a sentence", () => {
    const text = renderTextTools(tools);
    expect(text).toContain(
      '- read_file(path: string (from the root), from?: integer, how?: "text"|"hex", parts?: {at?: number|null}[], other?: boolean|0): Lines of a file.',
    );
    expect(text).toContain("- finish(): Ends.");
    expect(text.length).toBeLessThan(JSON.stringify(tools).length);
  });

  it("ends with a schema that has no end", () => {
    const endless: Record<string, unknown> = { type: "array" };
    endless.items = endless;
    const parameters = { type: "object", properties: { x: endless, y: {}, z: 3 } };
    expect(renderTextTools([{ ...finish, parameters }])).toContain(
      "finish(x?: any[][][][][], y?: any, z?: any)",
    );
  });
});

describe("parseTextCalls", () => {
  it.each([
    ["a tool block", `\`\`\`tool\n${call}\n\`\`\``, [read]],
    ["text around", `I will look.\n\`\`\`tool\n${call}\n\`\`\`\nThen I go on.`, [read]],
    ["a fence that is left open", `\`\`\`tool\n${call}`, [read]],
    ["other names of the fence", `~~~~ TOOL_CALL\n${call}\n~~~~`, [read]],
    ["tags", `<tool_call>\n${call}\n</tool_call>\n<tool_call>{"name": "finish"}</tool_call>`, [read, done]],
    [
      "several blocks",
      `\`\`\`tool\n${call}\n\`\`\`\n\`\`\`tool\n{"name": "finish", "arguments": {}}\n\`\`\``,
      [read, done],
    ],
    ["several calls in a block", `\`\`\`tool\n${call}\n{"name": "finish"}\n\`\`\``, [read, done]],
    ["a list of calls", `\`\`\`tool\n[${call}, {"name": "finish"}]\n\`\`\``, [read, done]],
    ["a repair", "```tool\n{'name': 'read_file', 'arguments': {'path': 'a.ts',}}\n```", [read]],
    [
      "other words for the parts",
      '```tool\n{"tool": "read_file", "parameters": {"path": "a.ts"}}\n```',
      [read],
    ],
    ["arguments beside the name", '```tool\n{"tool": "read_file", "path": "a.ts"}\n```', [read]],
    ["the shape of the API", `\`\`\`tool\n{"type": "function", "function": ${call}}\n\`\`\``, [read]],
    ["a JSON fence", `\`\`\`json\n${call}\n\`\`\``, [read]],
    ["no fence", call, [read]],
    [
      "a tool that does not exist",
      '```tool\n{"name": "rm", "arguments": {}}\n```',
      [{ name: "rm", arguments: "{}" }],
    ],
    ["done beside a call", `DONE. I am finished.\n\`\`\`tool\n${call}\n\`\`\``, [read]],
    [
      "thoughts with calls",
      `<think>\`\`\`tool\n{"name": "finish"}\n\`\`\`</think>\`\`\`tool\n${call}\n\`\`\``,
      [read],
    ],
    [
      "thoughts of servers that keep the mark",
      `\`\`\`tool\n{"name": "finish"}\n\`\`\`\n</think>\n\`\`\`tool\n${call}\n\`\`\``,
      [read],
    ],
    [
      "a result that it made up",
      `\`\`\`tool\n${call}\n\`\`\`\n\`\`\`result read_file\nall is well\n\`\`\`\n\`\`\`tool\n{"name": "finish"}\n\`\`\``,
      [read],
    ],
  ])("reads %s", (_what, text, calls) => {
    expect(parseTextCalls(text, tools)).toMatchObject({ status: "read", calls });
  });

  it("keeps fences and marks in arguments as content", () => {
    const content = "a\n```tool\n{}\n```\n<think>b</think>\n```result x";
    const text = `\`\`\`tool\n${JSON.stringify({ name: "write", arguments: { content } })}\n\`\`\``;
    const parsed = parseTextCalls(text, tools);
    expect(parsed).toMatchObject({
      status: "read",
      calls: [{ name: "write", arguments: JSON.stringify({ content }) }],
    });
    expect(parsed.said).toBe(text);
  });

  it("keeps marks in the arguments of a plain call as content", () => {
    const content = '<think>a <tool_call>{"name": "finish"}</tool_call> <think>';
    const given = { path: content };
    const text = `\`\`\`json\n${JSON.stringify({ name: "read_file", arguments: given })}\n\`\`\``;
    expect(parseTextCalls(text, tools)).toMatchObject({
      calls: [{ name: "read_file", arguments: JSON.stringify(given) }],
    });
  });

  it("gives a call with arguments that cannot be read as it is", () => {
    const broken = '{"name": "read_file", "arguments": {"path": "a" + "b"}}';
    expect(parseTextCalls(`\`\`\`tool\n${broken}\n\`\`\``, tools)).toMatchObject({
      calls: [{ name: "read_file", arguments: broken }],
    });
  });

  it.each([
    ["nothing", ""],
    ["prose", "All is done, finish()."],
    ["code", "```js\nconst x = {\n  name: 1,\n```"],
    ["JSON of another kind", '```json\n{"name": "read_file", "path": "a.ts"}\n```'],
    ["the name of no tool in plain JSON", '```json\n{"name": "rm", "arguments": {}}\n```'],
    ["a call in a sentence of code", `send(${call})`],
    ["a result alone", `\`\`\`result x\n\`\`\`\n\`\`\`tool\n${call}\n\`\`\``],
  ])("finds no call in %s", (_what, text) => {
    expect(parseTextCalls(text, tools)).toMatchObject({ status: "read", calls: [] });
  });

  it.each([
    ["a call is cut off", `\`\`\`tool\n${call}\n\`\`\`\n\`\`\`tool\n{"name": "finish", "argu`, /cut off/],
    ["a plain call is cut off", `\`\`\`json\n${call.slice(0, -2)}`, /cut off/],
    ["a block holds no JSON", '```tool\nread_file(path="a.ts")\n```', /no JSON/],
    ["a call has no name", '```tool\n{"path": "a.ts"}\n```', /no name/],
    ["a call is none", "```tool\n[1]\n```", /no name/],
    ["thoughts never end", `<think>\`\`\`tool\n${call}\n\`\`\``, /thinking/],
    ["a call is nested without end", `\`\`\`tool\n${"[".repeat(1e5)}`, /nested/],
    ["there are thousands", `\`\`\`tool\n${call}\n\`\`\`\n`.repeat(1_000), /more than/],
    ["it is 10 MB", `\`\`\`tool\n${call}\n\`\`\`${" ".repeat(1e7)}`, /longer than/],
  ])("calls nothing at all where %s", (_what, text, reason) => {
    expect(parseTextCalls(text, tools)).toMatchObject({
      status: "unusable",
      reason: expect.stringMatching(reason),
    });
  });
});

type Replied = Extract<ModelReply, { status: "replied" }>;

const request: ModelRequest = {
  messages: [
    { role: "system", content: "You mend." },
    { role: "user", content: "Mend a.ts." },
  ],
  tools,
  maxOutputTokens: 100,
  temperature: null,
  seed: null,
  format: "text",
  timeoutMs: 1_000,
};

function reply(text: string, finishedBy: "stop" | "length" | "refusal" = "stop"): Replied {
  return { status: "replied", text, toolCalls: [], finish: finishedBy, usage: null, latencyMs: 1 };
}

describe("the text protocol", () => {
  it("puts tools into the system prompt, whether there is one or none", () => {
    const { messages, tools: left } = toTextRequest(request);
    expect(left).toEqual([]);
    expect(messages[0]?.content).toBe(`You mend.\n\n${renderTextTools(tools)}`);
    const without = toTextRequest({ ...request, messages: request.messages.slice(1) });
    expect(without.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(toTextRequest({ ...request, tools: [] }).messages).toEqual(request.messages);
  });

  it("carries a conversation to and fro, only ever adding to it", () => {
    const text = `Looking.\n\`\`\`tool\n${call}\n{"name": "finish"}\n\`\`\``;
    const { reply: first, problem } = fromTextReply(reply(text), request);
    expect(problem).toBeNull();
    expect(first).toMatchObject({ text, finish: "tools" });
    expect(first.toolCalls).toEqual([
      { ...read, id: "text-2-1" },
      { ...done, id: "text-2-2" },
    ]);
    const next: ModelRequest = {
      ...request,
      messages: [
        ...request.messages,
        { role: "assistant", content: first.text, toolCalls: first.toolCalls },
        { role: "tool", callId: "text-2-1", content: "x = 1\n````md\n" },
        { role: "tool", callId: "text-2-2", content: "not yet" },
        { role: "user", content: "Go on." },
      ],
    };
    const { messages } = toTextRequest(next);
    expect(messages.slice(0, 2)).toEqual(toTextRequest(request).messages);
    expect(messages.slice(2)).toEqual([
      { role: "assistant", content: text, toolCalls: [] },
      {
        role: "user",
        content: "`````result read_file\nx = 1\n````md\n\n`````\n\n```result finish\nnot yet\n```\n\nGo on.",
      },
    ]);
  });

  it("writes calls of a model with tools as blocks that it reads again", () => {
    const toolCalls = [
      { ...read, id: "native-1" },
      { name: "finish", arguments: "", id: "native-2" },
    ];
    const { messages } = toTextRequest({
      ...request,
      messages: [...request.messages, { role: "assistant", content: "", toolCalls }],
    });
    const said = messages[2]?.content ?? "";
    expect(parseTextCalls(said, tools)).toMatchObject({ calls: [read, done] });
  });

  it("sends no message without content", () => {
    const silent: ModelRequest = {
      ...request,
      messages: [...request.messages, { role: "assistant", content: "", toolCalls: [] }],
    };
    expect(toTextRequest(silent).messages[2]).toMatchObject({ content: "(nothing)" });
  });

  it("gives a reply without calls as an end", () => {
    expect(fromTextReply(reply("All done."), request)).toMatchObject({
      reply: { text: "All done.", toolCalls: [], finish: "stop" },
      problem: null,
    });
  });

  it("runs nothing of a reply that was cut off or cannot be read, and says so", () => {
    const whole = `\`\`\`tool\n${call}\n\`\`\``;
    for (const cut of [
      reply(whole, "length"),
      reply(`${whole}\n\`\`\`tool\n{"name": "fi`),
      reply("```tool\nfinish()\n```"),
    ])
      expect(fromTextReply(cut, request)).toMatchObject({
        reply: { toolCalls: [] },
        problem: expect.stringMatching(/^Nothing of that was run: .+\. Write one call/),
      });
  });

  it("leaves a refusal as it is", () => {
    const refused = reply(`\`\`\`tool\n${call}\n\`\`\``, "refusal");
    expect(fromTextReply(refused, request)).toEqual({ reply: refused, problem: null });
  });
});
