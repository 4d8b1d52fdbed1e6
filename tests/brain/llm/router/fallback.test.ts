import { describe, expect, it } from "vitest";
import { createBreaker } from "../../../../src/brain/llm/router/create-breaker.ts";
import { orderModels } from "../../../../src/brain/llm/router/order-models.ts";
import type { ModelReply } from "../../../../src/domain/model.ts";
import { createHeldTime } from "../../../helpers/held-time.ts";
import { createRouterRig, plainRequest, routed } from "../../../helpers/router-rig.ts";
import { createScriptedLlm, failed, replied } from "../../../helpers/scripted-llm.ts";

const pair = (first: readonly ModelReply[], second: readonly ModelReply[] = [replied()]) => {
  const one = createScriptedLlm(first, "one");
  const two = createScriptedLlm(second, "two");
  return { one, two, ...createRouterRig([routed(one), routed(two)]) };
};

describe("the next model", () => {
  it.each(["quota", "rate-limit", "outage", "timeout", "refused", "too-long"] as const)(
    "is asked after %s",
    async (kind) => {
      const { call, two } = pair([failed(kind)]);
      expect(await call()).toMatchObject({ status: "replied", model: "two" });
      expect(two.requests).toHaveLength(1);
    },
  );

  it.each(["authentication", "invalid", "unsupported", "aborted"] as const)(
    "is not asked after %s",
    async (kind) => {
      const { call, two } = pair([failed(kind)]);
      expect(await call()).toMatchObject({ status: "failed", kind });
      expect(two.requests).toHaveLength(0);
    },
  );

  it("is asked where the first one cannot hold what goes in, without a request to the first", async () => {
    const [one, two] = [createScriptedLlm([replied()], "one"), createScriptedLlm([replied()], "two")];
    const models = [routed(one, { contextTokens: 1000 }), routed(two, { contextTokens: null })];
    const { call } = createRouterRig(models);
    const say = (content: string) => ({
      request: { ...plainRequest, messages: [{ role: "user", content }] as const },
    });
    expect(await call(say("x".repeat(3000)))).toMatchObject({ status: "replied", model: "one" });
    expect(await call(say("x".repeat(5000)))).toMatchObject({ status: "replied", model: "two" });
    expect(one.requests).toHaveLength(1);
  });

  it("stays out of it where a key is refused, and the variable that it comes from is named", async () => {
    const one = routed(createScriptedLlm([failed("authentication")]), { keyVariables: ["ONE_KEY", "KEY"] });
    const { call, time } = createRouterRig([one, routed(createScriptedLlm([replied()], "two"))]);
    const reason = "scripted/one: it was authentication (the key is from ONE_KEY or KEY)";
    expect(await call()).toMatchObject({ status: "failed", kind: "authentication", reason });
    expect(time.slept).toEqual([]);
  });

  it("is asked where the first one replies that it refuses", async () => {
    const refusal = replied({ finish: "refusal", text: "I cannot help with that." });
    expect(await pair([refusal]).call()).toMatchObject({ status: "replied", model: "two" });
    expect(await pair([refusal], [refusal]).call()).toMatchObject({
      status: "failed",
      kind: "refused",
      reason:
        "scripted/one: it refuses to answer: I cannot help with that.; " +
        "scripted/two: it refuses to answer: I cannot help with that.",
    });
  });

  it("pays for what the first one took", async () => {
    const refusal = replied({ finish: "refusal", text: "" });
    // 100 tokens in at 1 dollar and 10 out at 10 dollars a million, twice.
    expect((await pair([refusal]).call()).costUsd).toBeCloseTo(0.0004, 10);
  });

  it("leaves every reason in the answer where none replies", async () => {
    const { call } = pair([failed("outage")], [failed("quota", { retryAfterMs: 5000 })]);
    expect(await call()).toMatchObject({
      status: "failed",
      kind: "quota",
      reason: "scripted/one: it was outage; scripted/two: it was quota",
      retryAfterMs: 5000,
    });
  });

  it("is missing where no model is configured", async () => {
    expect(await createRouterRig([]).call()).toMatchObject({ status: "failed", kind: "invalid" });
  });
});

