import { createClock } from "../../../src/adapters/clock.ts";
import { createLlmClient, type LlmClientInput } from "../../../src/adapters/llm/create-llm-client.ts";
import { presets } from "../../../src/adapters/llm/presets.ts";
import type { ModelReply, ModelRequest, ModelTool } from "../../../src/domain/model.ts";
import type { Llm } from "../../../src/ports.ts";
import { openLoopbackModel } from "../../helpers/loopback-model.ts";

export const readFileTool: ModelTool = {
  name: "read_file",
  description: "Reads lines of a file.",
  parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] },
};

/** A request that says hello, changed as a test needs it. */
export function request(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "hello" },
    ],
    tools: [],
    maxOutputTokens: 500,
    temperature: null,
    seed: null,
    format: "text",
    timeoutMs: 5_000,
    ...changes,
  };
}

export function openClient(url: string, changes: Partial<LlmClientInput> = {}): Llm {
  return createLlmClient(
    {
      preset: presets.custom,
      model: "test-model",
      key: "sk-test-key-123456",
      baseUrl: `${url}/v1`,
      ...changes,
    },
    { clock: createClock() },
  );
}

/** A URL on loopback where nothing listens any more. */
export async function closedUrl(): Promise<string> {
  await using server = await openLoopbackModel();
  return server.url;
}

/** A chat completion with one choice. */
export function completion(message: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "test-model",
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: "stop" }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
    ...changes,
  };
}

export function replied(reply: ModelReply): Extract<ModelReply, { status: "replied" }> {
  if (reply.status !== "replied") throw new Error(`expected a reply, got ${reply.kind}: ${reply.reason}`);
  return reply;
}

export function failed(reply: ModelReply): Extract<ModelReply, { status: "failed" }> {
  if (reply.status !== "failed") throw new Error(`expected a failure, got ${JSON.stringify(reply)}`);
  return reply;
}
