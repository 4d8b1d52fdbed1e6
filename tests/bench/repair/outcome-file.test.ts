import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { chooseBugs } from "../../../bench/repair/choose-bugs.ts";
import { openOutcomeFile } from "../../../bench/repair/outcome-file.ts";

const [one] = chooseBugs({ language: "javascript", half: "dev", limit: 1, seed: 1, only: null });
if (one === undefined) throw new Error("the corpus has no bugs");
const outcome = {
  ...{
    id: one.bug.id,
    isPlausible: true,
    isFirstCorrect: false,
    confidence: null,
    summary: "s",
    operator: "o",
  },
  ...{ candidates: 1, seconds: 2, suiteSeconds: 3, end: "", miss: null, difference: "" },
};

it("keeps outcomes for a run that goes on, half a line of a kill aside", () => {
  const folder = mkdtempSync(join(tmpdir(), "nightshift-outcomes-"));
  const path = join(folder, "outcomes.jsonl");
  expect(openOutcomeFile(path).known.size).toBe(0);
  openOutcomeFile(path).add({ ...outcome, ...one });
  appendFileSync(path, '{"id":"javascript/x/ha');
  const { known } = openOutcomeFile(path);
  expect([...known.keys()]).toEqual([one.bug.id]);
  expect(known.get(one.bug.id)).toMatchObject(outcome);
  rmSync(folder, { recursive: true });
});

it("keeps nothing without a path", () => {
  const file = openOutcomeFile(null);
  file.add({ ...outcome, ...one });
  expect(file.known.size).toBe(0);
});
