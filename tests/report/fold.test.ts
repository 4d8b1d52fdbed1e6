import { describe, expect, it } from "vitest";
import type { CampaignEvent, JournalEntry } from "../../src/domain/events.ts";
import { applyEvent, foldEvents, initialState } from "../../src/report/fold.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { renderRunResult } from "../../src/report/render-run-result.ts";
import { renderStatus } from "../../src/report/render-status.ts";
import {
  cycleFinished,
  cycleStarted,
  entriesOf,
  judged,
  prepared,
  promoted,
  promotedCycle,
  proposed,
  started,
  suggestedCycle,
} from "../helpers/campaign-script.ts";
import { sampleAvoided, sampleExhausted } from "../helpers/sample-lessons.ts";

const stopped: CampaignEvent = {
  type: "campaign-stopped",
  stopReason: "NO_WORK_FOUND",
  detail: "all is green",
};
const resumed: CampaignEvent = { type: "campaign-resumed", processId: 7 };
const learned = (cycle: number): CampaignEvent => ({
  type: "lesson-learned",
  cycle,
  lesson: sampleAvoided({ cycle }),
});
const fold = (...events: readonly CampaignEvent[]) => foldEvents(entriesOf(started, prepared, ...events));

describe("foldEvents", () => {
  it("starts from nothing", () => {
    expect(foldEvents([])).toBe(initialState);
  });

  it("knows the settings, the master and the time of a campaign that has started", () => {
    expect(fold()).toMatchObject({
      campaign: "night-1",
      status: "running",
      sacred: "main",
      masterCommit: prepared.commit,
      startedAt: "2026-11-21T03:00:00.000Z",
      elapsedMs: 1000,
      openCycle: null,
    });
    expect(fold()).not.toHaveProperty("type");
  });

  it("follows a cycle that promotes", () => {
    const state = fold(...promotedCycle(1));
    expect(state).toMatchObject({
      completed: 1,
      promoted: 1,
      rejected: 0,
      openCycle: null,
      masterCommit: promoted(1).commit,
      lastPromotion: { cycle: 1, commit: promoted(1).commit, at: "2026-11-21T03:00:07.000Z" },
      candidates: 7,
      candidatesMs: 2000,
      costUsd: 0.25,
    });
    const [cycle] = state.cycles;
    expect(cycle).toMatchObject({
      cycle: 1,
      outcome: "promoted",
      tree: "t".repeat(40),
      proposals: [
        { summary: "compare with <= instead of <", refusal: null, judgement: { status: "promote" } },
      ],
      promotion: { commit: promoted(1).commit },
    });
  });

  it("counts cycles that taught nothing in a row, and starts over when one did", () => {
    const nothing = (cycle: number) => [cycleStarted(cycle), cycleFinished(cycle, "no-candidate")];
    expect(fold(...nothing(1), ...nothing(2)).untaughtInARow).toBe(2);
    expect(fold(...nothing(1), ...promotedCycle(2)).untaughtInARow).toBe(0);
    const taught = [cycleStarted(2), cycleFinished(2, "rejected", { hasTaught: true })];
    expect(fold(...nothing(1), ...taught, ...nothing(3))).toMatchObject({ untaughtInARow: 1, rejected: 1 });
    expect(fold(cycleStarted(1), cycleFinished(1, "error"))).toMatchObject({ errors: 1, completed: 1 });
  });

  it("gives a refusal and a judgement to the candidate that they are about", () => {
    const state = fold(
      cycleStarted(1),
      proposed(1, { attempt: 1, tree: "one" }),
      {
        type: "candidate-refused",
        cycle: 1,
        attempt: 1,
        tree: "one",
        rule: "avoided",
        reason: "known",
        denials: [],
      },
      proposed(1, { attempt: 2, tree: "two" }),
      judged(1, { attempt: 2, tree: "two", status: "reject", rule: "gate", reason: "red" }),
    );
    expect(state.openCycle?.proposals).toMatchObject([
      { tree: "one", refusal: { rule: "avoided" }, judgement: null },
      { tree: "two", refusal: null, judgement: { rule: "gate" } },
    ]);
  });

  it("counts a cycle that was cut off and done again once", () => {
    const cut = [cycleStarted(1), proposed(1), judged(1, { status: "reject" }), learned(1)];
    const state = fold(...cut, resumed, ...cut, cycleFinished(1, "rejected", { hasTaught: true }));
    expect(state).toMatchObject({ completed: 1, rejected: 1, avoidedApproaches: 1 });
    expect(state.cycles).toHaveLength(1);
    expect(state.cycles[0]?.proposals).toHaveLength(1);
    expect(state.cycles[0]?.lessons).toHaveLength(1);
  });

  it("counts a cycle that was cut off and went on once, and its lesson that was written twice once", () => {
    const events = [
      ...promotedCycle(1).slice(0, -1),
      learned(1),
      resumed,
      learned(1),
      cycleFinished(1, "promoted"),
    ];
    expect(fold(...events)).toMatchObject({ completed: 1, promoted: 1, avoidedApproaches: 1 });
    expect(fold(...events).cycles[0]).toMatchObject({ promotion: { commit: promoted(1).commit } });
  });

  it("is running again after it was resumed, and the time in between does not count", () => {
    const entries = entriesOf(started, prepared, stopped, resumed, stopped);
    const late = entries.map(
      (entry, at): JournalEntry =>
        at < 3 ? entry : { ...entry, at: new Date(Date.parse(entry.at) + 3_600_000).toISOString() },
    );
    expect(foldEvents(late.slice(0, 3))).toMatchObject({ status: "stopped", stopReason: "NO_WORK_FOUND" });
    expect(foldEvents(late.slice(0, 4))).toMatchObject({
      status: "running",
      stopReason: null,
      elapsedMs: 2000,
    });
    expect(foldEvents(late).elapsedMs).toBe(3000);
  });

  it("does not take time away when the clock is set back", () => {
    const [one, two] = entriesOf(started, prepared);
    if (one === undefined || two === undefined) throw new Error("two entries");
    expect(foldEvents([two, { ...one, event: prepared }]).elapsedMs).toBe(0);
  });

  it("calls a campaign that could not go on failed", () => {
    const failed: CampaignEvent = {
      type: "campaign-stopped",
      stopReason: "FAILED",
      detail: "the disk is gone",
    };
    expect(fold(failed)).toMatchObject({
      status: "failed",
      stopReason: "FAILED",
      stopDetail: "the disk is gone",
    });
  });

  it("keeps the first measurement and the last one, and the newest proof of each gate", () => {
    const measured = (failing: number): CampaignEvent => ({
      type: "gates-measured",
      tree: "t",
      results: [
        {
          gate: "unit",
          kind: "tests",
          status: failing === 0 ? "passed" : "failed",
          reason: "",
          passed: 3,
          failed: failing,
          skipped: 0,
          findings: 0,
          failing: [],
          durationMs: 1,
          network: "none",
        },
      ],
    });
    const proof = (status: "proven" | "unproven"): CampaignEvent => ({
      type: "gate-proved",
      gate: "unit",
      status,
      file: "src/cart.js",
      reason: "",
    });
    const state = fold(measured(2), proof("unproven"), measured(1), proof("proven"), measured(0));
    expect(state.firstMeasurement[0]?.failed).toBe(2);
    expect(state.lastMeasurement[0]?.failed).toBe(0);
    expect(state.proofs).toMatchObject([{ status: "proven" }]);
  });

  it("still folds when lines were set aside: an end without a start is counted", () => {
    expect(fold(cycleFinished(4, "rejected"))).toMatchObject({ completed: 1, rejected: 1, cycles: [] });
    expect(() => fold(proposed(9), judged(9), promoted(9))).not.toThrow();
  });

  it("gives the same state whether it is folded at once or entry by entry, and changes no state", () => {
    const entries = entriesOf(started, prepared, ...promotedCycle(1), learned(1), stopped);
    const states = entries.map((_, at) => foldEvents(entries.slice(0, at + 1)));
    const frozen = structuredClone(states);
    expect(entries.reduce(applyEvent, initialState)).toEqual(states.at(-1));
    expect(states).toEqual(frozen);
  });
});

