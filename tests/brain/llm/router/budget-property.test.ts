import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openMeters } from "../../../../src/brain/llm/budget/open-meters.ts";
import type { BudgetLimits } from "../../../../src/domain/budget.ts";
import type { ModelMessage, ModelReply, ModelRequest, ModelUsage } from "../../../../src/domain/model.ts";
import { applyEvent, foldEvents } from "../../../../src/report/fold.ts";
import { cycleStarted, entriesOf, started } from "../../../helpers/campaign-script.ts";
import { createRouterRig, plainRequest, routed } from "../../../helpers/router-rig.ts";
import { createScriptedLlm, failed, replied } from "../../../helpers/scripted-llm.ts";

const none: BudgetLimits = { tokens: null, costUsd: null, minutes: null };
const price = { inputPerMillion: 1, cachedPerMillion: 0.1, outputPerMillion: 10 };
const rounding = 1e-9;

/** What a provider does with one request: what it uses, and what it tells of that. */
type Behaviour = {
  /** Tokens of each byte, of what the bounds allow around it, and of the output that was asked for; 0 to 1. */
  readonly density: number;
  readonly output: number;
  readonly cached: number;
  readonly answer: "tells" | "tells-nothing" | "timeout" | "outage" | "rate-limit" | "refusal" | "seed";
};
type Step = { readonly behaviour: Behaviour; readonly words: number; readonly isParallel: boolean };

const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const answers = ["tells", "tells-nothing", "timeout", "outage", "rate-limit", "refusal", "seed"] as const;
const step: fc.Arbitrary<Step> = fc.record({
  behaviour: fc.record({ density: share, output: share, cached: share, answer: fc.constantFrom(...answers) }),
  words: fc.integer({ min: 0, max: 400 }),
  isParallel: fc.boolean(),
});

/** What a request truly uses, for a provider that keeps to what it is asked; the same message always takes the same. */
function countTruly(request: ModelRequest, density: number, output: number, cached: number): ModelUsage {
  const parts = request.messages.map((message) => Buffer.byteLength(JSON.stringify(message)) + 32);
  const inputTokens = Math.max(
    1,
    parts.reduce((sum, bytes) => sum + Math.floor(bytes * density), 0),
  );
  const outputTokens = Math.floor(request.maxOutputTokens * output);
  return { inputTokens, outputTokens, cachedTokens: Math.floor(inputTokens * cached) };
}

const priceOf = ({ inputTokens, cachedTokens, outputTokens }: ModelUsage) =>
  ((inputTokens - cachedTokens) * 1 + cachedTokens * 0.1 + outputTokens * 10) / 1e6;

/** Plays steps against a router whose provider's replies come from `reply`. */
async function play(
  steps: readonly Step[],
  limits: Partial<BudgetLimits>,
  reply: (request: ModelRequest, behaviour: Behaviour) => ModelReply,
) {
  const queue = steps.map(({ behaviour }) => behaviour);
  let used = 0;
  const next = (request: ModelRequest) => {
    const behaviour = queue[used++ % queue.length];
    if (behaviour === undefined) throw new Error("no steps");
    return reply(request, behaviour);
  };
  const llm = createScriptedLlm([next], "one");
  const other = createScriptedLlm([next], "two");
  const rig = createRouterRig([routed(llm), routed(other)], { random: () => 0.5 });
  const state = foldEvents(entriesOf(started, cycleStarted(1)));
  const all = { campaign: { ...none, ...limits }, cycle: none, item: { ...none, ...limits } };
  const meters = openMeters({ cycle: 1, item: "item-1", limits: all, state }, rig.time.clock);
  const messages: ModelMessage[] = [{ role: "system", content: "mend it" }];
  const pending: Promise<unknown>[] = [];
  for (const { words, isParallel } of steps) {
    messages.push({ role: "user", content: "word ".repeat(words) });
    const answer = rig.call({ meters, request: { ...plainRequest, messages: [...messages] } });
    pending.push(answer);
    if (!isParallel) await answer;
  }
  await Promise.all(pending);
  return rig;
}

