import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type AskOutcome, askForJson } from "../../../../src/brain/llm/replies/ask-for-json.ts";
import type { ModelReply, ModelRequest } from "../../../../src/domain/model.ts";

const schema = z.object({ approved: z.boolean() });
const rejection = { approved: false };
const request: ModelRequest = {
  messages: [{ role: "user", content: "review this" }],
  tools: [],
  maxOutputTokens: 100,
  temperature: null,
  seed: null,
  format: "text",
  timeoutMs: 1_000,
};

function reply(text: string, finish: "stop" | "length" | "refusal" = "stop"): ModelReply {
  return { status: "replied", text, toolCalls: [], finish, usage: null, latencyMs: 1 };
}
const outage: ModelReply = {
  status: "failed",
  kind: "outage",
  reason: "down",
  retryAfterMs: null,
  latencyMs: 1,
};

/** Asks a model that gives these replies, one after the other. */
async function askScripted(...replies: readonly AskOutcome[]) {
  const requests: ModelRequest[] = [];
  const answer = await askForJson({
    request,
    schema,
    fallback: rejection,
    async ask(asked) {
      requests.push(asked);
      return replies[requests.length - 1] ?? outage;
    },
  });
  return { answer, requests };
}

describe("askForJson", () => {
  it("asks once where the first reply fits, for JSON", async () => {
    const { answer, requests } = await askScripted(reply('{"approved": true}'));
    expect(answer).toEqual({
      status: "answered",
      value: { approved: true },
      isRepaired: false,
      calls: 1,
      raw: '{"approved": true}',
    });
    expect(requests).toEqual([{ ...request, format: "json" }]);
  });

  it("asks again once, with what was wrong behind what was said", async () => {
    const { answer, requests } = await askScripted(reply('{"approved": "yes"}'), reply('{"approved": true}'));
    expect(answer).toMatchObject({ status: "answered", value: { approved: true }, calls: 2 });
    expect(requests[1]?.messages).toEqual([
      ...request.messages,
      { role: "assistant", content: '{"approved": "yes"}', toolCalls: [] },
      {
        role: "user",
        content: expect.stringMatching(/approved: expected boolean, received string.*only valid JSON/),
      },
    ]);
  });

  it("falls back after the second unusable reply and keeps what it said", async () => {
    const { answer, requests } = await askScripted(reply(""), reply("looks good to me, approved: true"));
    expect(answer).toEqual({
      status: "defaulted",
      value: rejection,
      fault: "no-json",
      failure: null,
      reason: "the reply holds no JSON",
      calls: 2,
      raw: "looks good to me, approved: true",
    });
    expect(requests).toHaveLength(2);
    // Providers take no message without content.
    expect(requests[1]?.messages.every(({ content }) => content !== "")).toBe(true);
  });

  it("falls back on a cut reply, whatever could be read of it", async () => {
    const cut = reply('{"approved": true}', "length");
    expect((await askScripted(cut, cut)).answer).toMatchObject({
      status: "defaulted",
      value: rejection,
      fault: "cut",
    });
  });

  it("does not ask a second time after a refusal or a failed call", async () => {
    const refused = await askScripted(reply("I cannot do that.", "refusal"));
    expect(refused.answer).toMatchObject({
      status: "defaulted",
      value: rejection,
      fault: "refused",
      calls: 1,
    });
    const failed = await askScripted(outage);
    expect(failed.answer).toMatchObject({
      fault: "failed",
      failure: "outage",
      reason: "down",
      calls: 1,
      raw: "",
    });
    expect([refused.requests.length, failed.requests.length]).toEqual([1, 1]);
  });

  it("falls back where there is no budget for the second call", async () => {
    const { answer } = await askScripted(reply("well"), {
      status: "over-budget",
      reason: "tokens of the item",
    });
    expect(answer).toMatchObject({
      status: "defaulted",
      value: rejection,
      fault: "over-budget",
      failure: null,
      reason: "tokens of the item",
    });
  });

  it("keeps the first reply where the second call fails", async () => {
    const { answer } = await askScripted(reply("well"), outage);
    expect(answer).toMatchObject({ fault: "failed", value: rejection, calls: 2, raw: "well" });
  });

  it("neither keeps nor sends back more than the ends of 10 MB", async () => {
    const { answer, requests } = await askScripted(
      reply("x".repeat(10_000_000)),
      reply("y".repeat(10_000_000)),
    );
    expect(answer).toMatchObject({ status: "defaulted", fault: "too-long" });
    expect(answer.raw.length).toBeLessThan(9_000);
    expect(JSON.stringify(requests).length).toBeLessThan(10_000);
  });
});
