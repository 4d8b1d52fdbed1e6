import { describe, expect, it } from "vitest";
import { createCallBound } from "../../../../src/brain/llm/budget/create-call-bound.ts";
import type { ModelMessage, ModelRequest } from "../../../../src/domain/model.ts";
import { plainRequest } from "../../../helpers/router-rig.ts";
import { replied } from "../../../helpers/scripted-llm.ts";

const user = (content: string): ModelMessage => ({ role: "user", content });
const ask = (...messages: readonly ModelMessage[]): ModelRequest => ({ ...plainRequest, messages });
const long = "some words of a prompt ".repeat(1000);

describe("createCallBound", () => {
  it("counts no fewer tokens than bytes, whatever the text", () => {
    const { bound } = createCallBound();
    for (const text of ["", long, "日本語🙂".repeat(500), '\u0000\ud800\\"', "ﷺ".repeat(100)]) {
      const least = Math.max(Buffer.byteLength(text), Buffer.byteLength(text.normalize("NFKC")));
      expect(bound(ask(user(text))).inputTokens).toBeGreaterThan(least);
    }
  });

  it("counts the tools too, and all output that is allowed", () => {
    const { bound } = createCallBound();
    const tool = { name: "edit", description: long, parameters: {} };
    expect(bound({ ...plainRequest, tools: [tool] }).inputTokens).toBeGreaterThan(long.length);
    expect(bound(plainRequest).outputTokens).toBe(plainRequest.maxOutputTokens);
  });

  it("knows what the provider has counted, and adds the bytes of what is new", () => {
    const { bound, learn } = createCallBound();
    const first = ask(user(long));
    learn(first, replied(), { inputTokens: 5000, cachedTokens: 0, outputTokens: 9 });
    expect(bound(first).inputTokens).toBe(5032);
    const next = bound(ask(user(long), user("and on"))).inputTokens;
    expect(next).toBeGreaterThan(5000 + "and on".length);
    expect(next).toBeLessThan(5200);
  });

  it("stays close where an old message was shortened in its place", () => {
    const { bound, learn } = createCallBound();
    learn(ask(user(long), user("a"), user(`${long}!`)), replied(), {
      inputTokens: 10_000,
      cachedTokens: 0,
      outputTokens: 9,
    });
    expect(bound(ask(user("elided"), user("a"), user(`${long}!`))).inputTokens).toBeLessThan(10_200);
  });

  it("counts a message that is said again as new", () => {
    const { bound, learn } = createCallBound();
    learn(ask(user(long)), replied(), { inputTokens: 5000, cachedTokens: 0, outputTokens: 9 });
    expect(bound(ask(user(long), user(long))).inputTokens).toBeGreaterThan(5000 + long.length);
  });

  it("counts hidden reasoning that goes in again with its reply", () => {
    const { bound, learn } = createCallBound();
    const first = ask(user("think"));
    const usage = { inputTokens: 50, cachedTokens: 0, outputTokens: 400 };
    learn(first, replied({ text: "short" }), usage);
    const reply: ModelMessage = { role: "assistant", content: "short", toolCalls: [] };
    expect(bound(ask(user("think"), reply)).inputTokens).toBeGreaterThanOrEqual(450);
  });

  it("bounds a model higher that went beyond its bound, in and out", () => {
    const { bound, learn } = createCallBound();
    const before = bound(plainRequest);
    learn(plainRequest, replied(), {
      inputTokens: before.inputTokens * 2,
      cachedTokens: 0,
      outputTokens: before.outputTokens * 3,
    });
    const other = ask(user("something else"));
    expect(bound(other).outputTokens).toBe(before.outputTokens * 3);
    expect(bound(other).inputTokens).toBeGreaterThanOrEqual(2 * createCallBound().bound(other).inputTokens);
  });

  it("trusts no counts any more where they do not agree with one another", () => {
    const { bound, learn } = createCallBound();
    const plain = bound(ask(user(long), user("more"))).inputTokens;
    learn(ask(user(long)), replied(), { inputTokens: 3, cachedTokens: 0, outputTokens: 9 });
    learn(ask(user(long), user("and on")), replied(), {
      inputTokens: 5000,
      cachedTokens: 0,
      outputTokens: 9,
    });
    learn(ask(user(long)), replied(), { inputTokens: 3, cachedTokens: 0, outputTokens: 9 });
    expect(bound(ask(user(long), user("more"))).inputTokens).toBe(plain);
  });

  it("estimates what goes in by the provider's counts of the same conversation, and by length else", () => {
    const { estimateInput, learn } = createCallBound();
    const about = (request: ModelRequest) => Math.round(estimateInput(request) / 100);
    expect(about(ask(user(long)))).toBe(58);
    learn(ask(user(long)), replied(), { inputTokens: 9000, cachedTokens: 0, outputTokens: 9 });
    expect(about(ask(user(long)))).toBe(90);
    expect(about(ask(user(long), user("x".repeat(4000))))).toBe(100);
    // Another conversation that begins with the same part, of which nothing has been counted.
    learn(ask(user("system"), user(long), user(long)), replied(), {
      ...{ inputTokens: 100_000, cachedTokens: 0, outputTokens: 9 },
    });
    expect(about(ask(user("system"), user("short")))).toBe(0);
  });

  it("remembers the newest requests only", () => {
    const { bound, learn } = createCallBound();
    const usage = { inputTokens: 5000, cachedTokens: 0, outputTokens: 9 };
    learn(ask(user(long)), replied(), usage);
    for (let other = 0; other < 16; other++) learn(ask(user(`${other}`)), replied(), usage);
    expect(bound(ask(user(long))).inputTokens).toBeGreaterThan(long.length);
  });
});
