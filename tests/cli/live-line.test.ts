import { expect, it } from "vitest";
import { renderLiveLine } from "../../cli/live-line.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { cycleStarted, entriesOf, prepared, started } from "../helpers/campaign-script.ts";

const idle = foldEvents(entriesOf(started, prepared));
const busy = {
  ...foldEvents(entriesOf(started, prepared, cycleStarted(2))),
  candidates: 30,
  candidatesMs: 4000,
  elapsedMs: 5_460_000,
};
const progress = { phase: "judging", detail: "unit" } as const;

it("shows cycle, item, gate, candidates a second and the time left", () => {
  expect(renderLiveLine(busy, progress, 200)).toBe(
    "cycle 2/10 · test/cart.test.js: adds 2 · judging unit · 7.5 candidates/s · 2 h 29 min left",
  );
});

it("shows the budget left where there is one, never below zero", () => {
  const limits = { ...busy.limits, maxCostUsd: 2 };
  expect(renderLiveLine({ ...busy, limits, costUsd: 0.5 }, null, 200)).toMatch(/· \$1\.50 left$/);
  expect(renderLiveLine({ ...busy, limits, costUsd: 3 }, null, 200)).toMatch(/· \$0\.00 left$/);
  expect(renderLiveLine({ ...busy, elapsedMs: 1e9 }, null, 200)).toMatch(/· 0 min left$/);
});

it("shows no cycle between two, and no rate before the first candidate", () => {
  expect(renderLiveLine(idle, null, 200)).toMatch(/^between cycles · \d h \d+ min left$/);
});

it("is one line of the terminal, whatever the item is called", () => {
  const { openCycle } = busy;
  if (openCycle === null) throw new Error("the cycle has started");
  const item = { ...openCycle.item, title: "a\n\u001b[2Jb \u{1F319}\u{1F319}" };
  const line = renderLiveLine({ ...busy, openCycle: { ...openCycle, item } }, null, 22);
  expect(line).toBe("cycle 2/10 · a b \u{1F319}\u{1F319} ·");
  expect(renderLiveLine(busy, progress, 0)).toBe("");
});
