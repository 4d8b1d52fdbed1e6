import { describe, expect, test } from "vitest";
import { createApiPace } from "../../../src/adapters/github/api-pace.ts";

const start = Date.parse("2026-11-21T00:00:00Z");
const limits = { reserve: 50, spreadBelow: 0.2, maxSpreadMs: 60_000, maxPauseMs: 60_000 };

/** A pace on a clock that its own waits turn. */
function openPace(given: Partial<typeof limits> = {}) {
  const waits: number[] = [];
  const clock = { at: start, elapsedMs: () => 0, now: () => new Date(clock.at).toISOString() };
  const sleep = async (ms: number) => {
    waits.push(ms);
    clock.at += ms;
  };
  const pace = createApiPace({ ...limits, ...given }, { clock, sleep });
  const note = (remaining: number, limit = 1_000, resource?: string) =>
    pace.note({
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": String(start / 1_000 + 3_000),
      ...(resource === undefined ? {} : { "x-ratelimit-resource": resource }),
    });
  return { pace, note, waits, clock };
}

describe("the pace of calls", () => {
  test("knows of no wait before the first answer, and none while most is left", async () => {
    const { pace, note, waits } = openPace();
    expect(pace.remaining()).toBeNull();
    await pace.wait();
    note(900);
    await pace.wait();
    expect(waits).toEqual([]);
    expect(pace.remaining()).toBe(899);
  });

  test("spreads what is left, less the reserve, over the time until it is renewed", async () => {
    const { pace, note, waits } = openPace();
    note(150);
    await pace.wait();
    expect(waits).toEqual([30_000]);
  });

  test("comes to the renewal with the reserve left", async () => {
    const { pace, note, clock } = openPace();
    note(150);
    for (let calls = 0; calls < 100; calls += 1) await pace.wait();
    expect(pace.remaining()).toBe(50);
    expect(clock.at - start).toBe(3_000_000);
  });

  test("counts what it lets through, though no answer has come yet", async () => {
    const { pace, note } = openPace({ maxSpreadMs: 0 });
    note(150);
    for (let calls = 0; calls < 100; calls += 1) await pace.wait();
    await expect(pace.wait()).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
  });

  test("never waits longer than the bound", async () => {
    const { pace, note, waits } = openPace({ maxSpreadMs: 500 });
    note(51);
    await pace.wait();
    expect(waits).toEqual([500]);
  });

  test("stops short of the reserve, and goes on when the quota is renewed", async () => {
    const { pace, note, clock } = openPace();
    note(50);
    await expect(pace.wait()).rejects.toMatchObject({
      code: "GITHUB_RATE_LIMITED",
      message: expect.stringContaining("2026-11-21T00:50:00.000Z"),
    });
    clock.at += 3_000_001;
    await pace.wait();
  });

  test("keeps no more than half of a small quota back", async () => {
    const { pace, note } = openPace();
    note(31, 60);
    await pace.wait();
    note(30, 60);
    await expect(pace.wait()).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
  });

  test("reads no other resource's quota, and no nonsense", async () => {
    const { pace, note } = openPace();
    note(0, 30, "search");
    pace.note({ "x-ratelimit-limit": "x", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" });
    pace.note({ "x-ratelimit-remaining": "0" });
    expect(pace.remaining()).toBeNull();
    note(400, 1_000, "core");
    expect(pace.remaining()).toBe(400);
  });

  test("waits out a pause that GitHub asks for, or stops where it is too long", async () => {
    const { pace, waits } = openPace();
    pace.pause(5_000);
    pace.pause(1_000);
    await pace.wait();
    expect(waits).toEqual([5_000]);
    pace.pause(60_001);
    await expect(pace.wait()).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
  });
});
