import { describe, expect, it } from "vitest";
import { createOutage } from "../../../src/brain/llm/create-outage.ts";
import type { CallOutcome } from "../../../src/brain/llm/router/router.ts";
import type { ModelFailure } from "../../../src/domain/model.ts";
import { createHeldTime } from "../../helpers/held-time.ts";
import { replied } from "../../helpers/scripted-llm.ts";

const fail = (kind: ModelFailure, reason = `it was ${kind}`): CallOutcome => {
  return { status: "failed", kind, reason, retryAfterMs: null, costUsd: 0 };
};
const reply: CallOutcome = { ...replied(), costUsd: 0, provider: "scripted", model: "one" };

function openRig({ isNeeded = false } = {}) {
  const time = createHeldTime();
  const told: string[] = [];
  const outage = createOutage({
    clock: time.clock,
    onKeyRefused: async (reason) => {
      told.push(`key: ${reason}`);
      if (isNeeded) throw new Error("it cannot go on");
    },
    onOut: async (reason) => void told.push(`out: ${reason}`),
  });
  return { time, told, outage };
}

describe("models", () => {
  it.each(["outage", "rate-limit", "quota", "timeout", "invalid"] as const)(
    "count as out after two calls in a row that ended in %s, for ten minutes",
    async (kind) => {
      const { time, told, outage } = openRig();
      await outage.note(fail(kind));
      expect(outage.find()).toBeNull();
      await outage.note(fail(kind));
      expect(outage.find()).toBe(`it was ${kind}`);
      time.pass(599_999);
      expect(outage.find()).not.toBeNull();
      time.pass(1);
      expect(outage.find()).toBeNull();
      await outage.note(fail(kind));
      expect(outage.find()).not.toBeNull();
      expect(told).toEqual([`out: it was ${kind}`]);
    },
  );

  it("that answered in between are not out", async () => {
    const { told, outage } = openRig();
    for (const outcome of [fail("outage"), reply, fail("outage"), reply]) await outage.note(outcome);
    expect(outage.find()).toBeNull();
    expect(told).toEqual([]);
  });

  it.each(["refused", "too-long", "unsupported", "aborted"] as const)(
    "are not out for what was %s",
    async (kind) => {
      const { outage } = openRig();
      for (let at = 0; at < 5; at += 1) await outage.note(fail(kind));
      expect(outage.find()).toBeNull();
    },
  );

  it("are silent once a call failed, until somebody answers, and for good after that are not", async () => {
    const { outage } = openRig();
    expect(outage.findSilence()).toBeNull();
    await outage.note(fail("aborted"));
    expect(outage.findSilence()).toBeNull();
    await outage.note(fail("invalid", "there is no such model"));
    expect(outage.findSilence()).toBe("there is no such model");
    await outage.note(reply);
    await outage.note(fail("outage"));
    expect(outage.findSilence()).toBeNull();
  });

  it.each(["refused", "too-long", "unsupported"] as const)("that %s have answered", async (kind) => {
    const { outage } = openRig();
    await outage.note(fail("outage"));
    await outage.note(fail(kind));
    expect(outage.findSilence()).toBeNull();
  });

  it("are not out where a budget is reached", async () => {
    const { outage } = openRig();
    const over = {
      status: "over-budget",
      costUsd: 0,
      scope: "item",
      unit: "tokens",
      reason: "none left",
    } as const;
    for (let at = 0; at < 5; at += 1) await outage.note(over);
    expect(outage.find()).toBeNull();
  });

  it("whose key was refused are out for good, and somebody is told once", async () => {
    const { time, told, outage } = openRig();
    await outage.note(fail("authentication", "wrong key"));
    await outage.note(fail("authentication", "wrong key"));
    time.pass(1e9);
    expect(outage.find()).toBe("the key was refused: wrong key");
    expect(told).toEqual(["key: wrong key"]);
  });

  it("whose key was refused end a campaign that needs them", async () => {
    const { outage } = openRig({ isNeeded: true });
    await expect(outage.note(fail("authentication"))).rejects.toThrow("it cannot go on");
  });
});
