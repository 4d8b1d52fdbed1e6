import { expect, test } from "vitest";
import { parseResponsesReply } from "../../../src/adapters/llm/parse-responses-reply.ts";

const parse = (body: unknown) => parseResponsesReply(body, { callPrefix: "call_2_" });
const message = (...content: unknown[]) => ({ type: "message", role: "assistant", content });
const text = (words: string) => ({ type: "output_text", text: words, annotations: [] });

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    "text after reasoning",
    {
      status: "completed",
      output: [{ type: "reasoning", summary: [] }, message(text("Hi "), text("there"))],
    },
    { text: "Hi there", toolCalls: [], finish: "stop" },
  ],
  [
    "calls, one without an id",
    {
      status: "completed",
      output: [
        { type: "function_call", call_id: "call_a", id: "fc_1", name: "a", arguments: "{}" },
        { type: "function_call", name: "b", arguments: "{" },
      ],
    },
    {
      finish: "tools",
      toolCalls: [
        { id: "call_a", name: "a", arguments: "{}" },
        { id: "call_2_1", name: "b", arguments: "{" },
      ],
    },
  ],
  [
    "a cut reply",
    {
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      output: [message(text("So"))],
    },
    { text: "So", finish: "length" },
  ],
  [
    "a filtered reply",
    { status: "incomplete", incomplete_details: { reason: "content_filter" }, output: [] },
    { text: "", finish: "refusal" },
  ],
  [
    "a refusal",
    { status: "completed", output: [message({ type: "refusal", refusal: "I cannot." })] },
    { text: "I cannot.", finish: "refusal" },
  ],
  ["items that are none", { status: "completed", output: [null, 7, "x", {}] }, { text: "", finish: "stop" }],
  [
    "a server that says neither status nor usage",
    { output: [message(text("Hi"))] },
    { text: "Hi", finish: "stop", usage: null },
  ],
])("%s", (_name, body, expected) => {
  expect(parse(body)).toMatchObject({ status: "replied", reply: expected });
});

test.each<[string, unknown, Record<string, unknown>]>([
  [
    "a failure of the model",
    { status: "failed", error: { code: "server_error", message: "It broke." }, output: [] },
    { cause: "refused", httpStatus: 500, message: "It broke.", isLate: true },
  ],
  [
    "a limit that was reached meanwhile",
    { status: "failed", error: { code: "rate_limit_exceeded", message: "Slow." }, output: [] },
    { cause: "refused", httpStatus: 429 },
  ],
  ["a failure without words", { status: "failed", error: null, output: [] }, { cause: "unreadable" }],
  ["a cancelled reply", { status: "cancelled", output: [] }, { cause: "unreadable" }],
  ["a chat completion", { choices: [] }, { cause: "unreadable" }],
  ["nothing", undefined, { cause: "unreadable", detail: "an empty body" }],
])("%s is a fault", (_name, body, expected) => {
  expect(parse(body)).toMatchObject({ status: "fault", fault: expected });
});
