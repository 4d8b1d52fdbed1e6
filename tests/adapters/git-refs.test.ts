import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const master = "refs/heads/nightshift/master";

function openWithCommit(): GitRepository & { readonly head: string } {
  const repository = openGitRepository();
  return { ...repository, head: repository.commit() };
}

describe("the guard", () => {
  it.each([
    "refs/heads/main",
    "refs/heads/nightshift",
    "refs/heads/nightshift/",
    "refs/heads/nightshift2/master",
    "refs/heads/other/nightshift/master",
    "refs/heads/Nightshift/master",
    "Refs/heads/nightshift/master",
    "refs/HEADS/nightshift/master",
    "refs/tags/v1",
    "refs/tags/nightshift",
    "refs/remotes/nightshift/master",
    "refs/notes/nightshift/master",
    "refs/stash",
    "refs/replace/nightshift/master",
    "HEAD",
    "ORIG_HEAD",
    "nightshift/master",
    "",
    "/refs/heads/nightshift/master",
    "refs/heads/nightshift/../main",
    "refs/heads/nightshift/a..b",
    "refs/heads/nightshift/./main",
    "refs/heads/nightshift//master",
    "refs/heads/nightshift/.hidden",
    "refs/heads/nightshift/-option",
    "refs/heads/nightshift/master.lock",
    "refs/heads/nightshift/master.LOCK",
    "refs/heads/nightshift/master.lock/x",
    "refs/heads/nightshift/master.",
    "refs/heads/nightshift/master@{1}",
    "refs/heads/nightshift/@",
    "refs/heads/nightshift/ma ster",
    "refs/heads/nightshift/ma\nster",
    "refs/heads/nightshift/master\0refs/heads/main",
    "refs/heads/nightshift/ma\u007fster",
    "refs/heads/nightshift/m\u00e4ster",
    "refs/heads/nightshift/ma*ster",
    "refs/heads/nightshift/ma~1",
    "refs/heads/nightshift/ma\\ster",
  ])("refuses to create, move or delete %j", async (ref) => {
    using repository = openWithCommit();
    const { head } = repository;
    const git = await repository.open();
    const before = repository.run("for-each-ref");
    for (const [to, from] of [
      [head, null],
      [head, head],
      [null, head],
    ] as const) {
      await expect(git.updateRefs([{ ref, to, from }])).rejects.toMatchObject({
        code: "REF_OUTSIDE_PREFIX",
        message: expect.stringContaining(JSON.stringify(ref)),
      });
    }
    expect(repository.run("for-each-ref")).toBe(before);
  });

  it("refuses a whole transaction for one bad ref in it", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    const git = await repository.open();
    const updates = [
      { ref: master, to: head, from: null },
      { ref: "refs/heads/main", to: null, from: head },
    ];
    await expect(git.updateRefs(updates)).rejects.toMatchObject({ code: "REF_OUTSIDE_PREFIX" });
    expect(repository.run("for-each-ref")).not.toContain(master);
  });

  it.each(["refs/heads/main", "refs/heads/absent", "refs/heads/nightshift/other"])(
    "refuses a ref that is symbolic and points to %s",
    async (target) => {
      using repository = openWithCommit();
      const { head } = repository;
      repository.run("symbolic-ref", master, target);
      const git = await repository.open();
      for (const from of [head, null]) {
        await expect(git.updateRefs([{ ref: master, to: head, from }])).rejects.toMatchObject({
          code: "REF_OUTSIDE_PREFIX",
          message: expect.stringContaining(target),
        });
      }
      await expect(git.updateRefs([{ ref: master, to: null, from: head }])).rejects.toMatchObject({
        code: "REF_OUTSIDE_PREFIX",
      });
      expect(readFileSync(join(repository.dir, ".git", master), "utf8")).toBe(`ref: ${target}\n`);
    },
  );

  it("refuses a ref behind a symbolic link among the ref folders", async () => {
    using repository = openWithCommit();
    symlinkSync(".", join(repository.dir, ".git/refs/heads/nightshift"));
    const git = await repository.open();
    const { head } = repository;
    const tip = repository.run("commit-tree", "-m", "evil", `${head}^{tree}`);
    await expect(
      git.updateRefs([{ ref: "refs/heads/nightshift/main", to: tip, from: head }]),
    ).rejects.toMatchObject({ code: "REF_OUTSIDE_PREFIX" });
    expect(repository.run("rev-parse", "refs/heads/main")).toBe(head);
  });

  it("refuses a branch that the main or a linked work tree has checked out", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    repository.run("branch", "nightshift/one");
    repository.run("branch", "nightshift/two");
    repository.run("checkout", "-q", "nightshift/one");
    repository.run("worktree", "add", "-q", join(repository.dir, "../linked"), "nightshift/two");
    const git = await repository.open();
    for (const name of ["one", "two", "TWO"]) {
      const ref = `refs/heads/nightshift/${name}`;
      await expect(git.updateRefs([{ ref, to: null, from: head }])).rejects.toMatchObject({
        code: "REF_OUTSIDE_PREFIX",
        message: expect.stringContaining("checked out"),
      });
    }
    expect(repository.run("for-each-ref", "refs/heads/nightshift").split("\n")).toHaveLength(2);
  });

  it.each<[string, (repository: GitRepository) => void]>([
    [
      "HEAD leads to it by another ref",
      (repository) => repository.run("symbolic-ref", "HEAD", "refs/heads/alias"),
    ],
    [
      "HEAD is a link",
      ({ dir }) => {
        rmSync(join(dir, ".git/HEAD"));
        symlinkSync("refs/heads/nightshift/one", join(dir, ".git/HEAD"));
      },
    ],
    [
      "HEAD has other spaces",
      ({ dir }) => writeFileSync(join(dir, ".git/HEAD"), "ref:  refs/heads/nightshift/one \n"),
    ],
    [
      "a linked work tree is locked away",
      (repository) => {
        repository.run("worktree", "add", "-q", join(repository.dir, "../linked"), "nightshift/one");
        rmSync(join(repository.dir, "../linked"), { recursive: true });
      },
    ],
  ])("refuses a branch that is checked out, where %s", async (_, arrange) => {
    using repository = openWithCommit();
    repository.run("branch", "nightshift/one");
    repository.run("symbolic-ref", "refs/heads/alias", "refs/heads/nightshift/one");
    const git = await repository.open();
    const updates = [{ ref: "refs/heads/nightshift/one", to: null, from: repository.head }];
    arrange(repository);
    await expect(git.updateRefs(updates)).rejects.toMatchObject({
      code: "REF_OUTSIDE_PREFIX",
      message: expect.stringContaining("checked out"),
    });
  });

  it("follows the configured prefix, not the default one", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    const git = await repository.open({ prefix: "owl.1" });
    expect(await git.updateRefs([{ ref: "refs/heads/owl.1/master", to: head, from: null }])).toEqual({
      status: "updated",
    });
    for (const ref of [master, "refs/heads/owlx1/master"]) {
      await expect(git.updateRefs([{ ref, to: head, from: null }])).rejects.toMatchObject({
        code: "REF_OUTSIDE_PREFIX",
      });
    }
  });
});

