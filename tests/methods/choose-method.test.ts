import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import { createRandom } from "../../src/domain/create-random.ts";
import type { RewardLesson } from "../../src/domain/lesson.ts";
import type { MethodKind } from "../../src/domain/method-kind.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { createArmPolicy } from "../../src/memory/policy/arm-policy.ts";
import { tallyRewards } from "../../src/memory/policy/tally-rewards.ts";
import { createRecall } from "../../src/memory/recall.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import { chooseMethod, type MethodChoiceInput } from "../../src/methods/choose-method.ts";
import { findMethodsInVain } from "../../src/methods/find-methods-in-vain.ts";
import { createPolicyReader } from "../../src/open-policy.ts";
import { initialState } from "../../src/report/fold.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { sampleReward } from "../helpers/sample-reward.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const item: Pick<WorkItem, "id" | "kind"> = { id: "item-1", kind: "failing-test" };
const at = "2026-11-20T04:00:00.000Z";

function input(changes: Partial<MethodChoiceInput> = {}): MethodChoiceInput {
  const rewards = changes.rewards ?? [];
  return {
    ...{ item, kind: "auto", hasModel: true, rewards, cycles: [], random: createRandom(1) },
    policy: createArmPolicy(tallyRewards(rewards, { at, halfLifeDays: 30 })),
    ...changes,
  };
}

/** How often each method is chosen under a hundred seeds. */
function count(changes: Partial<MethodChoiceInput> = {}): Partial<Record<MethodKind, number>> {
  const counts: Partial<Record<MethodKind, number>> = {};
  for (let seed = 0; seed < 100; seed += 1) {
    const { kind } = chooseMethod(input({ ...changes, random: createRandom(seed) }));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const lost = (cycle: number, method: MethodKind, changes: Parameters<typeof sampleReward>[0] = {}) =>
  sampleReward({ cycle, arms: [`method:${method}`], reward: 0, ...changes });

describe("chooseMethod", () => {
  it.each(["direct", "adversarial", "actor-critic"] as const)("takes %s where a person says so", (kind) => {
    expect(chooseMethod(input({ kind }))).toEqual({ kind, choice: null });
    expect(chooseMethod(input({ kind, hasModel: false }))).toEqual({ kind, choice: null });
  });

  it("does what a person asks for test first, whatever is configured", () => {
    const asked = { id: "i", kind: "issue" } as const;
    expect(chooseMethod(input({ item: asked, kind: "direct" }))).toEqual({
      kind: "test-driven",
      choice: null,
    });
    expect(chooseMethod(input({ item: asked })).kind).toBe("test-driven");
  });

  it("is direct without a model, which the others are little without", () => {
    const rewards = [lost(1, "direct")];
    expect(chooseMethod(input({ hasModel: false, rewards }))).toEqual({ kind: "direct", choice: null });
  });

  it.each(["lint", "type-error", "failing-test"] as const)(
    "begins with direct on a %s nearly always",
    (kind) => {
      expect(count({ item: { id: "i", kind } }).direct).toBeGreaterThanOrEqual(97);
    },
  );

  it("chooses the same under the same seed and memory, and tells all numbers that were drawn", () => {
    const one = chooseMethod(input());
    expect(chooseMethod(input())).toEqual(one);
    expect(one.choice).toMatchObject({ step: "choose", status: one.kind });
    expect(Object.keys(one.choice?.figures ?? {}).toSorted()).toEqual([
      "method:actor-critic",
      "method:adversarial",
      "method:direct",
      "method:plan-build-review",
      "method:test-driven",
    ]);
    const { figures = {} } = one.choice ?? {};
    expect(figures[`method:${one.kind}`]).toBe(Math.max(...Object.values(figures)));
  });

  it("climbs on an item that direct was tried on in vain: plan-build-review, then adversarial", () => {
    const once = [lost(1, "direct")];
    expect(count({ rewards: once })["plan-build-review"]).toBeGreaterThanOrEqual(90);
    expect(count({ rewards: once }).direct).toBeUndefined();
    const twice = [...once, lost(2, "plan-build-review", { campaign: "night-2" })];
    expect(count({ rewards: twice }).adversarial).toBeGreaterThanOrEqual(85);
    expect(chooseMethod(input({ rewards: twice })).choice?.detail).toContain(
      "in vain: direct, plan-build-review",
    );
  });

  it("climbs on this item alone, and begins anew once all methods were in vain", () => {
    expect(count({ rewards: [lost(1, "direct", { item: "another" })] }).direct).toBeGreaterThan(90);
    const kinds = ["direct", "plan-build-review", "adversarial", "actor-critic", "test-driven"] as const;
    expect(count({ rewards: kinds.map((kind, cycle) => lost(cycle, kind)) }).direct).toBeGreaterThan(50);
  });

  it("climbs within a campaign as well, where a method gave no candidate at all", () => {
    const cycles = [{ item, method: "direct", outcome: "no-candidate" }] as const;
    expect(count({ cycles })["plan-build-review"]).toBeGreaterThanOrEqual(90);
  });

  it("learns that another method earns more here", () => {
    const elsewhere = (cycle: number) => ({ cycle, item: `item-${cycle + 100}` });
    const rewards: readonly RewardLesson[] = Array.from({ length: 40 }, (_, at) => [
      lost(at, "direct", elsewhere(at)),
      sampleReward({ ...elsewhere(at), campaign: "night-2", arms: ["method:actor-critic"], reward: 0.95 }),
    ]).flat();
    expect(count({ rewards })["actor-critic"]).toBeGreaterThan(90);
  });

  it("knows from the memory branch what earlier campaigns tried in vain", async () => {
    using repository = openGitRepository();
    using scratch = openScratchFolder();
    repository.write("a.txt", "a");
    repository.commit();
    const git = await repository.open();
    const path = join(scratch.path, "memory.sqlite");
    await storeMemory({ lessons: [lost(1, "direct")], files: [], keepDays: 365, at, message: "m" }, { git });
    using recall = createRecall((await openLessonIndex({ path }, { git })).index);
    const read = createPolicyReader({
      ...{ recall, config: configSchema.parse({}), clock: { now: () => at } },
      log: { state: () => initialState },
    });
    expect(read().rewards).toHaveLength(1);
    expect(chooseMethod(input({ ...read() })).kind).toBe("plan-build-review");
    expect(read()).toBe(read());
  });
});

describe("findMethodsInVain", () => {
  it("holds what rewards and cycles of an item say, and forgives a method that won it", () => {
    const rewards = [
      lost(1, "direct"),
      lost(1, "direct", { attempt: 2, reward: 0.3 }),
      lost(2, "adversarial"),
      lost(3, "adversarial", { reward: 0.9 }),
      lost(4, "actor-critic", { item: "another" }),
    ];
    const cycles = [
      { item, method: "test-driven", outcome: "rejected" },
      { item, method: "plan-build-review", outcome: "error" },
    ] as const;
    expect([...findMethodsInVain(item, { rewards, cycles })]).toEqual(["direct", "test-driven"]);
  });

  it("takes no model's word, no unknown method and no cycle with a promotion", () => {
    const opinion = { ...lost(1, "direct"), trust: "model" as const };
    const unknown = lost(2, "direct", { arms: ["method:magic", "operator:name"] });
    const won = [lost(3, "direct"), lost(3, "direct", { attempt: 2, reward: 1 })];
    expect(findMethodsInVain(item, { rewards: [opinion, unknown, ...won], cycles: [] }).size).toBe(0);
  });
});
