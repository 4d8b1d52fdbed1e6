import type { CampaignEvent, EventOf, JournalEntry } from "../../src/domain/events.ts";

const start = Date.UTC(2026, 10, 21, 3);

/** Entries of events that come one second after the other from 03:00 on. */
export function entriesOf(...events: readonly CampaignEvent[]): readonly JournalEntry[] {
  return events.map((event, seq) => ({ seq, at: new Date(start + seq * 1000).toISOString(), event }));
}

/** The work item of a cycle, in gate `unit`. */
export function scriptedItem(cycle: number): EventOf<"cycle-started">["item"] {
  return {
    id: `item-${cycle}`,
    kind: "failing-test",
    gate: "unit",
    title: `test/cart.test.js: adds ${cycle}`,
    files: ["test/cart.test.js"],
    signature: "expected N to equal N",
    failures: 1,
    evidence: [{ title: "adds", message: "expected 1 to equal 2" }],
  };
}

/** The start of a campaign with one gate, `unit`. */
export const started: EventOf<"campaign-started"> = {
  type: "campaign-started",
  campaign: "night-1",
  goal: "",
  issue: null,
  sacred: "main",
  base: "b".repeat(40),
  masterRef: "refs/heads/nightshift/master",
  brain: "search",
  method: "direct",
  seed: 1,
  isDryRun: false,
  safety: "on",
  isolation: { kind: "bubblewrap", reason: "" },
  gates: [{ name: "unit", kind: "tests", command: "node --test" }],
  limits: { maxCycles: 10, maxHours: 4, convergence: 3, maxCostUsd: null },
};

/** Master at its first commit, nothing carried. */
export const prepared: EventOf<"master-prepared"> = {
  type: "master-prepared",
  commit: "b".repeat(40),
  tree: "t".repeat(40),
  previous: null,
  carried: [],
  setAside: [],
};

export function cycleStarted(cycle: number): EventOf<"cycle-started"> {
  const tree = "t".repeat(40);
  return { type: "cycle-started", cycle, item: scriptedItem(cycle), tree, brain: "search", method: "direct" };
}

export function proposed(cycle: number, changes: Partial<EventOf<"candidate-proposed">> = {}) {
  const event: EventOf<"candidate-proposed"> = {
    type: "candidate-proposed",
    cycle,
    attempt: 1,
    tree: `tree-${cycle}`,
    summary: "compare with <= instead of <",
    origin: "comparison",
    files: [{ path: "src/cart.js", blob: "blob-1" }],
    diff: "--- a/src/cart.js\n+++ b/src/cart.js\n@@ -1 +1 @@\n-a < b\n+a <= b\n",
    ...changes,
  };
  return event;
}

export function judged(cycle: number, changes: Partial<EventOf<"candidate-judged">> = {}) {
  const event: EventOf<"candidate-judged"> = {
    type: "candidate-judged",
    cycle,
    attempt: 1,
    tree: `tree-${cycle}`,
    status: "promote",
    rule: "gates",
    reason: "every gate is green and one failure is mended",
    denials: [],
    notes: [],
    gates: [
      {
        gate: "unit",
        status: "green",
        reason: "fixes 1 and breaks none",
        fixed: ['["test/cart.test.js","cart","adds"]'],
        broken: [],
        isRequired: true,
        durationMs: 5,
      },
    ],
    durationMs: 5,
    ...changes,
  };
  return event;
}

export function promoted(cycle: number): EventOf<"promoted"> {
  return {
    type: "promoted",
    cycle,
    tree: `tree-${cycle}`,
    parent: "b".repeat(40),
    commit: String(cycle).repeat(40),
    snapshot: `refs/tags/nightshift/snapshot/night-1/${cycle}`,
    subject: "fix: compare with <= instead of <",
    files: ["src/cart.js"],
    isUnsafe: false,
  };
}

export function cycleFinished(
  cycle: number,
  outcome: EventOf<"cycle-finished">["outcome"],
  changes: Partial<EventOf<"cycle-finished">> = {},
): EventOf<"cycle-finished"> {
  const isPromoted = outcome === "promoted";
  return {
    type: "cycle-finished",
    cycle,
    outcome,
    reason: `it was ${outcome}`,
    candidates: 7,
    attempts: 1,
    files: ["src/cart.js"],
    commit: isPromoted ? String(cycle).repeat(40) : null,
    snapshot: isPromoted ? `refs/tags/nightshift/snapshot/night-1/${cycle}` : null,
    hasTaught: isPromoted,
    durationMs: 1500,
    costUsd: 0.25,
    ...changes,
  };
}

/** A cycle that promotes, from start to end. */
export function promotedCycle(cycle: number): readonly CampaignEvent[] {
  const { tree, parent, commit, snapshot } = promoted(cycle);
  return [
    cycleStarted(cycle),
    { type: "candidates-tried", cycle, tried: 7, outcomes: { failing: 6, passing: 1 }, durationMs: 2000 },
    proposed(cycle),
    judged(cycle),
    { type: "promotion-intended", cycle, tree, parent, commit, snapshot },
    promoted(cycle),
    cycleFinished(cycle, "promoted"),
  ];
}

export function suggested(cycle: number, changes: Partial<EventOf<"suggested">> = {}): EventOf<"suggested"> {
  return {
    ...{ type: "suggested", cycle, attempt: 1, tree: `tree-${cycle}`, parent: "b".repeat(40) },
    subject: "fix: compare with <= instead of <",
    ...{ origin: "comparison", brain: "search@1/400" },
    confidence: { value: 0.31, reason: "5 groups behave differently" },
    files: ["src/cart.js"],
    patch: "diff --git a/src/cart.js b/src/cart.js\n",
    ...changes,
  };
}

/** A cycle that ends with a suggestion, from start to end. */
export function suggestedCycle(cycle: number): readonly CampaignEvent[] {
  const event = suggested(cycle);
  return [
    cycleStarted(cycle),
    proposed(cycle, { confidence: event.confidence }),
    judged(cycle),
    event,
    cycleFinished(cycle, "suggested", { hasTaught: true }),
  ];
}
