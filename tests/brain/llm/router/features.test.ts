import { describe, expect, it } from "vitest";
import type { ModelFeature, ModelRequest } from "../../../../src/domain/model.ts";
import { createRouterRig, plainRequest, routed } from "../../../helpers/router-rig.ts";
import { createScriptedLlm, failed, replied } from "../../../helpers/scripted-llm.ts";

const tools = [{ name: "finish", description: "ends it", parameters: {} }];
const everything: ModelRequest = { ...plainRequest, format: "json", tools };
const all = { tools: true, temperature: true, seed: true, json: true };

/** A model that refuses requests with these features, the first one first. */
const refusing = (...lacking: readonly ModelFeature[]) => {
  const uses = (request: ModelRequest, feature: ModelFeature) =>
    ({
      tools: request.tools.length > 0,
      temperature: request.temperature !== null,
      seed: request.seed !== null,
      json: request.format === "json",
    })[feature];
  return createScriptedLlm([
    (request) => {
      const feature = lacking.find((one) => uses(request, one));
      return feature === undefined ? replied() : failed("unsupported", { feature });
    },
  ]);
};

describe("what a model refuses", () => {
  it.each([
    ["temperature", { temperature: null }],
    ["seed", { seed: null }],
    ["json", { format: "text" }],
  ] as const)("%s is left out at once, and remembered", async (feature, without) => {
    const llm = refusing(feature);
    const { call, time } = createRouterRig([routed(llm)]);
    expect(await call({ request: everything })).toMatchObject({ status: "replied" });
    expect(await call({ request: everything })).toMatchObject({ status: "replied" });
    expect(llm.requests).toEqual([everything, { ...everything, ...without }, { ...everything, ...without }]);
    expect(time.slept).toEqual([]);
  });

  it("is left out one after the other", async () => {
    const llm = refusing("seed", "temperature", "json");
    const { call } = createRouterRig([routed(llm)]);
    expect(await call({ request: everything })).toMatchObject({ status: "replied" });
    expect(llm.requests).toHaveLength(4);
  });

  it("is not sent where the preset knows of it", async () => {
    const llm = refusing("temperature");
    const { call } = createRouterRig([routed(llm, { capabilities: { ...all, temperature: false } })]);
    expect(await call()).toMatchObject({ status: "replied" });
    expect(llm.requests).toEqual([{ ...plainRequest, temperature: null }]);
  });

  it("does not use up the tries of a request", async () => {
    const script = [
      failed("unsupported", { feature: "seed" }),
      failed("outage"),
      failed("unsupported", { feature: "temperature" }),
      failed("outage"),
      replied(),
    ] as const;
    const { call } = createRouterRig([routed(createScriptedLlm(script))]);
    expect(await call()).toMatchObject({ status: "replied" });
  });

  it("ends the call where the request did without it already", async () => {
    const llm = createScriptedLlm([failed("unsupported", { feature: "seed" })]);
    const { call } = createRouterRig([routed(llm)]);
    expect(await call()).toMatchObject({ status: "failed", kind: "unsupported", feature: "seed" });
    expect(llm.requests).toHaveLength(2);
  });
});

describe("a model without tools", () => {
  it("is told of, and from then on not even asked", async () => {
    const llm = refusing("tools");
    const { call, router } = createRouterRig([routed(llm), routed(createScriptedLlm([replied()], "two"))]);
    const target = { purpose: "edit", itemKind: null };
    expect(router.hasTools(target)).toBe(true);
    const answer = { status: "failed", kind: "unsupported", feature: "tools" };
    expect(await call({ request: everything })).toMatchObject(answer);
    expect(await call({ request: everything })).toMatchObject(answer);
    expect(llm.requests).toHaveLength(1);
    expect(router.hasTools(target)).toBe(false);
    expect(await call()).toMatchObject({ status: "replied", model: "one" });
  });

  it("is known from its preset", async () => {
    const llm = refusing("tools");
    const { call, router } = createRouterRig([routed(llm, { capabilities: { ...all, tools: false } })]);
    expect(router.hasTools({ purpose: "edit", itemKind: null })).toBe(false);
    expect(await call({ request: everything })).toMatchObject({ feature: "tools", costUsd: 0 });
    expect(llm.requests).toHaveLength(0);
  });
});
