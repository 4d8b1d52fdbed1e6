import { expect, it } from "vitest";
import { renderEnd } from "../../cli/render-end.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { foldEvents } from "../../src/report/fold.ts";
import {
  cycleFinished,
  cycleStarted,
  entriesOf,
  prepared,
  promotedCycle,
  started,
  suggestedCycle,
} from "../helpers/campaign-script.ts";

const stopped: CampaignEvent = {
  type: "campaign-stopped",
  stopReason: "NO_WORK_FOUND",
  detail: "all is green",
};
const end = (...events: readonly CampaignEvent[]) =>
  foldEvents(entriesOf(started, prepared, ...events, stopped));
const places = { root: "/home/me/my shop", report: "/r.md", patches: "/state/patches" };

it("says what was promoted, where the report is and how to look at the commits", () => {
  expect(renderEnd(end(...promotedCycle(1)), places)).toBe(
    [
      "NO_WORK_FOUND: 1 promoted, 0 rejected, 0 without a candidate in 1 cycles (all is green).",
      "Report: /r.md",
      "Commits: git -C '/home/me/my shop' log -p bbbbbbbbbbbb..nightshift/master",
      "Take them: git merge nightshift/master",
      "Your branch main, your index and your work tree are as they were.",
    ].join("\n"),
  );
});

it("shows no commits where there are none to look at", () => {
  expect(renderEnd(end(), places)).not.toContain("git ");
  const dry = renderEnd({ ...end(...promotedCycle(1)), isDryRun: true }, places);
  expect(dry).toContain("Dry run: no ref was written.");
  expect(dry).not.toContain("git ");
});

it("counts errors and what ended without a candidate apart", () => {
  const state = end(cycleStarted(1), cycleFinished(1, "error"), cycleStarted(2), {
    ...cycleFinished(2, "no-candidate"),
    outcome: "no-candidate",
  });
  expect(renderEnd(state, places)).toContain(
    "0 promoted, 0 rejected, 1 without a candidate, 1 errors in 2 cycles",
  );
});

it("names what is suggested, how sure it is, and the command that tries it", () => {
  const text = renderEnd(end(...suggestedCycle(1)), places);
  expect(text).toContain("0 promoted, 1 suggested, 0 rejected, 0 without a candidate in 1 cycles");
  expect(text).toContain(
    [
      "Suggested: fix: compare with <= instead of < (confidence 31 %: 5 groups behave differently)",
      "Try it: git -C '/home/me/my shop' apply --3way /state/patches/suggestion-cycle-1.patch",
    ].join("\n"),
  );
  expect(text).not.toContain("git merge");
});

it("quotes a path as the shell needs it", () => {
  const text = renderEnd(end(...promotedCycle(1)), { ...places, root: "/it's/here" });
  expect(text).toContain(String.raw`git -C '/it'\''s/here' log`);
});
