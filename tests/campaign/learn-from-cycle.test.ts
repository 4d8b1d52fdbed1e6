import { describe, expect, it } from "vitest";
import { collectCycleEvents } from "../../src/campaign/cycle-events.ts";
import { learnFromCycle } from "../../src/campaign/learn-from-cycle.ts";
import { summarizeCycle } from "../../src/campaign/summarize-cycle.ts";
import type { CampaignEvent, JournalEntry } from "../../src/domain/events.ts";

const item = {
  id: "item-1",
  kind: "failing-test",
  gate: "tests",
  title: "adds",
  files: ["test/a.test.js"],
  signature: "expected 3",
  failures: 1,
  evidence: [{ title: "adds", message: "expected 3" }],
};
const started: CampaignEvent = {
  type: "cycle-started",
  cycle: 1,
  item,
  tree: "base-tree",
  brain: "search",
  method: "direct",
};
const proposed = (attempt: number, tree: string): CampaignEvent => ({
  type: "candidate-proposed",
  cycle: 1,
  attempt,
  tree,
  summary: `change ${tree}`,
  origin: "comparison",
  files: [{ path: "src/a.js", blob: "blob-a" }],
  diff: `--- a/src/a.js\n+++ b/src/a.js\n@@ -1 +1 @@\n-old\n+${tree}\n`,
});
const judged = (attempt: number, tree: string, rule: string): CampaignEvent => ({
  type: "candidate-judged",
  cycle: 1,
  attempt,
  tree,
  status: rule === "gates" ? "promote" : "reject",
  rule,
  reason: `said ${rule}`,
  denials: [],
  notes: [],
  gates: [],
  durationMs: 5,
});
const ended = (
  status: "promote" | "rejected" | "no-candidate",
  suspects: { path: string; blob: string }[] | null = null,
): CampaignEvent => ({
  type: "attempt-ended",
  cycle: 1,
  status,
  reason: "the reason",
  attempts: 1,
  exhausted: suspects === null ? null : { brain: "search@1/400", suspects },
});
const tried: CampaignEvent = {
  type: "candidates-tried",
  cycle: 1,
  tried: 12,
  outcomes: { failing: 12 },
  durationMs: 9,
};
const promoted: CampaignEvent = {
  type: "promoted",
  cycle: 1,
  tree: "t1",
  parent: "p",
  commit: "c",
  snapshot: "refs/tags/nightshift/snapshot/x/1",
  subject: "fix: change t1",
  files: ["src/a.js"],
  isUnsafe: false,
};

function collect(...events: CampaignEvent[]) {
  const entries: JournalEntry[] = events.map((event, seq) => ({
    seq,
    at: "2026-01-01T00:00:00.000Z",
    event,
  }));
  const found = collectCycleEvents(entries, 1);
  if (found === null) throw new Error("the cycle has not started");
  return found;
}
const learnAll = (...events: CampaignEvent[]) =>
  learnFromCycle(collect(...events), { campaign: "c1", at: "2026-01-01T00:00:00.000Z" });
/** What it learned of code; rewards have tests of their own. */
const learn = (...events: CampaignEvent[]) => learnAll(...events).filter(({ kind }) => kind !== "reward");

