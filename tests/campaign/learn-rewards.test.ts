import { describe, expect, it } from "vitest";
import { collectCycleEvents } from "../../src/campaign/cycle-events.ts";
import { learnFromCycle } from "../../src/campaign/learn-from-cycle.ts";
import { summarizeCycle } from "../../src/campaign/summarize-cycle.ts";
import type { CampaignEvent, EventOf } from "../../src/domain/events.ts";
import { renderDiff } from "../helpers/sample-lessons.ts";

const at = "2026-01-01T00:00:00.000Z";
const started: CampaignEvent = {
  type: "cycle-started",
  cycle: 1,
  item: {
    ...{ id: "item-1", kind: "failing-test", gate: "tests", title: "adds", files: ["test/a.test.js"] },
    ...{ signature: "expected 3", failures: 2, evidence: [] },
  },
  ...{ tree: "base", brain: "auto", method: "actor-critic" },
};
const proposed = (attempt: number, tree: string, more: Partial<EventOf<"candidate-proposed">> = {}) =>
  ({
    ...{ type: "candidate-proposed", cycle: 1, attempt, tree, summary: `change ${tree}` },
    ...{ origin: "comparison", files: [], diff: renderDiff("src/a.js", "if (a < b)", "if (a <= b)") },
    ...more,
  }) satisfies CampaignEvent;
const judged = (attempt: number, tree: string, rule: string, fixed: readonly string[] = []) =>
  ({
    ...{ type: "candidate-judged", cycle: 1, attempt, tree, rule, reason: "said so", durationMs: 5 },
    ...{ status: rule === "gates" ? "promote" : "reject", denials: [], notes: [] },
    gates: [
      {
        ...{ gate: "tests", status: "red", reason: "", fixed: [...fixed], broken: [] },
        ...{ isRequired: true, durationMs: 3 },
      },
    ],
  }) satisfies CampaignEvent;
const refused = (attempt: number, tree: string) =>
  ({
    ...{ type: "candidate-refused", cycle: 1, attempt, tree, rule: "scope", reason: "no", denials: [] },
  }) satisfies CampaignEvent;
const called = (model: string, costUsd: number) =>
  ({
    ...{ type: "model-called", cycle: 1, call: 1, purpose: "edit", provider: "openai", model },
    ...{ status: "replied", reason: "stop", tries: 1, inputTokens: 1, cachedTokens: 0, outputTokens: 1 },
    ...{ chargedTokens: 2, costUsd, costBasis: "usage", latencyMs: 1 },
  }) satisfies CampaignEvent;

function learn(...events: readonly CampaignEvent[]) {
  const entries = [started, ...events].map((event, seq) => ({ seq, at, event }));
  const collected = collectCycleEvents(entries, 1);
  if (collected === null) throw new Error("the cycle has not started");
  const lessons = learnFromCycle(collected, { campaign: "c1", at });
  return lessons.filter((lesson) => lesson.kind === "reward");
}

describe("the rewards of a cycle", () => {
  it("pay what the search brain promoted into its method, brain, operator and kind of edit", () => {
    expect(learn(proposed(1, "t1"), judged(1, "t1", "gates"))).toMatchObject([
      {
        ...{ campaign: "c1", cycle: 1, at, attempt: 1, trust: "gates", files: [], reward: 0.999 },
        item: { id: "item-1", kind: "failing-test" },
        arms: ["method:actor-critic", "brain:search", "operator:comparison", "edit:condition"],
      },
    ]);
  });

  it("pay an edit of two operators into both", () => {
    const [reward] = learn(proposed(1, "t1", { origin: "comparison+off-by-one" }), judged(1, "t1", "gates"));
    expect(reward?.arms).toEqual(expect.arrayContaining(["operator:comparison", "operator:off-by-one"]));
  });

  it("pay a suggestion a half, since nobody knows yet what it is worth", () => {
    const confidence = { value: 0.3, reason: "4 groups" };
    const suggested = {
      ...{ type: "suggested", cycle: 1, attempt: 2, tree: "t2", parent: "p", subject: "fix: x" },
      ...{ origin: "comparison", brain: "search@1/400", confidence, files: ["src/a.js"], patch: "" },
    } satisfies CampaignEvent;
    const rewards = learn(
      ...[proposed(1, "t1"), judged(1, "t1", "gate")],
      ...[proposed(2, "t2", { confidence }), judged(2, "t2", "gates"), suggested],
    );
    expect(rewards.map(({ attempt, reward }) => [attempt, reward])).toEqual([
      [1, 0],
      [2, 0.5],
    ]);
  });

  it("pay what a model promoted into that model and the prompt that it had, less its price", () => {
    const arms = ["prompt:minimal", "temperature:0.4"];
    const [reward, ...others] = learn(
      called("gpt-x", 0.25),
      proposed(1, "t1", { origin: "openai/gpt-x", arms }),
      judged(1, "t1", "gates"),
    );
    expect(others).toEqual([]);
    expect(reward?.arms).toEqual([
      ...["method:actor-critic", "brain:llm", "model:openai/gpt-x", "edit:condition", ...arms],
    ]);
    expect(reward?.reward).toBeCloseTo(0.949);
  });

  it("take an origin that only looks like a model's for what it is", () => {
    const [reward] = learn(proposed(1, "t1", { origin: "openai/gpt-x" }), judged(1, "t1", "gates"));
    expect(reward?.arms).toContain("operator:openai/gpt-x");
  });

  it("are one for each judged attempt, and the same ids whoever tells of it and when", () => {
    const events = [
      ...[proposed(1, "t1"), judged(1, "t1", "gate"), proposed(2, "t2"), judged(2, "t2", "gate", ["x"])],
    ];
    const rewards = learn(...events);
    expect(rewards.map(({ attempt, reward }) => [attempt, reward])).toEqual([
      [1, 0],
      [2, 0.15],
    ]);
    expect(new Set(rewards.map(({ id }) => id)).size).toBe(2);
    expect(learn(...events).map(({ id }) => id)).toEqual(rewards.map(({ id }) => id));
  });

  it("are nothing for who was refused, and say nothing of the method, which lost no attempt", () => {
    const rewards = learn(proposed(1, "t0"), refused(1, "t0"), proposed(1, "t1"), judged(1, "t1", "gates"));
    expect(rewards.map(({ reward, arms }) => [reward, arms[0]])).toEqual([
      [0.999, "method:actor-critic"],
      [0, "brain:search"],
    ]);
  });

  it("are bounded for a brain that is refused all the time", () => {
    const events = Array.from({ length: 50 }, (_, at) => [proposed(1, `t${at}`), refused(1, `t${at}`)]);
    expect(learn(...events.flat())).toHaveLength(10);
  });

  it("are none for an attempt that ended in an error, and for a verdict on what nobody proposed", () => {
    expect(learn(proposed(1, "t1"), judged(1, "t1", "error"))).toEqual([]);
    expect(learn(judged(1, "t1", "gates"), refused(1, "t2"))).toEqual([]);
  });

  it("are no progress: a cycle that only earned rewards taught nothing", () => {
    const [lesson] = learn(proposed(1, "t1"), judged(1, "t1", "strict"));
    if (lesson === undefined) throw new Error("no reward");
    const learned: CampaignEvent = { type: "lesson-learned", cycle: 1, lesson };
    const entries = [started, learned].map((event, seq) => ({ seq, at, event }));
    const events = collectCycleEvents(entries, 1);
    expect(events && summarizeCycle(events, at).hasTaught).toBe(false);
  });
});
