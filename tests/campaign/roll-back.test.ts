import { expect, it } from "vitest";
import { listSnapshots } from "../../src/campaign/list-snapshots.ts";
import { planRollback } from "../../src/campaign/plan-rollback.ts";
import { rollBack } from "../../src/campaign/roll-back.ts";
import type { Git } from "../../src/ports.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { promoteFile } from "../helpers/promote-file.ts";

const master = "refs/heads/nightshift/master";

/** A repository with two promotions: `a.txt` in cycle 1, `b.txt` in cycle 2. */
async function openWithPromotions(repository: GitRepository): Promise<Git> {
  repository.write("a.txt", "broken\n");
  repository.run("update-ref", master, repository.commit());
  const git = await repository.open();
  await promoteFile(git, { cycle: 1, path: "a.txt", content: "fixed\n" });
  await promoteFile(git, { cycle: 2, path: "b.txt", content: "b\n" });
  return git;
}

async function rollBackTo(git: Git, snapshot?: string, at = "2026-11-21T04:00:00.000Z", keep = 10) {
  const plan = await planRollback(snapshot === undefined ? {} : { snapshot }, { git });
  return { plan, result: await rollBack({ plan, at, keep }, { git }) };
}

it("goes back to the newest snapshot by a commit on top, and leaves everything of the user alone", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  const before = repository.fingerprint();
  const tip = repository.run("rev-parse", master);
  const { plan, result } = await rollBackTo(git);
  expect(plan.undone).toEqual([{ commit: tip, subject: "fix: b.txt in cycle 2" }]);
  const commit = repository.run("rev-parse", master);
  expect(result).toEqual({
    status: "rolled-back",
    commit,
    snapshot: "refs/tags/nightshift/snapshot/rollback/20261121T040000000Z",
  });
  const [info] = await git.log(master, { limit: 1 });
  expect(info).toMatchObject({
    parents: [tip],
    tree: await git.treeOf("refs/tags/nightshift/snapshot/c1/2"),
    trailers: { "Nightshift-Rollback": plan.target.commit },
    body: expect.stringContaining("fix: b.txt in cycle 2"),
  });
  expect(repository.fingerprint()).toBe(before);
});

it.each(["c1/1", "nightshift/snapshot/c1/1", "refs/tags/nightshift/snapshot/c1/1"])(
  "goes back to the snapshot named %s",
  async (name) => {
    using repository = openGitRepository();
    const git = await openWithPromotions(repository);
    const { plan } = await rollBackTo(git, name);
    expect(plan.undone).toHaveLength(2);
    expect(String(await git.readFile(master, "a.txt"))).toBe("broken\n");
    expect(await git.readFile(master, "b.txt")).toBeNull();
  },
);

it("can be undone by rolling back once more", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  const tree = await git.treeOf(master);
  await rollBackTo(git, "c1/1");
  expect(await git.treeOf(master)).not.toBe(tree);
  await rollBackTo(git, undefined, "2026-11-21T04:00:01.000Z");
  expect(await git.treeOf(master)).toBe(tree);
  expect(await git.log(master, { firstParent: true })).toHaveLength(5);
});

it("changes nothing when master already has the snapshot's files", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  await rollBackTo(git, "c1/1");
  const refs = repository.run("for-each-ref");
  const { result } = await rollBackTo(git, "c1/1", "2026-11-21T05:00:00.000Z");
  expect(result).toMatchObject({ status: "unchanged", reason: expect.stringContaining("c1/1") });
  expect(repository.run("for-each-ref")).toBe(refs);
});

it("refuses a snapshot that is not there, and lists those that are", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  await expect(planRollback({ snapshot: "c9/1" }, { git })).rejects.toMatchObject({
    code: "UNKNOWN_SNAPSHOT",
    kind: "usage",
    message: expect.stringContaining("c9/1"),
    hint: expect.stringContaining("c1/2, c1/1"),
  });
});

it("refuses where nothing was ever promoted", async () => {
  using repository = openGitRepository();
  repository.commit();
  const git = await repository.open();
  await expect(planRollback({}, { git })).rejects.toMatchObject({ code: "NO_SNAPSHOT", kind: "usage" });
});

it("leaves master alone when it moves between plan and act", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  const plan = await planRollback({}, { git });
  await promoteFile(git, { cycle: 3, path: "c.txt", content: "c\n" });
  const refs = repository.run("for-each-ref");
  const result = await rollBack({ plan, at: "2026-11-21T04:00:00Z", keep: 10 }, { git });
  expect(result.status).toBe("moved");
  expect(repository.run("for-each-ref")).toBe(refs);
});

it("keeps its own snapshot and the newest others", async () => {
  using repository = openGitRepository();
  const git = await openWithPromotions(repository);
  await rollBackTo(git, "c1/1", "2026-11-21T04:00:00.000Z", 2);
  expect((await listSnapshots({ git })).map(({ name }) => name)).toEqual([
    "rollback/20261121T040000000Z",
    "c1/2",
  ]);
});
