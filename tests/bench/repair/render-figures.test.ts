import { expect, it } from "vitest";
import { chooseBugs } from "../../../bench/repair/choose-bugs.ts";
import { renderFigures } from "../../../bench/repair/render-figures.ts";
import type { CountedOutcome } from "../../../bench/repair/run-bugs.ts";
import { summarizeOutcomes } from "../../../bench/repair/summarize-outcomes.ts";

const [one] = chooseBugs({ language: "javascript", half: "held-back", limit: 1, seed: 1, only: "roman/p" });
if (one === undefined) throw new Error("the corpus has no such bug");
const outcome = (change: Partial<CountedOutcome>): CountedOutcome => ({
  ...one,
  ...{
    id: one.bug.id,
    isPlausible: true,
    isFirstCorrect: true,
    confidence: 0.95,
    summary: "change it",
    operator: "x",
  },
  ...{ candidates: 10, seconds: 1, suiteSeconds: 1, end: "", difference: "", miss: null, ...change },
});
const none = { isPlausible: false, isFirstCorrect: false, confidence: null, summary: "" };
const outcomes = [
  ...[1, 2, 3].map((seconds) => outcome({ seconds, candidates: seconds * 10 })),
  outcome({ isFirstCorrect: false, confidence: 0.6, seconds: 9 }),
  outcome({
    ...none,
    end: "limit: the limit of 400 candidates is reached",
    miss: "not-generated",
    seconds: 100,
  }),
];

it("counts what was mended, and takes times of what got a proposal alone", () => {
  expect(summarizeOutcomes(outcomes)).toEqual({
    ...{
      bugs: 5,
      plausible: 4,
      correct: 3,
      medianSeconds: 2,
      p90Seconds: 9,
      medianCandidates: 10,
      p90Candidates: 30,
    },
  });
  expect(summarizeOutcomes([outcome(none)]).medianSeconds).toBeNaN();
});

it("shows shares by half, precision by confidence, and how the rest ended", () => {
  const text = renderFigures(outcomes, { seed: 7, width: 2, wallSeconds: 12 });
  expect(text).toContain("5 bugs, seed 7, 2 at a time, 12 s in all.");
  expect(text).toContain("| held-back, javascript | 5 | 4 (80 %) | 3 (60 %) | 2.00 / 9.00 | 10 / 30 |");
  expect(text).toContain("| held-back, 0.9 and above | 3 | 3 (100 %) |");
  expect(text).toContain("| held-back, 0.5 to 0.7 | 1 | 0 (0 %) |");
  expect(text).toContain("| held-back, the good code is no candidate of one edit, limit | 1 | 100.0 |");
});
