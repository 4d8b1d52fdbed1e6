import type { Probot } from "probot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../app/create-app.ts";

/** A Probot with no installation, and how often it was asked for them. */
function loadInto(reconcileMinutes: number): { readonly asked: () => number } {
  let asked = 0;
  const paginate = async () => {
    asked += 1;
    return [];
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const probot = { log, onAny: () => {}, auth: async () => ({ paginate }) } as unknown as Probot;
  const app = createApp({ reconcileMinutes, cacheFolder: null }, { secrets: [] });
  void app.load(probot, { addHandler: () => {} } as never);
  return { asked: () => asked };
}

describe("the reconcile pass", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  it("runs at the start and then by the clock, at most once a period", async () => {
    const app = loadInto(60);
    await vi.waitFor(() => expect(app.asked()).toBe(1));
    await vi.advanceTimersByTimeAsync(59 * 60_000);
    expect(app.asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(61 * 60_000);
    await vi.waitFor(() => expect(app.asked()).toBe(3));
  });

  it("runs at the start alone where the period is 0", async () => {
    const app = loadInto(0);
    await vi.waitFor(() => expect(app.asked()).toBe(1));
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(app.asked()).toBe(1);
  });
});
