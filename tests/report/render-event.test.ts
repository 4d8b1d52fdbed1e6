import { expect, it } from "vitest";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { renderEvent } from "../../src/report/render-event.ts";
import {
  entriesOf,
  judged,
  prepared,
  promoted,
  promotedCycle,
  proposed,
  started,
} from "../helpers/campaign-script.ts";
import { modelCalled } from "../helpers/model-called.ts";

/** The lines of the last event, with the state after it. */
const render = (...events: readonly [CampaignEvent, ...CampaignEvent[]]): readonly string[] => {
  const entries = entriesOf(started, ...events);
  return renderEvent(entries.at(-1)?.event ?? started, foldEvents(entries));
};

it("opens with limits, brain, isolation and gates", () => {
  expect(render(started)).toEqual([
    "Campaign night-1 from main bbbbbbbbbbbb: at most 10 cycles, 4 hours",
    "Brain search, method direct, isolation bubblewrap",
    "Gate unit (tests): node --test",
  ]);
});

it("says why nothing isolates, and that a dry run writes no ref", () => {
  const isolation = { kind: "none", reason: "bubblewrap is not installed" } as const;
  expect(render({ ...started, isolation, isDryRun: true })[1]).toBe(
    "Brain search, method direct, isolation none (bubblewrap is not installed), dry run: no ref is written",
  );
});

it("names each promotion that was set aside, with the reason", () => {
  const setAside = [{ commit: "c".repeat(40), subject: "fix: x", reason: "conflicts in a.js" }];
  expect(render({ ...prepared, setAside } as typeof prepared)).toEqual([
    "Master at bbbbbbbbbbbb, 0 open promotions carried",
    "Set aside: fix: x (conflicts in a.js)",
  ]);
});

it("tells a cycle from its item to its promotion", () => {
  const lines = promotedCycle(1).flatMap((_, index, events) =>
    render(prepared, ...events.slice(0, index + 1)),
  );
  expect(lines).toEqual([
    "Cycle 1: test/cart.test.js: adds 1 (unit)",
    "  attempt 1: promote: every gate is green and one failure is mended",
    "  promoted 111111111111 fix: compare with <= instead of <",
    expect.stringMatching(/^ {2}promoted after \d+ candidates, \d+\.\d s: /),
  ]);
});

it.each([
  [249, 3, "249 candidates"],
  [1, 1, "1 candidate"],
  [0, 2, "2 attempts"],
  [0, 1, "1 attempt"],
  [0, 0, "0 candidates"],
])("tells a cycle of %i candidates and %i attempts by what was tried", (candidates, attempts, tried) => {
  const finished = promotedCycle(1).find(({ type }) => type === "cycle-finished");
  if (finished?.type !== "cycle-finished") throw new Error("the cycle has no end");
  expect(render({ ...finished, candidates, attempts })[0]).toContain(`promoted after ${tried}, `);
});

it("tells refusals with their rule", () => {
  const refused: CampaignEvent = {
    type: "candidate-refused",
    cycle: 1,
    attempt: 2,
    tree: "t",
    rule: "protected",
    reason: "a test",
    denials: [],
  };
  expect(render(refused)).toEqual(["  attempt 2: refused by protected: a test"]);
});

it("tells every denial with its file, line and rule", () => {
  const denials = [
    { rule: "eval", file: "src/a.js", line: 3, reason: "it runs a string" },
    { rule: "size", file: "", line: null, reason: "it is too large" },
    { rule: "path", file: "a\nb", line: null, reason: "it holds a line end" },
  ];
  const refused: CampaignEvent = {
    ...{ type: "candidate-refused", cycle: 1, attempt: 2, tree: "t", rule: "eval" },
    ...{ reason: "it runs a string; it is too large", denials },
  };
  expect(render(refused)).toEqual([
    "  attempt 2: denied by policy",
    "    src/a.js:3: eval: it runs a string",
    "    size: it is too large",
    '    "a\\nb": path: it holds a line end',
  ]);
  const notes = [{ rule: "assert", file: "src/a.js", line: 1, reason: "it loads node:assert" }];
  expect(render(judged(1, { notes }))[1]).toBe(
    "    src/a.js:1: assert: it loads node:assert (a note for the reviewer)",
  );
});

it("is silent about proofs that held, and not about those that did not", () => {
  const proof = { type: "gate-proved", gate: "unit", file: "a.js", reason: "stays green" } as const;
  expect(render({ ...proof, status: "proven" })).toEqual([]);
  expect(render({ ...proof, status: "unproven" })).toEqual(["Gate unit is unproven: stays green"]);
});

it("says nothing for what only the journal needs", () => {
  for (const event of [proposed(1), { type: "lesson-learned" } as CampaignEvent]) {
    expect(renderEvent(event, foldEvents(entriesOf(started)))).toEqual([]);
  }
  expect(render(judged(1))).not.toEqual([]);
  expect(render(promoted(1))).not.toEqual([]);
});

it("tells calls of models that failed, and budgets that were reached", () => {
  expect(render(modelCalled())).toEqual([]);
  expect(render(modelCalled({ status: "failed", tries: 2, reason: "rate-limit: slow down" }))).toEqual([
    "  openai/gpt-test, try 2: rate-limit: slow down",
  ]);
  const reason = "the item has 10 of its 500 tokens left, and the next call can take 90";
  expect(render({ type: "budget-reached", cycle: 1, scope: "item", unit: "tokens", reason })).toEqual([
    `  budget: ${reason}`,
  ]);
});
