import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
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

const campaign = "2026-11-21-031507-3fa9";
const stateFiles: readonly (readonly [string, string])[] = [
  [`campaigns/${campaign}/journal.jsonl`, "{}\n"],
  [`reports/${campaign}.md`, "# Night\n"],
  ["status.json", `${JSON.stringify({ campaign }, null, 2)}\n`],
  ["memory.sqlite", ""],
  [`sandboxes/${campaign}/owner.json`, "{}\n"],
  [`dependencies/${"0a".repeat(32)}/index.js`, ""],
  [`dependencies/setup-${"0a".repeat(32)}/index.js`, ""],
  ["lock", ""],
  ["lock.taking", ""],
];

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A repository with refs and files of ours, and with refs whose names only look like it. */
function fill(repository: GitRepository): string {
  const commit = repository.commit();
  for (const ref of [...ours, "refs/heads/nightshift-notes", "refs/tags/v1"]) {
    repository.run("update-ref", ref, commit);
  }
  const folder = join(repository.dir, ".git/nightshift");
  for (const [path, content] of stateFiles) write(join(folder, path), content);
  return folder;
}

it("lists every ref beneath the prefix and every file, and removes nothing by that", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  const git = await repository.open();
  const plan = await planCleaning({ stateRoot: folder }, { git });
  expect(plan.refs.map(({ ref }) => ref)).toEqual(ours);
  expect(plan.paths).toHaveLength(stateFiles.length);
  expect(existsSync(folder)).toBe(true);
});

it("removes them, and nothing of the user", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  const before = repository.fingerprint();
  const git = await repository.open();
  await cleanRepository(await planCleaning({ stateRoot: folder }, { git }), { git });
  expect(repository.run("for-each-ref", "--format=%(refname)").split("\n")).toEqual([
    "refs/heads/main",
    "refs/heads/nightshift-notes",
    "refs/tags/v1",
  ]);
  expect(existsSync(folder)).toBe(false);
  expect(repository.fingerprint()).toBe(before);
  await cleanRepository(await planCleaning({ stateRoot: folder }, { git }), { git });
});

it("removes nothing when a work tree has one of the branches checked out", async () => {
  using repository = openGitRepository();
  const folder = fill(repository);
  repository.run("worktree", "add", "-q", join(repository.dir, "../linked"), "nightshift/master");
  const refs = repository.run("for-each-ref");
  const git = await repository.open();
  const plan = await planCleaning({ stateRoot: folder }, { git });
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
  const plan = await planCleaning({ stateRoot: folder }, { git });
  const moved = repository.run("commit-tree", "-m", "moved", "HEAD^{tree}");
  repository.run("update-ref", "refs/heads/nightshift/memory", moved);
  const refs = repository.run("for-each-ref");
  await expect(cleanRepository(plan, { git })).rejects.toMatchObject({ code: "REFS_MOVED" });
  expect(repository.run("for-each-ref")).toBe(refs);
  expect(existsSync(folder)).toBe(true);
});

it("removes nothing of somebody else's beneath the state root, whatever it is called", async () => {
  using repository = openGitRepository();
  fill(repository);
  const root = join(repository.dir, "../shared");
  for (const [path, content] of stateFiles) write(join(root, path), content);
  const others = [
    "campaigns/spring/plan.txt",
    "reports/2026.md",
    "sandboxes/mine/keep",
    "dependencies/left-pad/index.js",
    "notes.txt",
  ];
  for (const path of others) write(join(root, path), "");
  const git = await repository.open();
  await cleanRepository(await planCleaning({ stateRoot: root }, { git }), { git });
  const left = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const leftPaths = left.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
  // The lock is in the git directory; a file of that name elsewhere is not one.
  expect(leftPaths.toSorted()).toEqual([...others, "lock", "lock.taking"].toSorted());
});

it("leaves a status.json that no campaign wrote", async () => {
  using repository = openGitRepository();
  fill(repository);
  const root = join(repository.dir, "../shared");
  write(join(root, "status.json"), `{"campaign": "spring sale"}`);
  const git = await repository.open();
  await cleanRepository(await planCleaning({ stateRoot: root }, { git }), { git });
  expect(existsSync(join(root, "status.json"))).toBe(true);
});