describe("updateRefs", () => {
  it("creates, moves and deletes branches and tags by compare-and-swap", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    const next = repository.run("commit-tree", "-m", "next", "-p", head, `${head}^{tree}`);
    const git = await repository.open();
    const tag = "refs/tags/nightshift/snapshot/c1/1";
    const steps = [
      [{ ref: master, to: head, from: null }],
      [
        { ref: master, to: next, from: head },
        { ref: tag, to: head, from: null },
      ],
    ];
    for (const updates of steps) {
      expect(await git.updateRefs(updates)).toEqual({ status: "updated" });
    }
    expect(await git.listRefs("refs/*/nightshift/**")).toEqual([
      { ref: master, commit: next },
      { ref: tag, commit: head },
    ]);
    expect(await git.updateRefs([{ ref: tag, to: null, from: head }])).toEqual({ status: "updated" });
    expect(await git.listRefs("refs/tags/nightshift/")).toEqual([]);
  });

  it("does nothing at all when one ref has moved, and says which and where it is", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    const next = repository.run("commit-tree", "-m", "next", "-p", head, `${head}^{tree}`);
    repository.run("update-ref", master, next);
    const git = await repository.open();
    const other = { ref: "refs/tags/nightshift/snapshot/c1/1", to: head, from: null };
    for (const update of [
      { ref: master, to: head, from: null },
      { ref: master, to: head, from: head },
      { ref: master, to: null, from: head },
      { ref: "refs/heads/nightshift/absent", to: head, from: head },
      { ref: "refs/heads/nightshift/absent", to: null, from: head },
    ]) {
      const answer = await git.updateRefs([other, update]);
      expect(answer).toMatchObject({ status: "moved", reason: expect.stringContaining(update.ref) });
      expect(await git.listRefs("refs/tags/nightshift/")).toEqual([]);
    }
    expect(repository.run("rev-parse", master)).toBe(next);
  });

  it("throws when git cannot write though nothing has moved", async () => {
    using repository = openWithCommit();
    const { head } = repository;
    mkdirSync(join(repository.dir, ".git/refs/heads/nightshift"), { recursive: true });
    repository.run("update-ref", "refs/heads/nightshift/master/inner", head);
    const git = await repository.open();
    await expect(git.updateRefs([{ ref: master, to: head, from: null }])).rejects.toMatchObject({
      code: "REF_UPDATE_FAILED",
      message: expect.stringContaining(master),
    });
  });

  it("refuses anything but full hashes", async () => {
    using repository = openWithCommit();
    const git = await repository.open();
    for (const to of ["main", repository.head.slice(0, 10), `${repository.head}\0`, ""]) {
      await expect(git.updateRefs([{ ref: master, to, from: null }])).rejects.toMatchObject({
        code: "BAD_HASH",
      });
    }
  });
});

it("lists symbolic refs with what they point to", async () => {
  using repository = openWithCommit();
  repository.run("update-ref", "refs/remotes/origin/main", repository.head);
  repository.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  const git = await repository.open();
  expect(await git.listRefs("refs/remotes/origin/HEAD")).toEqual([
    { ref: "refs/remotes/origin/HEAD", commit: repository.head, target: "refs/remotes/origin/main" },
  ]);
});