describe("learnFromCycle", () => {
  it("avoids an approach that full gates refused on their evidence", () => {
    const lessons = learn(started, proposed(1, "t1"), judged(1, "t1", "gate"), ended("rejected"));
    expect(lessons).toMatchObject([{ kind: "avoided", files: [{ path: "src/a.js", blob: "blob-a" }] }]);
  });

  it.each([
    ["nothing-fixed", 0],
    ["unproven-fix", 0],
    ["gate", 1],
  ])(
    "where a test was written for the item, holds %s against the fix %i times: the test may be wrong",
    (rule, count) => {
      const red: CampaignEvent = {
        ...{ type: "reproduction-judged", cycle: 1, status: "red", reason: "", files: ["test/b.test.js"] },
        ...{ diff: "", targets: ["x"] },
      };
      const refused: CampaignEvent = { ...red, status: "refused" };
      const events = [proposed(1, "t1"), judged(1, "t1", rule), ended("rejected")];
      expect(learn(started, red, ...events)).toHaveLength(count);
      expect(learn(started, refused, ...events)).toHaveLength(1);
    },
  );

  it.each(["error", "policy", "avoided"])(
    "learns nothing from a refusal by %s, which is no evidence",
    (rule) => {
      expect(learn(started, proposed(1, "t1"), judged(1, "t1", rule), ended("rejected"))).toEqual([]);
    },
  );

  const denial = (rule: string, line: number) => ({
    rule,
    file: "src/a.js",
    line,
    reason: `${rule} ${line}`,
  });
  const refused = (...denials: readonly ReturnType<typeof denial>[]): CampaignEvent => ({
    type: "candidate-refused",
    cycle: 1,
    attempt: 1,
    tree: "t1",
    rule: denials[0]?.rule ?? "avoided",
    reason: "no",
    denials: [...denials],
  });

  it("keeps what each rule denied, with its file and line, and does not count it as progress", () => {
    const events = [
      started,
      proposed(1, "t1"),
      refused(denial("eval", 3), denial("eval", 9), denial("size", 1)),
      ended("rejected"),
    ];
    const lessons = learn(...events);
    expect(lessons).toMatchObject([
      { kind: "denied", rule: "eval", file: "src/a.js", line: 3, reason: "eval 3", trust: "gates" },
      { kind: "denied", rule: "size", line: 1, files: [{ path: "src/a.js", blob: "blob-a" }] },
    ]);
    expect(lessons.map((lesson) => lesson.kind === "denied" && lesson.text)).toEqual([
      '"change t1" was denied by eval: eval 3 (and 1 more)',
      '"change t1" was denied by size: size 1',
    ]);
    const learned = lessons.map((lesson): CampaignEvent => ({ type: "lesson-learned", cycle: 1, lesson }));
    expect(summarizeCycle(collect(...events, ...learned), "2026-01-01T00:00:01.000Z").hasTaught).toBe(false);
  });

  it("keeps what the gates' own defences denied", () => {
    const judgement = judged(1, "t1", "tampered") as Extract<CampaignEvent, { type: "candidate-judged" }>;
    const lessons = learn(started, proposed(1, "t1"), { ...judgement, denials: [denial("canary", 1)] });
    expect(lessons).toContainEqual(expect.objectContaining({ kind: "denied", rule: "canary" }));
  });

  it("learns nothing from a refusal by memory", () => {
    expect(learn(started, proposed(1, "t1"), refused(), ended("rejected"))).toEqual([]);
  });

  it("keeps a pattern of what was promoted, beside what was refused on the way", () => {
    const lessons = learn(
      started,
      proposed(1, "t0"),
      judged(1, "t0", "nothing-fixed"),
      proposed(2, "t1"),
      judged(2, "t1", "gates"),
      ended("promote"),
      promoted,
    );
    expect(lessons.map(({ kind }) => kind)).toEqual(["avoided", "pattern"]);
    expect(lessons[1]).toMatchObject({ commit: "c", origin: "comparison" });
  });

  it("remembers on which files the brain knows no more, and how much it tried", () => {
    const lessons = learn(
      started,
      tried,
      tried,
      ended("no-candidate", [{ path: "src/a.js", blob: "blob-a" }]),
    );
    expect(lessons).toMatchObject([{ kind: "exhausted", candidates: 24, files: [{ path: "src/a.js" }] }]);
  });

  it("gives the same ids when it is done again after a kill", () => {
    const events = [started, proposed(1, "t1"), judged(1, "t1", "gate"), ended("rejected")];
    const later = learnFromCycle(collect(...events), { campaign: "c1", at: "2026-06-01T00:00:00.000Z" });
    expect(later.map(({ id }) => id)).toEqual(learnAll(...events).map(({ id }) => id));
  });

  it("sees only the redo of a cycle that a kill had cut off", () => {
    const lessons = learn(
      started,
      proposed(1, "t0"),
      judged(1, "t0", "gate"),
      started,
      tried,
      ended("no-candidate"),
    );
    expect(lessons).toEqual([]);
  });
});

describe("summarizeCycle", () => {
  const at = "2026-01-01T00:00:01.500Z";

  it("tells a promotion with its commit, snapshot and files", () => {
    const events = collect(
      started,
      tried,
      proposed(1, "t1"),
      judged(1, "t1", "gates"),
      ended("promote"),
      promoted,
    );
    expect(summarizeCycle(events, at)).toMatchObject({
      outcome: "promoted",
      commit: "c",
      snapshot: "refs/tags/nightshift/snapshot/x/1",
      files: ["src/a.js"],
      candidates: 12,
      hasTaught: true,
      durationMs: 1500,
    });
  });

  it("has taught nothing without a promotion and without a lesson", () => {
    expect(summarizeCycle(collect(started, ended("no-candidate")), at)).toMatchObject({
      outcome: "no-candidate",
      hasTaught: false,
      commit: null,
    });
  });

  it("has taught something when a lesson was written", () => {
    const events = [started, proposed(1, "t1"), judged(1, "t1", "gate"), ended("rejected")];
    const [lesson] = learn(...events);
    if (lesson === undefined) throw new Error("there is a lesson");
    const written: CampaignEvent = { type: "lesson-learned", cycle: 1, lesson };
    expect(summarizeCycle(collect(...events, written), at)).toMatchObject({
      outcome: "rejected",
      hasTaught: true,
    });
  });

  it("tells of candidates that a method held back, without enforcing it or counting it as new", () => {
    const stepped = (status: string, tree: string | null): CampaignEvent => ({
      ...{ type: "method-stepped", cycle: 1, method: "adversarial", step: "score", status },
      ...{ detail: `"change ${tree}": 0.5 against 0.9.`, figures: { total: 0.5 } },
      candidate:
        tree === null
          ? null
          : {
              summary: `change ${tree}`,
              origin: "a/b",
              files: [{ path: "src/a.js", blob: "blob-a" }],
              diff: `+${tree}`,
            },
    });
    const losers = ["l1", "l2", "l3", "l4", "l5", "l6"].map((tree) => stepped("outscored", tree));
    const events = [started, proposed(1, "t1"), stepped("won", null), ...losers, ended("no-candidate")];
    const lessons = learn(...events).filter(({ kind }) => kind === "denied");
    expect(lessons).toHaveLength(5);
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(5);
    expect(lessons[0]).toMatchObject({
      trust: "model",
      rule: "adversarial",
      text: 'Held back by adversarial for adds, outscored: "change l1": 0.5 against 0.9.',
      diff: "+l1",
    });
  });
});
