import type { EventOf } from "../../src/domain/events.ts";

/** A call that a model answered: 1,000 tokens in, 400 of them cached, 200 out, for a cent. */
export function modelCalled(changes: Partial<EventOf<"model-called">> = {}): EventOf<"model-called"> {
  return {
    type: "model-called",
    cycle: 1,
    call: 1,
    purpose: "edit",
    provider: "openai",
    model: "gpt-test",
    status: "replied",
    reason: "stop",
    tries: 1,
    inputTokens: 1000,
    cachedTokens: 400,
    outputTokens: 200,
    chargedTokens: 1200,
    costUsd: 0.01,
    costBasis: "usage",
    latencyMs: 900,
    ...changes,
  };
}