describe("budgets", () => {
  it("hold whatever a provider replies that keeps to what it is asked, told or not", async () => {
    let replies = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.double({ min: 0, max: 0.08, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (steps, tokens, costUsd, density) => {
          let trueTokens = 0;
          let trueUsd = 0;
          const rig = await play(steps, { tokens, costUsd }, (request, { answer, output, cached }) => {
            const usage = countTruly(request, density, output, cached);
            if (answer === "seed" && request.seed !== null) return failed("unsupported", { feature: "seed" });
            if (answer === "rate-limit") return failed("rate-limit");
            trueTokens += usage.inputTokens + usage.outputTokens;
            trueUsd += priceOf(usage);
            if (answer === "timeout" || answer === "outage") return failed(answer);
            if (answer === "refusal") return replied({ finish: "refusal", usage });
            return replied({ usage: answer === "tells-nothing" ? null : usage });
          });
          const charged = foldEvents(entriesOf(started, cycleStarted(1), ...rig.events));
          expect(charged.openModelCalls).toEqual([]);
          expect(charged.modelSpend.chargedTokens).toBeLessThanOrEqual(tokens);
          expect(charged.costUsd).toBeLessThanOrEqual(costUsd + rounding);
          expect(trueTokens).toBeLessThanOrEqual(charged.modelSpend.chargedTokens);
          expect(trueUsd).toBeLessThanOrEqual(charged.costUsd + rounding);
          replies += rig.calls().length;
          refusals += rig.events.filter(({ type }) => type === "budget-reached").length;
        },
      ),
      { numRuns: 300 },
    );
    // Both sides of the limits were seen.
    expect(replies).toBeGreaterThan(20);
    expect(refusals).toBeGreaterThan(20);
  });

  it("are checked before each request against all that is used and out, whatever the provider tells", async () => {
    const count = fc.oneof(fc.nat(2_000_000), fc.constantFrom(-1, 0.5, Number.NaN, 1e12, 0));
    const lie = fc.record({ inputTokens: count, cachedTokens: count, outputTokens: count });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 10 }),
        fc.array(lie, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 2000, max: 200_000 }),
        async (steps, lies, tokens) => {
          let told = 0;
          const rig = await play(steps, { tokens }, () =>
            replied({ usage: lies[told++ % lies.length] ?? null }),
          );
          let state = foldEvents(entriesOf(started, cycleStarted(1)));
          for (const entry of entriesOf(...rig.events)) {
            state = applyEvent(state, entry);
            if (entry.event.type !== "model-asked") continue;
            const out = state.openModelCalls.reduce((sum, call) => sum + call.tokens, 0);
            expect(state.modelSpend.chargedTokens + out).toBeLessThanOrEqual(tokens);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a budget that is reached", () => {
  const meters = (limits: Partial<BudgetLimits>, clock: Parameters<typeof openMeters>[1]) =>
    openMeters(
      {
        cycle: 1,
        item: "item-1",
        limits: { campaign: { ...none, ...limits }, cycle: none, item: none },
        state: foldEvents(entriesOf(started)),
      },
      clock,
    );

  it("ends the call before anything goes out, and is in the journal", async () => {
    const llm = createScriptedLlm([replied()]);
    const rig = createRouterRig([routed(llm, { price })]);
    const outcome = await rig.call({ meters: meters({ tokens: 1000 }, rig.time.clock) });
    expect(outcome).toMatchObject({ status: "over-budget", scope: "campaign", unit: "tokens", costUsd: 0 });
    expect(llm.requests).toHaveLength(0);
    expect(rig.events).toEqual([
      expect.objectContaining({ type: "budget-reached", cycle: 1, scope: "campaign", unit: "tokens" }),
    ]);
  });

  it("in dollars, leaves the call to a model that is cheap enough", async () => {
    const dear = createScriptedLlm([replied()], "dear");
    const free = { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 };
    const cheap = routed(createScriptedLlm([replied()], "cheap"), { price: free });
    const rig = createRouterRig([routed(dear), cheap]);
    const outcome = await rig.call({ meters: meters({ costUsd: 0 }, rig.time.clock) });
    expect(outcome).toMatchObject({ status: "replied", model: "cheap", costUsd: 0 });
    expect(dear.requests).toHaveLength(0);
    expect(rig.events.map(({ type }) => type)).not.toContain("budget-reached");
  });

  it("in dollars, is told for the model that comes first, where none is cheap enough", async () => {
    const dearer = { inputPerMillion: 1000, cachedPerMillion: 0, outputPerMillion: 1000 };
    const models = [routed(createScriptedLlm([])), routed(createScriptedLlm([]), { price: dearer })];
    const rig = createRouterRig(models);
    const outcome = await rig.call({ meters: meters({ costUsd: 0.001 }, rig.time.clock) });
    expect(outcome).toMatchObject({
      status: "over-budget",
      reason: expect.stringMatching(/cost \$0\.00\d\d$/),
    });
    expect(rig.events).toHaveLength(1);
  });

  it("in time, cuts a call to what is left, and does not blame the model", async () => {
    const rigTime: { pass(ms: number): void } = { pass: () => undefined };
    const llm = createScriptedLlm([
      ({ timeoutMs }) => {
        rigTime.pass(timeoutMs);
        return failed("timeout");
      },
    ]);
    const rig = createRouterRig([routed(llm)]);
    rigTime.pass = rig.time.pass;
    const outcome = await rig.call({ meters: meters({ minutes: 0.5 }, rig.time.clock) });
    expect(outcome).toMatchObject({ status: "over-budget", scope: "campaign", unit: "minutes" });
    expect(llm.requests.map(({ timeoutMs }) => timeoutMs)).toEqual([30_000]);
    expect(rig.time.slept).toEqual([]);
  });

  it("in time, is not slept away", async () => {
    const llm = createScriptedLlm([failed("rate-limit", { retryAfterMs: 40_000 })]);
    const rig = createRouterRig([routed(llm)]);
    const outcome = await rig.call({ meters: meters({ minutes: 0.5 }, rig.time.clock) });
    expect(outcome).toMatchObject({ status: "failed", kind: "rate-limit" });
    expect(rig.time.slept).toEqual([]);
  });

  it("is charged in full for what a kill or a defect cut off", async () => {
    const llm = createScriptedLlm([
      () => {
        throw new Error("a defect");
      },
    ]);
    const rig = createRouterRig([routed(llm)]);
    const one = meters({ tokens: 3000 }, rig.time.clock);
    await expect(rig.call({ meters: one })).rejects.toThrow("a defect");
    expect(rig.events).toEqual([expect.objectContaining({ type: "model-asked", call: 1 })]);
    expect(await rig.call({ meters: one })).toMatchObject({ status: "over-budget" });
  });
});

describe("the event of a call", () => {
  it("says who was asked what for, what it took and what it cost, before the outcome is known to anybody", async () => {
    const usage = { inputTokens: 1000, cachedTokens: 400, outputTokens: 100 };
    const rig = createRouterRig([routed(createScriptedLlm([replied({ usage, latencyMs: 123 })]))]);
    const { costUsd } = await rig.call({ cycle: 3, purpose: "review" });
    expect(costUsd).toBeCloseTo((600 + 40 + 1000) / 1e6, 12);
    expect(rig.events).toEqual([
      { type: "model-asked", cycle: 3, call: 1, tokens: expect.any(Number), costUsd: expect.any(Number) },
      {
        type: "model-called",
        cycle: 3,
        call: 1,
        purpose: "review",
        provider: "scripted",
        model: "one",
        status: "replied",
        reason: "stop",
        tries: 1,
        ...usage,
        chargedTokens: 1100,
        costUsd,
        costBasis: "usage",
        latencyMs: 123,
      },
    ]);
  });

  it("does not grow with what a provider says", async () => {
    const reason = "x".repeat(1e6);
    const rig = createRouterRig([routed(createScriptedLlm([failed("invalid", { reason })]))]);
    await rig.call();
    expect(rig.calls()[0]?.reason.length).toBeLessThan(1000);
  });
});
