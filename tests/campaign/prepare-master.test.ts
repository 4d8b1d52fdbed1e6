import { describe, expect, it } from "vitest";
import type { PassCheck } from "../../src/campaign/carry-promotions.ts";
import { planRollback } from "../../src/campaign/plan-rollback.ts";
import { prepareMaster } from "../../src/campaign/prepare-master.ts";
import { rollBack } from "../../src/campaign/roll-back.ts";
import type { Git } from "../../src/ports.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { promoteFile } from "../helpers/promote-file.ts";

const master = "refs/heads/nightshift/master";
const lines = (...changed: readonly string[]) => `${[...changed, "3", "4", "5", "6", "7", "8"].join("\n")}\n`;

/** Prepares master from `main` as it is; `asked` collects the trees that the gates would run on. */
async function prepare(
  git: Git,
  {
    fails = () => null,
    denies = () => null,
    ...options
  }: {
    readonly dropped?: readonly string[];
    readonly isDryRun?: boolean;
    readonly carriesUnsafe?: boolean;
    /** By the subject of a promotion. */
    readonly denies?: (subject: string) => string | null;
    readonly fails?: (tree: string) => string | null | Promise<string | null>;
  } = {},
) {
  const asked: string[] = [];
  const passes: PassCheck = async (tree) => {
    asked.push(tree);
    const reason = await fails(tree);
    return reason === null ? { status: "passed" } : { status: "failed", reason };
  };
  const commit = (await git.resolveCommit("refs/heads/main")) ?? "";
  const prepared = await prepareMaster(
    {
      campaign: "next",
      sacred: { branch: "main", commit },
      at: "2026-11-22T03:00:00Z",
      isDryRun: false,
      ...options,
    },
    {
      git,
      passes,
      allows: async ({ subject }) => {
        const reason = denies(subject);
        return reason === null ? { status: "passed" } : { status: "failed", reason };
      },
    },
  );
  return { ...prepared, asked };
}

/** A repository whose master is prepared from its one commit. */
async function openPrepared(repository: GitRepository): Promise<Git> {
  repository.write("a.txt", lines("1", "2"));
  repository.write("b.txt", "b broken\n");
  repository.commit();
  const git = await repository.open();
  await prepare(git);
  return git;
}

describe("without promotions", () => {
  it("starts master at sacred's commit", async () => {
    using repository = openGitRepository();
    repository.write("a.txt", "a\n");
    const head = repository.commit();
    const before = repository.fingerprint();
    const git = await repository.open();
    const tree = await git.treeOf(head);
    expect(await prepare(git)).toEqual({
      commit: head,
      tree,
      previous: null,
      carried: [],
      setAside: [],
      asked: [],
    });
    expect(repository.run("rev-parse", master)).toBe(head);
    expect(await prepare(git)).toMatchObject({ commit: head, previous: head });
    expect(repository.fingerprint()).toBe(before);
  });

  it("leaves master absent in a dry run and says which commit to use", async () => {
    using repository = openGitRepository();
    const head = repository.commit();
    const git = await repository.open();
    expect(await prepare(git, { isDryRun: true })).toMatchObject({ commit: head, previous: null });
    expect(repository.run("for-each-ref", "refs/heads/nightshift")).toBe("");
  });

  it("follows sacred forward", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const next = repository.commit();
    expect((await prepare(git)).commit).toBe(next);
    expect(repository.run("rev-parse", master)).toBe(next);
  });
});

