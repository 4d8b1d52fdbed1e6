import type { ModelReply, ModelRequest, ModelUsage } from "../../src/domain/model.ts";
import type { Llm } from "../../src/ports.ts";

type Replied = Extract<ModelReply, { status: "replied" }>;
type Failed = Extract<ModelReply, { status: "failed" }>;

/** A reply in text: 100 tokens in, 10 out. */
export function replied(changes: Partial<Replied> = {}): Replied {
  const usage: ModelUsage = { inputTokens: 100, cachedTokens: 0, outputTokens: 10 };
  return { status: "replied", text: "done", toolCalls: [], finish: "stop", usage, latencyMs: 5, ...changes };
}

/** A failure of that kind. */
export function failed(kind: Failed["kind"], changes: Partial<Failed> = {}): Failed {
  return { status: "failed", kind, reason: `it was ${kind}`, retryAfterMs: null, latencyMs: 5, ...changes };
}

/** A model that gives these replies in order, the last one again and again, and keeps what it was asked. */
export function createScriptedLlm(
  replies: readonly (ModelReply | ((request: ModelRequest) => ModelReply | Promise<ModelReply>))[],
  model = "one",
): Llm & { readonly requests: readonly ModelRequest[] } {
  const requests: ModelRequest[] = [];
  return {
    provider: "scripted",
    model,
    requests,
    complete: async (request) => {
      const reply = replies[Math.min(requests.length, replies.length - 1)];
      requests.push(request);
      if (reply === undefined) throw new Error("a scripted model without replies");
      return typeof reply === "function" ? reply(request) : reply;
    },
  };
}
