import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { eventSchema } from "../../src/domain/events.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { renderRunResult } from "../../src/report/render-run-result.ts";
import { renderStatus } from "../../src/report/render-status.ts";
import { cycleFinished, cycleStarted, entriesOf, prepared, started } from "../helpers/campaign-script.ts";
import { modelCalled } from "../helpers/model-called.ts";

const asked = (call: number, cycle = 1): CampaignEvent => ({
  type: "model-asked",
  cycle,
  call,
  tokens: 9000,
  costUsd: 0.5,
});
const resumed: CampaignEvent = { type: "campaign-resumed", processId: 7 };
const end = cycleFinished(1, "rejected", { costUsd: 0.02 });
const fold = (...events: readonly CampaignEvent[]) => foldEvents(entriesOf(started, prepared, ...events));

describe("calls of models in the state", () => {
  it("count at once, for the campaign and for the open cycle", () => {
    const state = fold(cycleStarted(1), asked(1), modelCalled(), asked(2), modelCalled({ call: 2 }));
    const spend = { calls: 2, inputTokens: 2000, cachedTokens: 800, outputTokens: 400, chargedTokens: 2400 };
    expect(state).toMatchObject({ modelSpend: spend, costUsd: 0.02, openModelCalls: [] });
    expect(state.openCycle?.modelSpend).toMatchObject({ ...spend, costUsd: 0.02 });
  });

  it("are not counted again when the cycle ends with their sum", () => {
    const state = fold(cycleStarted(1), modelCalled(), modelCalled({ call: 2 }), end);
    expect(state.costUsd).toBe(0.02);
    expect(state.cycles[0]).toMatchObject({ costUsd: 0.02, modelSpend: { calls: 2 } });
  });

  it("count for the campaign alone where they belong to no cycle that is open", () => {
    const state = fold(modelCalled({ cycle: 0 }), cycleStarted(1));
    expect(state).toMatchObject({ costUsd: 0.01, openCycle: { modelSpend: { calls: 0 } } });
  });

  it("stay with a cycle that was cut off and is done again", () => {
    const again = [resumed, cycleStarted(1), modelCalled(), { ...end, costUsd: 0.01 }];
    const state = fold(cycleStarted(1), modelCalled(), ...again);
    expect(state).toMatchObject({ costUsd: 0.02, modelSpend: { calls: 2 } });
    expect(state.cycles[0]).toMatchObject({ costUsd: 0.02, modelSpend: { calls: 2 } });
  });

  it("do not stay with the next cycle", () => {
    expect(fold(cycleStarted(1), modelCalled(), end, cycleStarted(2)).openCycle?.modelSpend.calls).toBe(0);
  });

  it("cost the most that they could when a kill cut them off, and only then", () => {
    const out = fold(cycleStarted(1), asked(1));
    expect(out).toMatchObject({ costUsd: 0, openModelCalls: [{ call: 1, tokens: 9000 }] });
    const on = fold(cycleStarted(1), asked(1), resumed, cycleStarted(1));
    const lost = { calls: 1, chargedTokens: 9000, inputTokens: 0, costUsd: 0.5 };
    expect(on).toMatchObject({ costUsd: 0.5, modelSpend: lost, openModelCalls: [] });
    expect(on.openCycle?.modelSpend).toMatchObject(lost);
  });

  it("say which budget of the campaign was reached, until the campaign goes on", () => {
    const reached = { scope: "campaign", unit: "tokens", reason: "9 of 10 are used" } as const;
    const event: CampaignEvent = { type: "budget-reached", cycle: 1, ...reached };
    expect(fold(event).budgetReached).toEqual(reached);
    expect(fold({ ...event, scope: "item" }).budgetReached).toBeNull();
    expect(fold(event, resumed).budgetReached).toBeNull();
  });

  it("are read from the journal again as they were written", () => {
    expect(eventSchema.parse(modelCalled())).toEqual(modelCalled());
    expect(eventSchema.safeParse(modelCalled({ costUsd: -1 })).success).toBe(false);
    expect(eventSchema.safeParse(modelCalled({ inputTokens: 0.5 })).success).toBe(false);
  });
});

describe("tokens and cost on screens", () => {
  const state = fold(cycleStarted(1), modelCalled({ costUsd: 0.0042 }), { ...end, costUsd: 0.0042 });

  it("are in status.json and `run --json`, where a model was called", () => {
    const model = { calls: 1, inputTokens: 1000, cachedTokens: 400, outputTokens: 200 };
    expect(renderStatus(state)).toMatchObject({ costUsd: 0.0042, model });
    const result = renderRunResult(state, { journal: "" });
    expect(result).toMatchObject({ costUsd: 0.0042, model, cycles: [{ costUsd: 0.0042, model }] });
    expect(renderStatus(fold())).not.toHaveProperty("model");
    expect(renderRunResult(fold(), { journal: "" })).not.toHaveProperty("model");
  });

  it("are in the report, of the campaign and of each cycle", () => {
    const text = renderReport(state);
    expect(text).toContain("| models | 1 call, 1,000 tokens in (400 cached), 200 out |");
    expect(text).toContain("| cost | 0.0042 US dollars |");
    expect(text).toContain("**Models:** 1 call, 1,000 tokens in (400 cached), 200 out; 0.0042 US dollars.");
    expect(renderReport(fold())).not.toContain("| models |");
  });

  it("do not hide that a price is unknown", () => {
    const unpriced = modelCalled({ costUsd: 0, costBasis: "unpriced" });
    expect(renderReport(fold(cycleStarted(1), unpriced))).toContain(
      "| cost | 0.00 US dollars, without 1 call whose price is unknown |",
    );
  });
});
