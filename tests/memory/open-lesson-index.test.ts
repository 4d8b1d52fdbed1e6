import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { forgetLesson } from "../../src/memory/forget-lesson.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { createRecall } from "../../src/memory/recall.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import type { Git } from "../../src/ports.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { sampleAvoided, sampleDiff, sampleExhausted, samplePattern } from "../helpers/sample-lessons.ts";

const at = "2026-11-21T03:00:00.000Z";

async function openMemory(...lessons: readonly Lesson[]) {
  const repository = openGitRepository();
  repository.write("a.txt", "a");
  repository.commit();
  const git = await repository.open();
  const path = join(git.commonDir, "nightshift", "memory.sqlite");
  const store = (...more: readonly Lesson[]) =>
    storeMemory({ lessons: more, files: [], keepDays: 3650, at, message: "memory" }, { git });
  if (lessons.length > 0) await store(...lessons);
  return { repository, git, path, store };
}

/** A repository that counts what is read from it. */
function countReads(git: Git): { readonly git: Git; reads: number } {
  const counted = {
    reads: 0,
    git: {
      ...git,
      readFile: (treeish: string, path: string) => {
        counted.reads += 1;
        return git.readFile(treeish, path);
      },
    },
  };
  return counted;
}

describe("openLessonIndex", () => {
  it("holds what the memory branch holds", async () => {
    const lessons = [sampleAvoided(), sampleExhausted(), samplePattern()];
    const { repository, git, path } = await openMemory(...lessons);
    using _ = repository;
    const { index, damaged } = await openLessonIndex({ path }, { git });
    using recall = createRecall(index);
    expect(damaged).toEqual([]);
    expect(new Set(recall.list({ limit: 9 }))).toEqual(new Set(lessons));
    const files = [{ path: "src/cart.js", blob: "blob-1" }];
    expect(recall.isAvoided({ signature: "expected N to equal N", diff: sampleDiff, files })).toBe(true);
  });

  it("is empty where there is no memory", async () => {
    const { repository, git, path } = await openMemory();
    using _ = repository;
    const { index } = await openLessonIndex({ path }, { git });
    using recall = createRecall(index);
    expect(recall.list({ limit: 9 })).toEqual([]);
  });

  it("is kept for the next start while the branch's lessons are the same", async () => {
    const { repository, git, path } = await openMemory(sampleAvoided());
    using _ = repository;
    (await openLessonIndex({ path }, { git })).index[Symbol.dispose]();
    const before = statSync(path).ino;
    await storeMemory(
      { lessons: [], files: [{ path: "status.json", content: "{}" }], keepDays: 3650, at, message: "status" },
      { git },
    );
    const counted = countReads(git);
    using index = (await openLessonIndex({ path }, counted)).index;
    expect(counted.reads).toBe(0);
    expect(statSync(path).ino).toBe(before);
    expect(index.list({ limit: 9 })).toHaveLength(1);
  });

  it("is made anew when the branch has other lessons, and leaves nothing else behind", async () => {
    const { repository, git, path, store } = await openMemory(sampleAvoided());
    using _ = repository;
    (await openLessonIndex({ path }, { git })).index[Symbol.dispose]();
    await store(samplePattern());
    writeFileSync(`${path}.killed.tmp`, "half");
    utimesSync(`${path}.killed.tmp`, 0, 0);
    using index = (await openLessonIndex({ path }, { git })).index;
    expect(index.list({ limit: 9 })).toHaveLength(2);
    expect(readdirSync(join(git.commonDir, "nightshift"))).toEqual(["memory.sqlite"]);
  });

  it.each([
    ["no database", () => "this is no database, not at all"],
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 5000)],
    ["empty", () => ""],
  ])("is made anew when the file is %s", async (_name, damage) => {
    const { repository, git, path } = await openMemory(sampleAvoided());
    using _ = repository;
    (await openLessonIndex({ path }, { git })).index[Symbol.dispose]();
    writeFileSync(path, damage(readFileSync(path)));
    using index = (await openLessonIndex({ path }, { git })).index;
    expect(index.list({ limit: 9 })).toEqual([sampleAvoided()]);
  });

  it("sets bad lines aside and believes none that is not a whole lesson", async () => {
    const { repository, git, path } = await openMemory();
    using _ = repository;
    const forged = { ...sampleAvoided(), trust: "everybody" };
    const tree = await git.buildTreeFromFiles([
      { path: "avoided.jsonl", content: `garbage\n${JSON.stringify(forged)}\n` },
      { path: "lessons.jsonl", content: `{"kind":"exhausted"}\n${JSON.stringify(sampleExhausted())}\n` },
    ]);
    const commit = await git.writeCommit({ tree, parents: [], message: "m", at });
    await git.updateRefs([{ ref: "refs/heads/nightshift/memory", to: commit, from: null }]);
    const { index, damaged } = await openLessonIndex({ path }, { git });
    using recall = createRecall(index);
    expect(damaged.map(({ file, line }) => [file, line])).toEqual([
      ["avoided.jsonl", 1],
      ["lessons.jsonl", 1],
    ]);
    const files = [{ path: "src/cart.js", blob: "blob-1" }];
    expect(recall.isAvoided({ signature: "expected N to equal N", diff: sampleDiff, files })).toBe(false);
    expect(recall.list({ limit: 9 }).map(({ kind }) => kind)).toEqual(["exhausted"]);
  });

  it("can be used by two at once", async () => {
    const { repository, git, path } = await openMemory(sampleAvoided());
    using _ = repository;
    const opened = await Promise.all([1, 2].map(() => openLessonIndex({ path }, { git })));
    for (const { index } of opened) {
      expect(index.list({ limit: 9 })).toHaveLength(1);
      index[Symbol.dispose]();
    }
    expect(existsSync(path)).toBe(true);
  });
});