describe("a model that keeps failing", () => {
  it("rests after five failed requests in a row, and is asked once after that", async () => {
    const { call, one, time } = pair([failed("outage")]);
    await call();
    await call();
    expect(one.requests).toHaveLength(5);
    await call();
    expect(one.requests).toHaveLength(5);
    time.pass(60_000);
    expect(await call()).toMatchObject({ model: "two" });
    expect(one.requests).toHaveLength(6);
    time.pass(60_000);
    await call();
    expect(one.requests).toHaveLength(6);
    time.pass(60_000);
    await call();
    expect(one.requests).toHaveLength(7);
  });

  it("is as good as new after a reply", async () => {
    const out = Array.from({ length: 5 }, () => failed("outage"));
    const { call, one, time } = pair([...out, replied(), failed("outage"), failed("outage"), replied()]);
    await call();
    await call();
    time.pass(60_000);
    expect(await call()).toMatchObject({ status: "replied", model: "one" });
    expect(await call()).toMatchObject({ status: "replied", model: "one" });
    expect(one.requests).toHaveLength(9);
  });

  it("lets one call find out, and the others go elsewhere meanwhile", async () => {
    let answer: (reply: ModelReply) => void = () => undefined;
    const slow = () => new Promise<ModelReply>((resolve) => (answer = resolve));
    const one = createScriptedLlm([...Array.from({ length: 5 }, () => failed("outage")), slow], "one");
    const two = createScriptedLlm([replied()], "two");
    const { call, time } = createRouterRig([routed(one), routed(two)]);
    await call();
    await call();
    time.pass(60_000);
    const probe = call();
    expect(await call()).toMatchObject({ model: "two" });
    answer(replied());
    expect(await probe).toMatchObject({ model: "one" });
    expect(one.requests).toHaveLength(6);
  });

  it("does not lock itself out by a call that said nothing of its health", async () => {
    const script = [...Array.from({ length: 5 }, () => failed("outage")), failed("invalid"), replied()];
    const { call, time } = pair(script);
    await call();
    await call();
    time.pass(60_000);
    expect(await call()).toMatchObject({ status: "failed", kind: "invalid" });
    expect(await call()).toMatchObject({ status: "replied", model: "one" });
  });

  it("is not asked for a quarter of an hour once its quota is used up", async () => {
    const { call, one, time } = pair([failed("quota"), replied()]);
    await call();
    time.pass(899_999);
    expect(await call()).toMatchObject({ model: "two" });
    expect(one.requests).toHaveLength(1);
    time.pass(1);
    expect(await call()).toMatchObject({ model: "one" });
  });

  it("is not what the choice of tools or text goes by", async () => {
    const capabilities = { tools: false, temperature: true, seed: true, json: true };
    const two = routed(createScriptedLlm([replied()], "two"), { capabilities });
    const { call, router } = createRouterRig([routed(createScriptedLlm([failed("quota")])), two]);
    const target = { purpose: "edit", itemKind: null };
    expect(router.hasTools(target)).toBe(true);
    await call();
    expect(router.hasTools(target)).toBe(false);
  });

  it("says since when and why, where it is the only one", async () => {
    const llm = createScriptedLlm([failed("quota")]);
    const { call } = createRouterRig([routed(llm)]);
    await call();
    expect(await call()).toMatchObject({
      status: "failed",
      kind: "outage",
      reason: "scripted/one: not asked for another 900 s, since: it was quota",
      retryAfterMs: 900_000,
    });
  });
});

describe("a breaker", () => {
  const breakerOf = () => {
    const time = createHeldTime();
    return { time, breaker: createBreaker(time.clock, { failures: 1, restMs: 1000, maxRestMs: 3000 }) };
  };

  it("rests twice as long each time, up to its limit", () => {
    const { breaker, time } = breakerOf();
    const rests = [1, 2, 3, 4].map(() => {
      breaker.fail("out");
      const forMs = breaker.rest()?.forMs ?? 0;
      time.pass(forMs);
      return forMs;
    });
    expect(rests).toEqual([1000, 2000, 3000, 3000]);
    breaker.succeed();
    breaker.fail("out");
    expect(breaker.rest()).toEqual({ forMs: 1000, reason: "out" });
  });

  it("is open for an hour at most, whatever a provider asks for", () => {
    const { breaker } = breakerOf();
    breaker.open(1e12, "come back next year");
    expect(breaker.rest()?.forMs).toBe(3_600_000);
  });

  it("does not let a call through that came in before it opened end another's probe", () => {
    const { breaker, time } = breakerOf();
    const leaveEarly = breaker.enter();
    breaker.fail("out");
    time.pass(1000);
    const leaveProbe = breaker.enter();
    leaveEarly?.();
    expect(breaker.enter()).toBeNull();
    leaveProbe?.();
    expect(breaker.enter()).not.toBeNull();
  });
});

describe("orderModels", () => {
  const model = (name: string, ...purposes: readonly string[]) => ({ name, for: purposes });
  const names = (itemKind: string | null, ...models: readonly ReturnType<typeof model>[]) =>
    orderModels(models, { purpose: "review", itemKind }).map(({ name }) => name);

  it("puts models that are for it before those for anything, and leaves out the others", () => {
    const models = [model("any"), model("edits", "edit"), model("reviews", "review", "plan"), model("more")];
    expect(names(null, ...models)).toEqual(["reviews", "any", "more"]);
  });

  it("knows kinds of work items too", () => {
    expect(names("lint", model("any"), model("lints", "lint"))).toEqual(["lints", "any"]);
    expect(names(null, model("any"), model("lints", "lint"))).toEqual(["any"]);
  });

  it("takes all of them where none is for it", () => {
    expect(names(null, model("edits", "edit"), model("plans", "plan"))).toEqual(["edits", "plans"]);
  });
});
