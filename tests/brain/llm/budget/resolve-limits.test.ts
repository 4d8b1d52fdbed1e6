import { describe, expect, it } from "vitest";
import { resolveLimits } from "../../../../src/brain/llm/budget/resolve-limits.ts";
import { configSchema } from "../../../../src/config/schema.ts";

const resolve = (config: object) => resolveLimits(configSchema.parse(config));

describe("resolveLimits", () => {
  it("has no limit but the campaign's hours where none is set", () => {
    const none = { tokens: null, costUsd: null, minutes: null };
    expect(resolve({})).toEqual({ campaign: { ...none, minutes: 240 }, cycle: none, item: none });
  });

  it("takes the lower one of the two limits of a campaign", () => {
    const budget = { campaign: { costUsd: 3, minutes: 30 } };
    expect(resolve({ budget, stop: { maxCostUsd: 2 } }).campaign).toMatchObject({ costUsd: 2, minutes: 30 });
    expect(resolve({ budget, stop: { maxCostUsd: 4, maxHours: 0.25 } }).campaign).toMatchObject({
      costUsd: 3,
      minutes: 15,
    });
    expect(resolve({ stop: { maxCostUsd: 0 } }).campaign.costUsd).toBe(0);
  });

  it("keeps cycles and items apart", () => {
    const limits = resolve({ budget: { cycle: { tokens: 5 }, item: { minutes: 2, costUsd: 0.5 } } });
    expect(limits.cycle).toEqual({ tokens: 5, costUsd: null, minutes: null });
    expect(limits.item).toEqual({ tokens: null, costUsd: 0.5, minutes: 2 });
  });

  it.each([{ tokens: -1 }, { tokens: 1.5 }, { costUsd: -0.1 }, { minutes: 0 }, { dollars: 1 }])(
    "refuses %j",
    (cycle) => {
      expect(configSchema.safeParse({ budget: { cycle } }).success).toBe(false);
    },
  );
});
