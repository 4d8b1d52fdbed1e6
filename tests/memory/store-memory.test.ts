import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { buildForgottenLesson } from "../../src/memory/build-lesson.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { type MemoryUpdate, storeMemory } from "../../src/memory/store-memory.ts";
import type { Git } from "../../src/ports.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { sampleAvoided, sampleExhausted, samplePattern } from "../helpers/sample-lessons.ts";

const update = (lessons: readonly Lesson[], changes: Partial<MemoryUpdate> = {}): MemoryUpdate => ({
  lessons,
  files: [],
  keepDays: 365,
  at: "2026-11-21T03:00:00.000Z",
  message: "memory: campaign night-1",
  ...changes,
});

async function openRepository() {
  const repository = openGitRepository();
  repository.write("a.txt", "a");
  repository.commit();
  return { repository, git: await repository.open() };
}

/** Commits a memory branch by hand, as another writer or a person would. */
async function plant(git: Git, files: readonly { readonly path: string; readonly content: string }[]) {
  const ref = "refs/heads/nightshift/memory";
  const tree = await git.buildTreeFromFiles(files);
  const from = await git.resolveCommit(ref);
  const commit = await git.writeCommit({
    tree,
    parents: from === null ? [] : [from],
    message: "planted",
    at: "2026-11-20T00:00:00Z",
  });
  await git.updateRefs([{ ref, to: commit, from }]);
}

describe("storeMemory", () => {
  it("makes an orphan branch with a file for each kind of lesson, and the user's own work stays as it is", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    const before = repository.fingerprint();
    const lessons = [sampleAvoided(), sampleExhausted(), samplePattern()];
    const files = [{ path: "reports/night-1.md", content: "# report\n" }];
    const stored = await storeMemory(update(lessons, { files }), { git });
    expect(stored.lessons).toBe(3);
    expect(repository.run("rev-list", "--max-parents=0", "refs/heads/nightshift/memory")).toBe(stored.commit);
    const listed = repository.run("ls-tree", "-r", "--name-only", stored.commit).split("\n");
    expect(listed).toEqual([
      "avoided.jsonl",
      "lessons.jsonl",
      "patterns.jsonl",
      "reports/night-1.md",
      "rewards.jsonl",
    ]);
    expect(JSON.parse(repository.run("show", `${stored.commit}:avoided.jsonl`))).toEqual(lessons[0]);
    expect(await readMemory({ git })).toMatchObject({
      lessons: expect.arrayContaining(lessons),
      damaged: [],
    });
    expect(repository.fingerprint()).toBe(before);
  });

  it("keeps what is there, reports too, and commits nothing where nothing changes", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    await storeMemory(update([sampleAvoided()], { files: [{ path: "reports/one.md", content: "one" }] }), {
      git,
    });
    const second = await storeMemory(update([sampleExhausted()]), { git });
    const third = await storeMemory(update([sampleExhausted()]), { git });
    expect(third.commit).toBe(second.commit);
    expect(repository.run("show", `${second.commit}:reports/one.md`)).toBe("one");
    expect((await readMemory({ git })).lessons.map(({ kind }) => kind)).toEqual(["avoided", "exhausted"]);
  });

  it("loses no lesson of writers who write at once", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    const campaigns = Array.from({ length: 6 }, (_, at) => `night-${at}`);
    const lessonsOf = (campaign: string) =>
      [1, 2, 3].map((cycle) => sampleExhausted({ campaign, cycle, item: { id: `${campaign}/${cycle}` } }));
    await Promise.all(campaigns.map((campaign) => storeMemory(update(lessonsOf(campaign)), { git })));
    const { lessons } = await readMemory({ git });
    expect(new Set(lessons.map(({ id }) => id))).toEqual(
      new Set(campaigns.flatMap(lessonsOf).map(({ id }) => id)),
    );
  });

  it("reads again and merges when another writer is quicker", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    let isFirst = true;
    const racing: Git = {
      ...git,
      updateRefs: async (updates) => {
        if (isFirst) {
          isFirst = false;
          await storeMemory(update([samplePattern()]), { git });
        }
        return git.updateRefs(updates);
      },
    };
    await storeMemory(update([sampleAvoided()]), { git: racing });
    expect((await readMemory({ git })).lessons).toHaveLength(2);
  });

  it("gives up with a hint when others keep being quicker", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    const losing: Git = { ...git, updateRefs: async () => ({ status: "moved", reason: "moved" }) };
    await expect(storeMemory(update([sampleAvoided()]), { git: losing })).rejects.toMatchObject({
      code: "MEMORY_CONTENDED",
      message: expect.stringContaining("refs/heads/nightshift/memory"),
    });
  });

  it("sets bad lines aside, byte for byte, reports them and keeps the good ones", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    const good = JSON.stringify(sampleAvoided());
    await plant(git, [
      { path: "avoided.jsonl", content: `not json\n${good}\n\n{"kind":"avoided"}` },
      { path: "lessons.jsonl", content: '{"kind":"prophecy","id":"1"}\n' },
    ]);
    const before = await readMemory({ git });
    expect(before.lessons).toHaveLength(1);
    expect(before.damaged.map(({ file, line }) => [file, line])).toEqual([
      ["avoided.jsonl", 1],
      ["avoided.jsonl", 4],
      ["lessons.jsonl", 1],
    ]);
    const stored = await storeMemory(update([sampleExhausted()]), { git });
    expect(stored.damaged).toHaveLength(3);
    expect(repository.run("show", `${stored.commit}:set-aside.jsonl`).split("\n")).toEqual(
      before.damaged.map(({ text }) => text),
    );
    const after = await readMemory({ git });
    expect(after).toMatchObject({ damaged: [] });
    expect(after.lessons).toHaveLength(2);
  });

  it("drops old lessons, and keeps records of forgetting", async () => {
    const { repository, git } = await openRepository();
    using _ = repository;
    await storeMemory(update([sampleAvoided({ at: "2025-01-01T00:00:00.000Z" })], { keepDays: 3650 }), {
      git,
    });
    const forgotten = buildForgottenLesson({ lesson: "x", at: "2026-11-20T00:00:00.000Z", by: "person" });
    await storeMemory(update([forgotten], { keepDays: 30 }), { git });
    expect((await readMemory({ git })).lessons).toEqual([forgotten]);
  });
});
