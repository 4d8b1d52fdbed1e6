import { describe, expect, it } from "vitest";
import { createMeter } from "../../../../src/brain/llm/budget/create-meter.ts";
import { openMeters } from "../../../../src/brain/llm/budget/open-meters.ts";
import { reserve } from "../../../../src/brain/llm/budget/reserve.ts";
import type { BudgetLimits } from "../../../../src/domain/budget.ts";
import type { CampaignEvent } from "../../../../src/domain/events.ts";
import { foldEvents } from "../../../../src/report/fold.ts";
import { cycleFinished, cycleStarted, entriesOf, started } from "../../../helpers/campaign-script.ts";
import { createHeldTime } from "../../../helpers/held-time.ts";
import { modelCalled } from "../../../helpers/model-called.ts";

const none: BudgetLimits = { tokens: null, costUsd: null, minutes: null };
const unused = { tokens: 0, costUsd: 0, elapsedMs: 0 };

const meterOf = (limits: Partial<BudgetLimits>, spent = unused) => {
  const time = createHeldTime();
  const meter = createMeter({ scope: "cycle", limits: { ...none, ...limits }, spent }, time.clock);
  return { time, meter };
};

describe("a meter", () => {
  it("has room up to its limit, and none beyond", () => {
    const { meter } = meterOf({ tokens: 100, costUsd: 1 }, { ...unused, tokens: 40, costUsd: 0.5 });
    expect(meter.findExcess({ tokens: 60, costUsd: 0.5 })).toBeNull();
    expect(meter.findExcess({ tokens: 61, costUsd: 0 })).toEqual({
      scope: "cycle",
      unit: "tokens",
      reason: "the cycle has 60 of its 100 tokens left, and the next call can take 61",
    });
    expect(meter.findExcess({ tokens: 0, costUsd: 0.51 })).toEqual({
      scope: "cycle",
      unit: "costUsd",
      reason: "the cycle has $0.5000 of its $1 left, and the next call can cost $0.5100",
    });
  });

  it("counts what is held, then what was taken in its place, once", () => {
    const { meter } = meterOf({ tokens: 100 });
    const { release } = meter.hold({ tokens: 90, costUsd: 0 });
    expect(meter.findExcess({ tokens: 11, costUsd: 0 })).not.toBeNull();
    release({ tokens: 20, costUsd: 0 });
    release({ tokens: 90, costUsd: 0 });
    expect(meter.findExcess({ tokens: 80, costUsd: 0 })).toBeNull();
    expect(meter.findExcess({ tokens: 81, costUsd: 0 })).not.toBeNull();
  });

  it("holds two calls of the same size apart", () => {
    const { meter } = meterOf({ tokens: 100 });
    const worst = { tokens: 40, costUsd: 0 };
    const first = meter.hold(worst);
    meter.hold(worst);
    expect(meter.findExcess({ tokens: 21, costUsd: 0 })).not.toBeNull();
    first.release({ tokens: 0, costUsd: 0 });
    expect(meter.findExcess({ tokens: 60, costUsd: 0 })).toBeNull();
  });

  it("ends with its time, those calls too that would be cut off", () => {
    const { meter, time } = meterOf({ minutes: 2 }, { ...unused, elapsedMs: 60_000 });
    expect(meter.remainingMs()).toBe(60_000);
    time.pass(59_000);
    expect(meter.findExcess({ tokens: 1, costUsd: 1 })).toBeNull();
    time.pass(1);
    expect(meter.findExcess({ tokens: 0, costUsd: 0 })).toMatchObject({ scope: "cycle", unit: "minutes" });
  });

  it("never ends without limits, and lets free calls through a limit of nothing", () => {
    expect(meterOf({}).meter.findExcess({ tokens: 1e12, costUsd: 1e12 })).toBeNull();
    expect(meterOf({}).meter.remainingMs()).toBe(Number.POSITIVE_INFINITY);
    expect(meterOf({ costUsd: 0 }).meter.findExcess({ tokens: 5, costUsd: 0 })).toBeNull();
  });
});

describe("reserve", () => {
  it("holds a call in all meters or in none", () => {
    const wide = meterOf({ tokens: 100 }).meter;
    const narrow = meterOf({ tokens: 10 }).meter;
    expect(reserve({ tokens: 11, costUsd: 0 }, [wide, narrow])).toMatchObject({ status: "over-budget" });
    expect(wide.findExcess({ tokens: 100, costUsd: 0 })).toBeNull();
    const held = reserve({ tokens: 10, costUsd: 0 }, [wide, narrow]);
    expect(wide.findExcess({ tokens: 91, costUsd: 0 })).not.toBeNull();
    if (held.status !== "reserved") throw new Error("there is room");
    held.settle({ tokens: 4, costUsd: 0 });
    expect(wide.findExcess({ tokens: 96, costUsd: 0 })).toBeNull();
    expect(narrow.findExcess({ tokens: 7, costUsd: 0 })).not.toBeNull();
  });
});

describe("openMeters", () => {
  const call = (cycle: number, changes = {}) => modelCalled({ cycle, ...changes });
  const same = { ...cycleStarted(2), item: cycleStarted(1).item };
  const open = (limits: Partial<BudgetLimits>, ...events: readonly CampaignEvent[]) => {
    const state = foldEvents(entriesOf(started, ...events));
    const all = {
      campaign: { ...none, ...limits },
      cycle: { ...none, ...limits },
      item: { ...none, ...limits },
    };
    return openMeters({ cycle: 2, item: "item-1", limits: all, state }, createHeldTime().clock);
  };
  const events = [
    call(0),
    cycleStarted(1),
    call(1),
    cycleFinished(1, "rejected", { costUsd: 0.01, durationMs: 30_000 }),
    same,
    call(2),
  ];

  it("starts with what the journal says: for the campaign, the cycle, and the item in all its cycles", () => {
    const scopesFull = (tokens: number) =>
      open({ tokens }, ...events)
        .filter((meter) => meter.findExcess({ tokens: 1, costUsd: 0 }) !== null)
        .map(({ scope }) => scope);
    expect(scopesFull(1200)).toEqual(["campaign", "cycle", "item"]);
    expect(scopesFull(2400)).toEqual(["campaign", "item"]);
    expect(scopesFull(3600)).toEqual(["campaign"]);
    expect(scopesFull(3601)).toEqual([]);
  });

  it("counts dollars and time so too", () => {
    const scopes = open({ costUsd: 0.025 }, ...events).map((meter) => [
      meter.scope,
      meter.findExcess({ tokens: 0, costUsd: 0.006 }) === null,
    ]);
    expect(scopes).toEqual([
      ["campaign", false],
      ["cycle", true],
      ["item", false],
    ]);
    const [campaign, cycle, item] = open({ minutes: 2 }, ...events);
    expect([campaign?.remainingMs(), cycle?.remainingMs(), item?.remainingMs()]).toEqual([
      114_000, 120_000, 90_000,
    ]);
  });

  it("leaves out what other items took", () => {
    const meters = open(
      { tokens: 1200 },
      cycleStarted(1),
      call(1),
      cycleFinished(1, "rejected"),
      cycleStarted(2),
    );
    expect(meters.map((meter) => meter.findExcess({ tokens: 1, costUsd: 0 }) === null)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
