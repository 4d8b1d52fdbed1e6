import { describe, expect, it } from "vitest";
import { planDelay, retryLimits } from "../../../../src/brain/llm/router/plan-delay.ts";
import type { ModelReply } from "../../../../src/domain/model.ts";
import { createRouterRig, plainRequest, routed } from "../../../helpers/router-rig.ts";
import { createScriptedLlm, failed, replied } from "../../../helpers/scripted-llm.ts";

const rigOf = (replies: readonly ModelReply[], random?: () => number) => {
  const llm = createScriptedLlm(replies);
  return { llm, ...createRouterRig([routed(llm)], random === undefined ? {} : { random }) };
};

describe("a model that fails for a while", () => {
  it.each(["rate-limit", "outage", "timeout"] as const)("is asked again after %s", async (kind) => {
    const { call, llm, time, calls } = rigOf([failed(kind), failed(kind), replied()]);
    expect(await call()).toMatchObject({
      status: "replied",
      text: "done",
      provider: "scripted",
      model: "one",
    });
    expect(llm.requests).toHaveLength(3);
    expect(time.slept).toEqual([1000, 2000]);
    expect(calls().map(({ tries, status }) => [tries, status])).toEqual([
      [1, "failed"],
      [2, "failed"],
      [3, "replied"],
    ]);
  });

  it("is given up after three tries, with its reason", async () => {
    const { call, llm } = rigOf([failed("outage")]);
    expect(await call()).toMatchObject({
      status: "failed",
      kind: "outage",
      reason: "scripted/one: it was outage",
    });
    expect(llm.requests).toHaveLength(3);
  });

  it("costs what all its tries cost, those without a reply too", async () => {
    const { call, calls } = rigOf([failed("timeout"), failed("rate-limit"), replied()]);
    const { costUsd } = await call();
    expect(calls().map(({ costBasis }) => costBasis)).toEqual(["worst-case", "free", "usage"]);
    expect(calls()[0]?.costUsd).toBeGreaterThan(500 * 10e-6);
    expect(costUsd).toBeCloseTo(
      calls().reduce((sum, one) => sum + one.costUsd, 0),
      12,
    );
  });

  it("gets as much time as it asks for, and never less", async () => {
    for (const random of [0, 0.5, 0.999]) {
      const { call, time } = rigOf([failed("rate-limit", { retryAfterMs: 17_000 }), replied()], () => random);
      expect(await call()).toMatchObject({ status: "replied" });
      expect(time.slept).toHaveLength(1);
      expect(time.slept[0]).toBeGreaterThanOrEqual(17_000);
      expect(time.slept[0]).toBeLessThan(18_000);
    }
  });

  it("is left alone for that long where it asks for more than a minute", async () => {
    const { call, llm, time } = rigOf([failed("rate-limit", { retryAfterMs: 90_000 }), replied()]);
    expect(await call()).toMatchObject({ status: "failed", kind: "rate-limit", retryAfterMs: 90_000 });
    expect(time.slept).toEqual([]);
    time.pass(89_999);
    expect(await call()).toMatchObject({ status: "failed", kind: "outage", retryAfterMs: 1 });
    expect(llm.requests).toHaveLength(1);
    time.pass(1);
    expect(await call()).toMatchObject({ status: "replied" });
  });
});

describe("what is not worth the same request again", () => {
  it.each(["authentication", "invalid", "quota", "refused", "too-long", "unsupported", "aborted"] as const)(
    "%s ends the call at once",
    async (kind) => {
      const { call, llm, time } = rigOf([failed(kind), replied()]);
      expect(await call()).toMatchObject({ status: "failed", kind });
      expect(llm.requests).toHaveLength(1);
      expect(time.slept).toEqual([]);
    },
  );

  it("is nothing at all once the caller has stopped", async () => {
    const { call, llm } = rigOf([replied()]);
    const request = { ...plainRequest, signal: AbortSignal.abort() };
    expect(await call({ request })).toMatchObject({ status: "failed", kind: "aborted" });
    expect(llm.requests).toHaveLength(0);
  });

  it("is not asked again when the caller stops during the wait", async () => {
    const controller = new AbortController();
    const llm = createScriptedLlm([
      () => {
        controller.abort();
        return failed("outage");
      },
      replied(),
    ]);
    const { call } = createRouterRig([routed(llm)]);
    const request = { ...plainRequest, signal: controller.signal };
    expect(await call({ request })).toMatchObject({ status: "failed", kind: "aborted" });
    expect(llm.requests).toHaveLength(1);
  });
});

describe("planDelay", () => {
  const plan = (tried: number, random: number, retryAfterMs: number | null = null) =>
    planDelay({ tried, random, retryAfterMs });

  it("doubles, and leaves half of it to chance", () => {
    expect([plan(1, 0), plan(1, 0.5)]).toEqual([1000, 1500]);
    expect([plan(2, 0), plan(2, 0.5)]).toEqual([2000, 3000]);
  });

  it("is null after the last try, and where the provider asks for too long", () => {
    expect(plan(retryLimits.maxTries, 0)).toBeNull();
    expect(plan(1, 0, retryLimits.maxRetryAfterMs)).toBe(retryLimits.maxRetryAfterMs);
    expect(plan(1, 0, retryLimits.maxRetryAfterMs + 1)).toBeNull();
  });

  it.each([Number.NaN, -5, 0])("does not take %s for a time", (retryAfterMs) => {
    expect(plan(1, 0, retryAfterMs)).toBe(1000);
  });
});