describe("renderStatus", () => {
  it("has the fields of status.json and no other", () => {
    const exhausted: CampaignEvent = { type: "lesson-learned", cycle: 2, lesson: sampleExhausted() };
    const status = renderStatus(fold(...promotedCycle(1), cycleStarted(2), learned(2), exhausted));
    expect(status).toEqual({
      campaign: "night-1",
      status: "running",
      started: "2026-11-21T03:00:00.000Z",
      currentCycle: 2,
      completed: 1,
      promoted: 1,
      rejected: 0,
      lastPromotion: {
        cycle: 1,
        commit: promoted(1).commit,
        snapshot: promoted(1).snapshot,
        subject: promoted(1).subject,
        at: "2026-11-21T03:00:07.000Z",
      },
      convergenceCounter: 0,
      avoidedApproaches: 1,
      elapsedMs: 11_000,
      costUsd: 0.25,
    });
  });
});

describe("a campaign without safety", () => {
  it("says so in status.json, in `run --json` and at the head of its report", () => {
    const state = foldEvents(entriesOf({ ...started, safety: "off" }));
    expect(renderStatus(state)).toMatchObject({ safety: "off" });
    expect(renderRunResult(state, { journal: "" })).toMatchObject({ safety: "off" });
    expect(renderReport(state)).toMatch(/^# .*\n\n> \*\*Unsafe:\*\*/);
  });
});

describe("renderRunResult", () => {
  it("tells a suggestion apart from what was promoted, with its confidence", () => {
    const state = fold(...suggestedCycle(1), ...promotedCycle(2));
    expect(state).toMatchObject({ suggested: 1, promoted: 1, rejected: 0, completed: 2 });
    expect(state.lastPromotion?.cycle).toBe(2);
    expect(renderStatus(state)).toMatchObject({ suggested: 1, promoted: 1 });
    const result = renderRunResult(state, { journal: "" });
    expect(result).toMatchObject({
      suggested: 1,
      promoted: 1,
      cycles: [{ outcome: "suggested", commit: null }, {}],
    });
    expect(result.cycles[0]?.confidence).toEqual({ value: 0.31, reason: "5 groups behave differently" });
    expect(result.cycles[1]).not.toHaveProperty("confidence");
  });

  it("has the fields of `run --json` and no other", () => {
    const result = renderRunResult(
      fold(...promotedCycle(1), cycleStarted(2), cycleFinished(2, "no-candidate"), stopped),
      { journal: "/state/journal.jsonl" },
    );
    expect(result).toEqual({
      campaign: "night-1",
      stopReason: "NO_WORK_FOUND",
      base: started.base,
      master: promoted(1).commit,
      promoted: 1,
      rejected: 0,
      errors: 0,
      durationMs: 11_000,
      costUsd: 0.5,
      journal: "/state/journal.jsonl",
      cycles: [
        {
          cycle: 1,
          item: {
            kind: "failing-test",
            id: "item-1",
            title: "test/cart.test.js: adds 1",
            files: ["test/cart.test.js"],
          },
          brain: "search",
          method: "direct",
          outcome: "promoted",
          reason: "it was promoted",
          candidates: 7,
          attempts: 1,
          files: ["src/cart.js"],
          commit: promoted(1).commit,
          snapshot: promoted(1).snapshot,
          durationMs: 1500,
          costUsd: 0.25,
        },
        expect.objectContaining({ cycle: 2, outcome: "no-candidate", commit: null, snapshot: null }),
      ],
    });
  });
});
