import { expect, it } from "vitest";
import { createClock } from "../../../../src/adapters/clock.ts";
import { createLlmClient } from "../../../../src/adapters/llm/create-llm-client.ts";
import { presets } from "../../../../src/adapters/llm/presets.ts";
import { type LoopbackModel, openLoopbackModel } from "../../../helpers/loopback-model.ts";
import { createRouterRig, plainRequest, routed } from "../../../helpers/router-rig.ts";

/** A router over the real client of that provider. */
function openRig({ url }: LoopbackModel) {
  const input = { preset: presets.custom, model: "test-model", key: "sk-test-key-123456" };
  return createRouterRig([
    routed(createLlmClient({ ...input, baseUrl: `${url}/v1` }, { clock: createClock() })),
  ]);
}

const ok = {
  status: 200,
  body: {
    id: "1",
    object: "chat.completion",
    created: 1,
    model: "test-model",
    choices: [{ index: 0, message: { role: "assistant", content: "hello" }, finish_reason: "stop" }],
    usage: {
      prompt_tokens: 50,
      completion_tokens: 5,
      total_tokens: 55,
      prompt_tokens_details: { cached_tokens: 20 },
    },
  },
};
const error = (status: number, message: string, headers = {}) => ({
  status,
  headers,
  body: { error: { message, type: "error", code: null, param: null } },
});

it("waits as long as a real provider asks, and charges what it counts", async () => {
  const slow = error(429, "slow down", { "retry-after": "7" });
  await using provider = await openLoopbackModel(slow, error(503, "busy"), ok);
  const rig = openRig(provider);
  expect(await rig.call()).toMatchObject({ status: "replied", text: "hello" });
  expect(rig.time.slept).toEqual([7000, 2000]);
  expect(rig.calls()).toMatchObject([
    { tries: 1, costUsd: 0, costBasis: "free" },
    { tries: 2, costUsd: 0, costBasis: "free" },
    { tries: 3, inputTokens: 50, cachedTokens: 20, outputTokens: 5, chargedTokens: 55, costBasis: "usage" },
  ]);
});

it("leaves out a temperature that a real provider refuses, once for all calls", async () => {
  const refusal = error(400, "Unsupported parameter: 'temperature' is not supported with this model.");
  await using provider = await openLoopbackModel(refusal, ok);
  const rig = openRig(provider);
  expect(await rig.call()).toMatchObject({ status: "replied" });
  expect(await rig.call({ request: { ...plainRequest } })).toMatchObject({ status: "replied" });
  expect(provider.requests.map(({ body }) => "temperature" in body)).toEqual([true, false, false]);
});

it("says at once what is wrong with a key, and never shows it", async () => {
  const refusal = error(401, "Incorrect API key provided: sk-test-key-123456.");
  await using provider = await openLoopbackModel(refusal);
  const rig = openRig(provider);
  const outcome = await rig.call();
  expect(outcome).toMatchObject({ status: "failed", kind: "authentication", costUsd: 0 });
  expect(JSON.stringify([outcome, rig.events])).not.toContain("sk-test-key-123456");
  expect(provider.requests).toHaveLength(1);
});
