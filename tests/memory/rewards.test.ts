import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { createLessonIndex } from "../../src/memory/lesson-index.ts";
import { parseLessonRow, renderLessonRow } from "../../src/memory/lesson-row.ts";
import { mergeLessons } from "../../src/memory/merge-lessons.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { parseLesson } from "../../src/memory/parse-lessons.ts";
import { pruneLessons } from "../../src/memory/prune-lessons.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { createRecall } from "../../src/memory/recall.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { sampleAvoided, samplePattern } from "../helpers/sample-lessons.ts";
import { sampleReward } from "../helpers/sample-reward.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

function recallOf(...lessons: Parameters<typeof renderLessonRow>[0][]) {
  const index = createLessonIndex(new DatabaseSync(":memory:"));
  index.add(lessons.map(renderLessonRow));
  return createRecall(index);
}

describe("rewards in memory", () => {
  it("come back as they were, and from what was stored and learned each once, the newest first", () => {
    const first = sampleReward();
    const second = sampleReward({ cycle: 2, at: "2026-11-20T03:10:00.000Z", reward: 0.3 });
    using recall = recallOf(first);
    recall.learn(first);
    recall.learn(second);
    expect(recall.listRewards(10)).toEqual([second, first]);
    expect(recall.listRewards(1)).toEqual([second]);
    expect(recall.knows(first.id)).toBe(true);
    expect(recall.knows(sampleReward({ cycle: 3 }).id)).toBe(false);
  });

  it("are in no answer about code: no query, list, recent cycle or id gives one", () => {
    const reward = sampleReward({ at: "2026-11-21T03:00:00.000Z", cycle: 9 });
    const pattern = samplePattern();
    using recall = recallOf(reward, pattern, sampleAvoided());
    const found = [
      ...recall.querySimilar("attempt earned adds cart expected", 20),
      ...recall.list({ limit: 20 }),
      ...recall.recentCycles(20).flatMap(({ lessons }) => lessons),
      ...recall.findById("", 20),
    ];
    expect(found.map(({ kind }): string => kind)).not.toContain("reward");
    expect(found.map(({ id }) => id)).toContain(pattern.id);
    expect(recall.recentCycles(20).map(({ cycle }) => cycle)).toEqual([1]);
    expect(recall.findById(reward.id.slice(0, 12), 2)).toEqual([]);
  });

  it("count once, however many writers tell of an attempt, and all of two writers' are kept", () => {
    const shared = sampleReward();
    const later = { ...shared, at: "2026-11-20T09:00:00.000Z" };
    const [ours, theirs] = [sampleReward({ campaign: "night-2" }), sampleReward({ attempt: 2 })];
    const merged = mergeLessons([shared, ours], [theirs, later]);
    expect(merged).toHaveLength(3);
    expect(merged).toContainEqual(later);
    const byId = (lessons: readonly { readonly id: string }[]) =>
      new Map(lessons.map((one) => [one.id, one]));
    expect(byId(mergeLessons([theirs, later], [shared, ours]))).toEqual(byId(merged));
    expect(mergeLessons(merged, merged)).toEqual(merged);
  });

  it("of two writers at once are all on the branch, in a file of their own, and are not counted as lessons", async () => {
    using repository = openGitRepository();
    repository.write("a.txt", "a");
    repository.commit();
    const git = await repository.open();
    const shared = sampleReward();
    const [ours, theirs] = [sampleReward({ campaign: "night-2" }), sampleReward({ campaign: "night-3" })];
    const store = (lessons: readonly Lesson[]) =>
      storeMemory({ lessons, files: [], keepDays: 365, at: shared.at, message: "memory" }, { git });
    await Promise.all([store([shared, ours]), store([theirs, shared, samplePattern()])]);
    const { lessons } = await readMemory({ git });
    const rewards = lessons.filter(({ kind }) => kind === "reward").map(({ id }) => id);
    expect(rewards.toSorted()).toEqual([shared.id, ours.id, theirs.id].toSorted());
    expect((await store([shared])).lessons).toBe(1);
    const file = repository.run("show", "nightshift/memory:rewards.jsonl").split("\n");
    expect(file.filter((line) => line !== "")).toHaveLength(3);
    using scratch = openScratchFolder();
    const { index } = await openLessonIndex({ path: join(scratch.path, "memory.sqlite") }, { git });
    using recall = createRecall(index);
    expect(recall.listRewards(10)).toHaveLength(3);
  });

  it("are dropped at the age of lessons", () => {
    const old = sampleReward({ at: "2025-01-01T00:00:00.000Z" });
    const options = { keepDays: 30, at: "2026-11-20T04:00:00.000Z" };
    expect(pruneLessons([old, sampleReward()], options)).toEqual([sampleReward()]);
  });

  it.each([
    ["a reward above 1", { reward: 1.5 }],
    ["a reward below 0", { reward: -0.1 }],
    ["a reward that is no number", { reward: "1" }],
    ["arms that are no list", { arms: "method:direct" }],
    ["no attempt", { attempt: undefined }],
  ])("with %s are damaged lines, and never counted", (_, change) => {
    const line = JSON.stringify({ ...sampleReward(), ...change });
    expect(parseLesson(line).status).toBe("damaged");
    const row = parseLessonRow(line);
    using index = createLessonIndex(new DatabaseSync(":memory:"));
    index.add(row === null ? [] : [row]);
    expect(index.listRewards(10)).toEqual([]);
  });
});
