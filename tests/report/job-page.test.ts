import { expect, it } from "vitest";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { cutSummary } from "../../src/report/cut-summary.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { listAnnotations } from "../../src/report/list-annotations.ts";
import { listVerdictAnnotations } from "../../src/report/list-verdict-annotations.ts";
import { renderJobSummary } from "../../src/report/render-job-summary.ts";
import {
  cycleFinished,
  cycleStarted,
  entriesOf,
  prepared,
  promotedCycle,
  started,
  suggestedCycle,
} from "../helpers/campaign-script.ts";

const stopped = (stopReason: "NO_WORK_FOUND" | "FAILED" | "CONVERGED", detail = "why") =>
  ({ type: "campaign-stopped", stopReason, detail }) as const;
const rejected = (cycle: number, reason: string) => [
  cycleStarted(cycle),
  cycleFinished(cycle, "rejected", { reason }),
];
const summary = (...events: readonly CampaignEvent[]) =>
  renderJobSummary({
    state: foldEvents(entriesOf(...events)),
    reproduce: "nightshift run --seed 1",
    leftOut: [],
  });

it("says plainly that there was nothing to do", () => {
  const text = summary(started, prepared, stopped("NO_WORK_FOUND"));
  expect(text).toMatch(/^## Nightshift: nothing to do$/m);
  expect(text).not.toMatch(/fail|error/i);
  expect(listAnnotations(foldEvents(entriesOf(started, prepared, stopped("NO_WORK_FOUND"))))).toEqual([]);
});

it("shows a suggestion as none of what was promoted, with its patch, and not as a warning", () => {
  const events = [started, prepared, ...suggestedCycle(1), stopped("CONVERGED")];
  const text = summary(...events);
  expect(text).toMatch(/^## Nightshift: 1 suggested, nothing promoted$/m);
  expect(text).toMatch(/^\| 1 \|.*\| suggested \|/m);
  expect(text).toContain("confidence `31 %: 5 groups behave differently`");
  expect(text).toContain("git apply --3way patches/suggestion-cycle-1.patch");
  expect(listAnnotations(foldEvents(entriesOf(...events)))).toEqual([
    expect.objectContaining({ level: "notice", title: expect.stringMatching(/^Cycle 1: a suggestion for /) }),
  ]);
  expect(summary(started, prepared, ...promotedCycle(1), ...suggestedCycle(2), stopped("CONVERGED"))).toMatch(
    /^## Nightshift: 1 promoted, 1 suggested$/m,
  );
});

it("never takes a failed campaign for one without work", () => {
  const text = summary(started, stopped("FAILED", "the gate is unproven"));
  expect(text).toMatch(/^## Nightshift: the campaign failed$/m);
  expect(listAnnotations(foldEvents(entriesOf(started, stopped("FAILED", "the gate is unproven"))))).toEqual([
    { level: "error", title: "The campaign failed", message: "the gate is unproven" },
  ]);
});

it("has a row for each cycle, the cost, and the command to repeat it", () => {
  const text = summary(
    started,
    prepared,
    ...promotedCycle(1),
    ...rejected(2, "a | `b` @all"),
    stopped("CONVERGED"),
  );
  expect(text).toMatch(/^## Nightshift: 1 promoted$/m);
  expect(text).toMatch(/^\| 1 \|.*\| promoted \|/m);
  expect(text).toContain("| rejected | ``a \\| `b` @all`` |");
  expect(text).toContain("US dollars");
  expect(text).toContain("`nightshift run --seed 1`");
});

it("shows ten annotations of a level, the last of which says how many there are besides", () => {
  const many = Array.from({ length: 14 }, (_none, at) =>
    rejected(at + 1, "::error::forged\u001b[31m"),
  ).flat();
  const annotations = listAnnotations(
    foldEvents(entriesOf(started, prepared, ...many, stopped("CONVERGED"))),
  );
  expect(annotations).toHaveLength(10);
  expect(annotations.at(-1)?.message).toBe("5 more like this are in the job summary.");
  expect(JSON.stringify(annotations)).not.toMatch(/::error|u001b/);
  const exactly = listAnnotations(
    foldEvents(entriesOf(started, prepared, ...many.slice(0, 20), stopped("CONVERGED"))),
  );
  expect(exactly).toHaveLength(10);
  expect(exactly.at(-1)?.message).not.toContain("more like this");
});

it("cuts a summary at a line's end below what the page takes, and says so", () => {
  expect(cutSummary("short\n")).toBe("short\n");
  const cut = cutSummary("é is two bytes\n".repeat(100_000));
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(900 * 1024);
  expect(cut).toContain("_Cut off here: the whole of 1600000 bytes");
  expect(cut).not.toContain("\ufffd");
});

it("shows what verify dropped, and a bundle that it refuses, without what a text may hide", () => {
  const promotion = (cycle: number, status: "verified" | "dropped") => ({
    ...{ cycle, status, reason: `gate ${cycle}\u001b[31m says no`, tree: null, aloneTree: null },
    ...{ aloneReason: "", gates: [] },
  });
  const tell = (statuses: readonly ("verified" | "dropped")[]) =>
    listVerdictAnnotations({
      ...{ status: "verified", cid: "bafk" },
      verdict: {
        ...{ version: 1, bundle: "b", repository: "octo/project", base: "a", configDigest: "c" },
        ...{ masterTree: "d", isolation: "bubblewrap", nightshift: "0", at: "" },
        promotions: statuses.map((status, at) => promotion(at + 1, status)),
      },
    });
  expect(tell(["verified", "dropped"])).toEqual([
    { level: "warning", title: "Cycle 2 is not offered", message: "gate 2 says no" },
  ]);
  expect(tell(["verified"])).toEqual([]);
  expect(tell(Array.from({ length: 12 }, () => "dropped" as const))).toHaveLength(10);
  expect(listVerdictAnnotations({ status: "refused", rule: "size", reason: "##[error]no\u009b2J" })).toEqual([
    { level: "error", title: "The bundle is refused: size", message: expect.stringMatching(/no$/) },
  ]);
});