describe("with open promotions", () => {
  it("makes no commit and asks no gate while sacred stays where it is", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const { commit } = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    expect(await prepare(git)).toMatchObject({
      commit,
      previous: commit,
      carried: [{ commit, subject: "fix: b.txt in cycle 1" }],
      setAside: [],
      asked: [],
    });
    expect(repository.run("rev-parse", master)).toBe(commit);
  });

  it("puts them on top of a sacred that has moved, by one commit with both as parents", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "a.txt", content: lines("one", "2") });
    const two = await promoteFile(git, { cycle: 2, path: "b.txt", content: "b fixed\n" });
    repository.write("a.txt", `${lines("1", "2")}9\n`);
    const sacred = repository.commit();
    const before = repository.fingerprint();
    const prepared = await prepare(git);
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([one.commit, two.commit]);
    // Once, for all of them together.
    expect(prepared.asked).toEqual([prepared.tree]);
    const [info] = await git.log(master, { limit: 1 });
    expect(info).toMatchObject({ hash: prepared.commit, parents: [two.commit, sacred], tree: prepared.tree });
    expect(String(await git.readFile(master, "a.txt"))).toBe(`${lines("one", "2")}9\n`);
    expect(String(await git.readFile(master, "b.txt"))).toBe("b fixed\n");
    expect(repository.fingerprint()).toBe(before);
    expect(await prepare(git)).toMatchObject({
      commit: prepared.commit,
      previous: prepared.commit,
      carried: prepared.carried,
      asked: [],
    });
  });

  it("carries them over several nights", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.write("c.txt", "1\n");
    repository.commit();
    await prepare(git);
    const two = await promoteFile(git, { cycle: 2, path: "d.txt", content: "d\n", campaign: "next" });
    repository.write("c.txt", "2\n");
    repository.commit();
    const { carried } = await prepare(git);
    expect(carried.map(({ commit }) => commit)).toEqual([one.commit, two.commit]);
    expect((await git.listFiles(master)).map(({ path }) => path)).toEqual([
      "a.txt",
      "b.txt",
      "c.txt",
      "d.txt",
    ]);
  });

  it("sets one aside that conflicts, goes on with the others, and leaves it out from then on", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "a.txt", content: lines("one", "2") });
    const two = await promoteFile(git, { cycle: 2, path: "b.txt", content: "b fixed\n" });
    repository.write("a.txt", lines("eins", "2"));
    repository.commit();
    const prepared = await prepare(git);
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([two.commit]);
    expect(prepared.setAside).toEqual([
      { commit: one.commit, subject: "fix: a.txt in cycle 1", reason: expect.stringContaining("a.txt") },
    ]);
    expect(String(await git.readFile(master, "a.txt"))).toBe(lines("eins", "2"));
    expect(await prepare(git)).toMatchObject({ commit: prepared.commit, setAside: [] });
  });

  it("sets one aside that policy no longer allows, before any gate is asked, and carries the others", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "a.txt", content: lines("one", "2") });
    const two = await promoteFile(git, { cycle: 2, path: "b.txt", content: "b fixed\n" });
    const denies = (subject: string) =>
      subject.includes("a.txt") ? "policy: it is too large (rule size)" : null;
    const prepared = await prepare(git, { denies });
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([two.commit]);
    expect(prepared.setAside).toEqual([
      { commit: one.commit, subject: "fix: a.txt in cycle 1", reason: "policy: it is too large (rule size)" },
    ]);
    expect(String(await git.readFile(master, "a.txt"))).toBe(lines("1", "2"));
    expect(prepared.asked).toEqual([prepared.tree]);
  });

  it("sets the one aside that the gates fail, with their reason, and keeps those that pass without it", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b worse\n" });
    const two = await promoteFile(git, { cycle: 2, path: "d.txt", content: "d\n" });
    repository.write("c.txt", "1\n");
    repository.commit();
    const fails = async (tree: string) =>
      String(await git.readFile(tree, "b.txt")) === "b worse\n" ? "unit: 1 test broke" : null;
    const prepared = await prepare(git, { fails });
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([two.commit]);
    expect(prepared.setAside).toMatchObject([{ commit: one.commit, reason: "unit: 1 test broke" }]);
    expect(new Set(prepared.asked).size).toBe(prepared.asked.length);
    expect(String(await git.readFile(master, "b.txt"))).toBe("b broken\n");
  });

  it("sets aside what was made without safety, and keeps what does not need it", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const unsafe = await promoteFile(git, {
      ...{ cycle: 1, path: "b.txt", content: "b hacked\n", isUnsafe: true },
    });
    const safe = await promoteFile(git, { cycle: 2, path: "a.txt", content: lines("one", "2") });
    expect(await prepare(git, { carriesUnsafe: true, isDryRun: true })).toMatchObject({
      carried: [{ commit: unsafe.commit }, { commit: safe.commit }],
      setAside: [],
    });
    const prepared = await prepare(git);
    expect(prepared).toMatchObject({
      carried: [{ commit: safe.commit }],
      setAside: [{ commit: unsafe.commit, reason: "it was made with --no-safety" }],
      // Its tree was proven together with the unsafe one alone.
      asked: [prepared.tree],
    });
    expect(String(await git.readFile(master, "b.txt"))).toBe("b broken\n");
    expect(await prepare(git, { carriesUnsafe: true })).toMatchObject({ carried: [{ commit: safe.commit }] });
  });

  it("ends with sacred's files when none passes", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.write("c.txt", "1\n");
    const sacred = repository.commit();
    const prepared = await prepare(git, { fails: () => "all is broken" });
    expect(prepared).toMatchObject({ tree: await git.treeOf(sacred), carried: [] });
    expect(prepared.setAside).toHaveLength(1);
  });

  it("writes no ref in a dry run, and gives the commit that it would make", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.write("c.txt", "1\n");
    repository.commit();
    const refs = repository.run("for-each-ref");
    const dry = await prepare(git, { isDryRun: true });
    expect(repository.run("for-each-ref")).toBe(refs);
    expect((await prepare(git)).commit).toBe(dry.commit);
  });

  it("says so when somebody else moves master meanwhile", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.write("c.txt", "1\n");
    repository.commit();
    const fails = () => {
      repository.run("update-ref", master, "refs/heads/main");
      return null;
    };
    await expect(prepare(git, { fails })).rejects.toMatchObject({ code: "MASTER_MOVED" });
  });
});

