import { describe, expect, it } from "vitest";
import { decideStop, type StopInput } from "../../src/campaign/stop-conditions.ts";

const HOUR_MS = 3_600_000;
const going: StopInput = {
  state: { completed: 2, untaughtInARow: 1, elapsedMs: HOUR_MS, costUsd: 0.5, budgetReached: null },
  limits: { maxCycles: 10, maxHours: 4, convergence: 3, maxCostUsd: 2 },
  isAborted: false,
};
const withState = (change: Partial<StopInput["state"]>): StopInput => ({
  ...going,
  state: { ...going.state, ...change },
});

describe("decideStop", () => {
  it("goes on while no limit is reached", () => {
    expect(decideStop(going)).toBeNull();
  });

  it.each([
    ["STOPPED", { ...going, isAborted: true }],
    ["TIME_BUDGET_EXHAUSTED", withState({ elapsedMs: 4 * HOUR_MS })],
    ["COST_BUDGET_EXHAUSTED", withState({ costUsd: 2 })],
    ["CONVERGED", withState({ untaughtInARow: 3 })],
    ["MAX_CYCLES_REACHED", withState({ completed: 10 })],
  ] as const)("stops as %s at its limit, and names the limit", (stopReason, input) => {
    const stop = decideStop(input);
    expect(stop?.stopReason).toBe(stopReason);
    expect(stop?.detail).not.toBe("");
  });

  it.each([
    ["tokens", "COST_BUDGET_EXHAUSTED"],
    ["costUsd", "COST_BUDGET_EXHAUSTED"],
    ["minutes", "TIME_BUDGET_EXHAUSTED"],
  ] as const)("stops when the campaign's budget in %s left no room for a call", (unit, stopReason) => {
    const budgetReached = { scope: "campaign", unit, reason: "9 of 10 are used" } as const;
    expect(decideStop(withState({ budgetReached }))).toEqual({ stopReason, detail: "9 of 10 are used" });
  });

  it("does not stop one short of each limit", () => {
    const close = withState({ completed: 9, untaughtInARow: 2, elapsedMs: 4 * HOUR_MS - 1, costUsd: 1.99 });
    expect(decideStop(close)).toBeNull();
  });

  it("has no cost limit where none is set, and lets a free brain run under a limit of nothing", () => {
    const free = { ...going, limits: { ...going.limits, maxCostUsd: null } };
    expect(decideStop({ ...free, state: { ...free.state, costUsd: 1e6 } })).toBeNull();
    expect(
      decideStop({ ...withState({ costUsd: 0 }), limits: { ...going.limits, maxCostUsd: 0 } }),
    ).toBeNull();
  });

  it("says that a person stopped it before it says that time is up", () => {
    expect(decideStop({ ...withState({ elapsedMs: 9 * HOUR_MS }), isAborted: true })?.stopReason).toBe(
      "STOPPED",
    );
  });
});