describe("forgetLesson", () => {
  it("writes the record down, so that the lesson is gone for every later campaign", async () => {
    const lesson = sampleAvoided();
    const { repository, git, path } = await openMemory(lesson, samplePattern());
    using _ = repository;
    using recall = createRecall((await openLessonIndex({ path }, { git })).index);
    const input = { lesson: lesson.id.slice(0, 12), by: "person", at, keepDays: 3650 };
    const { forgotten } = await forgetLesson(input, { recall, git });
    expect(forgotten).toEqual(lesson);
    using later = createRecall((await openLessonIndex({ path }, { git })).index);
    expect(later.list({ limit: 9 }).map(({ kind }) => kind)).toEqual(["pattern"]);
    await expect(forgetLesson(input, { recall: later, git })).rejects.toMatchObject({
      code: "LESSON_UNKNOWN",
    });
  });

  it.each([
    ["an id that no lesson has", "0123", "LESSON_UNKNOWN"],
    ["no id", "", "LESSON_UNKNOWN"],
  ])("refuses %s, and writes nothing", async (_name, lesson, code) => {
    const { repository, git, path } = await openMemory(sampleAvoided());
    using _ = repository;
    const before = await git.resolveCommit("refs/heads/nightshift/memory");
    using recall = createRecall((await openLessonIndex({ path }, { git })).index);
    const input = { lesson, by: "person", at, keepDays: 365 };
    await expect(forgetLesson(input, { recall, git })).rejects.toMatchObject({ code, kind: "usage" });
    expect(await git.resolveCommit("refs/heads/nightshift/memory")).toBe(before);
  });

  it("refuses a beginning that several ids share", async () => {
    const lessons = Array.from({ length: 20 }, (_, cycle) =>
      sampleExhausted({ cycle, item: { id: `i${cycle}` } }),
    );
    const { repository, git, path } = await openMemory(...lessons);
    using _ = repository;
    using recall = createRecall((await openLessonIndex({ path }, { git })).index);
    const initials = lessons.map(({ id }) => id.slice(0, 1));
    const shared = initials.find((initial, place) => initials.indexOf(initial) !== place) ?? "";
    const input = { lesson: shared, by: "person", at, keepDays: 365 };
    await expect(forgetLesson(input, { recall, git })).rejects.toMatchObject({ code: "LESSON_AMBIGUOUS" });
  });
});