describe("what leaves nothing behind", () => {
  it("a promotion that was merged squashed", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.write("b.txt", "b fixed\n");
    const sacred = repository.commit("squashed");
    expect(await prepare(git)).toMatchObject({ tree: await git.treeOf(sacred), carried: [], setAside: [] });
  });

  it("promotions on the same lines that were squashed together", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b better\n" });
    await promoteFile(git, { cycle: 2, path: "b.txt", content: "b fixed\n" });
    const three = await promoteFile(git, { cycle: 3, path: "d.txt", content: "d\n" });
    repository.write("b.txt", "b fixed\n");
    repository.commit("squashed");
    const prepared = await prepare(git);
    expect(prepared.setAside).toEqual([]);
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([three.commit]);
  });

  it("a promotion that was amended before it was merged", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "a.txt", content: lines("one", "2").replace("8", "eight") });
    repository.write("a.txt", lines("one", "2"));
    const sacred = repository.commit("half of it");
    const prepared = await prepare(git);
    expect(prepared).toMatchObject({ tree: await git.treeOf(sacred), carried: [] });
    expect(prepared.setAside).toMatchObject([{ reason: expect.stringContaining("another form") }]);
  });

  it("a master that was merged whole", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.run("merge", "-q", "--no-ff", "-m", "merge", "nightshift/master");
    const sacred = repository.run("rev-parse", "main");
    expect(await prepare(git)).toMatchObject({ commit: sacred, carried: [], setAside: [] });
    expect(repository.run("rev-parse", master)).toBe(sacred);
  });

  it("a promotion that was dropped, though sacred has not moved", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    const two = await promoteFile(git, { cycle: 2, path: "d.txt", content: "d\n" });
    const prepared = await prepare(git, { dropped: ["c1/1"] });
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([two.commit]);
    expect(prepared.asked).toEqual([prepared.tree]);
    expect(String(await git.readFile(master, "b.txt"))).toBe("b broken\n");
    expect((await prepare(git)).carried).toHaveLength(1);
  });

  it("a promotion that was rolled back, until the rollback is undone", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    await promoteFile(git, { cycle: 2, path: "d.txt", content: "d\n" });
    const undo = async (at: string) =>
      rollBack({ plan: await planRollback({}, { git }), at, keep: 10 }, { git });
    await undo("2026-11-21T04:00:00Z");
    repository.write("c.txt", "1\n");
    repository.commit();
    const dry = await prepare(git, { isDryRun: true });
    expect(dry.carried.map(({ commit }) => commit)).toEqual([one.commit]);
    await undo("2026-11-21T05:00:00Z");
    expect((await prepare(git)).carried).toHaveLength(2);
  });

  it("a commit that somebody made on master by hand, which is named", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    const tree = await git.buildTree(master, [{ path: "hand.txt", mode: "100644", content: "x" }]);
    const hand = repository.run("commit-tree", "-m", "by hand", "-p", one.commit, tree);
    repository.run("update-ref", master, hand);
    const prepared = await prepare(git);
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([one.commit]);
    expect(prepared.setAside).toMatchObject([{ commit: hand, subject: "by hand" }]);
    expect(await git.readFile(master, "hand.txt")).toBeNull();
    expect(await git.isAncestor(hand, master)).toBe(true);
  });

  it("the old history of a sacred branch that was rewritten", async () => {
    using repository = openGitRepository();
    const git = await openPrepared(repository);
    const one = await promoteFile(git, { cycle: 1, path: "b.txt", content: "b fixed\n" });
    repository.run("commit", "-q", "--amend", "-m", "rewritten");
    const prepared = await prepare(git);
    expect(prepared.carried.map(({ commit }) => commit)).toEqual([one.commit]);
    expect(prepared.setAside).toEqual([]);
  });
});
