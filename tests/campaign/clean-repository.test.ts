import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { cleanRepository } from "../../src/campaign/clean-repository.ts";
import { planCleaning } from "../../src/campaign/plan-cleaning.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const ours = [
  "refs/heads/nightshift/master",
  "refs/heads/nightshift/memory",
  "refs/heads/nightshift/sandbox/c1/1",
  "refs/tags/nightshift/snapshot/c1/1",
];

/** A repository with refs and files of ours, and with refs whose names only look like it. */
function fill(repository: GitRepository): string {
  const commit = repository.commit();
  for (const ref of [...ours, "refs/heads/nightshift-notes", "refs/tags/v1"]) {
    repository.run("update-ref", ref, commit);
  }
  const folder = join(repository.dir, ".git/nightshift");
  mkdirSync(join(folder, "campaigns/c1"), { recursive: true });
  writeFileSync(join(folder, "campaigns/c1/journal.jsonl"), "{}\n");
  return folder;
}

it("lists every ref beneath the prefix and the folders, and removes nothing by that", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  const git = await repository.open();
  const plan = await planCleaning({ folders: [folder] }, { git });
  expect(plan.refs.map(({ ref }) => ref)).toEqual(ours);
  expect(plan.folders).toEqual([folder]);
  expect(existsSync(folder)).toBe(true);
});

it("removes them, and nothing of the user", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  const before = repository.fingerprint();
  const git = await repository.open();
  await cleanRepository(await planCleaning({ folders: [folder] }, { git }), { git });
  expect(repository.run("for-each-ref", "--format=%(refname)").split("\n")).toEqual([
    "refs/heads/main",
    "refs/heads/nightshift-notes",
    "refs/tags/v1",
  ]);
  expect(existsSync(folder)).toBe(false);
  expect(repository.fingerprint()).toBe(before);
  await cleanRepository(await planCleaning({ folders: [folder] }, { git }), { git });
});

it("removes nothing when a work tree has one of the branches checked out", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  repository.run("worktree", "add", "-q", join(repository.dir, "../linked"), "nightshift/master");
  const refs = repository.run("for-each-ref");
  const git = await repository.open();
  const plan = await planCleaning({ folders: [folder] }, { git });
  await expect(cleanRepository(plan, { git })).rejects.toMatchObject({
    code: "REF_OUTSIDE_PREFIX",
    message: expect.stringContaining("refs/heads/nightshift/master"),
  });
  expect(repository.run("for-each-ref")).toBe(refs);
  expect(existsSync(folder)).toBe(true);
});

it("removes nothing when a ref has moved since the plan", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  const git = await repository.open();
  const plan = await planCleaning({ folders: [folder] }, { git });
  const moved = repository.run("commit-tree", "-m", "moved", "HEAD^{tree}");
  repository.run("update-ref", "refs/heads/nightshift/memory", moved);
  const refs = repository.run("for-each-ref");
  await expect(cleanRepository(plan, { git })).rejects.toMatchObject({ code: "REFS_MOVED" });
  expect(repository.run("for-each-ref")).toBe(refs);
  expect(existsSync(folder)).toBe(true);
});

it("refuses folders that hold the repository, or are named relative to nobody knows what", async () => {
  using repository = openGitRepository();
  fill(repository);
  const git = await repository.open();
  for (const folder of [
    repository.dir,
    `${repository.dir}/`,
    `${repository.dir}/../x/../repo`,
    dirname(repository.dir),
    join(repository.dir, ".git"),
    "/",
    "state",
    "",
  ]) {
    await expect(planCleaning({ folders: [folder] }, { git })).rejects.toMatchObject({
      code: "UNSAFE_FOLDER",
      kind: "usage",
    });
  }
});
