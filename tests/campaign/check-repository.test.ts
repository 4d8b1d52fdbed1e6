import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkRepository } from "../../src/campaign/check-repository.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

async function check(repository: GitRepository, configuredSacred = "", stateRoot?: string) {
  const git = await repository.open();
  return checkRepository(
    { configuredSacred, stateRoot: stateRoot ?? join(repository.dir, ".git/nightshift") },
    { git },
  );
}

it("takes the one branch of a plain repository, and writes nothing", async () => {
  using repository = openGitRepository();
  const commit = repository.commit();
  const before = repository.fingerprint();
  const { sacred, state } = await check(repository);
  expect(sacred).toEqual({ branch: "main", commit });
  expect(state.headCommit).toBe(commit);
  expect(repository.fingerprint()).toBe(before);
  expect(repository.run("for-each-ref", "refs/heads/nightshift")).toBe("");
});

it("prefers the configured branch, then the remote's default, then main or master, then the current one", async () => {
  using repository = openGitRepository();
  const commit = repository.commit();
  repository.run("checkout", "-q", "-b", "feature");
  for (const name of ["trunk", "master", "release"]) {
    repository.run("branch", name);
  }
  repository.run("update-ref", "refs/remotes/origin/trunk", commit);
  repository.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  const choose = async (configured = "") => (await check(repository, configured)).sacred.branch;
  expect(await choose("release")).toBe("release");
  expect(await choose()).toBe("trunk");
  repository.run("branch", "-D", "trunk");
  expect(await choose()).toBe("main");
  repository.run("branch", "-D", "main");
  expect(await choose()).toBe("master");
  repository.run("branch", "-D", "master");
  expect(await choose()).toBe("feature");
});

it("works from a detached HEAD only when the sacred branch is configured", async () => {
  using repository = openGitRepository();
  const commit = repository.commit();
  repository.run("checkout", "-q", "--detach");
  await expect(check(repository)).rejects.toMatchObject({
    code: "DETACHED_HEAD",
    kind: "usage",
    hint: expect.stringContaining("branches.sacred"),
  });
  expect((await check(repository, "main")).sacred).toEqual({ branch: "main", commit });
});

it("refuses a repository without commits", async () => {
  using repository = openGitRepository();
  await expect(check(repository)).rejects.toMatchObject({
    code: "NO_COMMITS",
    kind: "usage",
    message: expect.stringContaining(repository.dir),
  });
});

it("refuses an unborn HEAD though other branches have commits", async () => {
  using repository = openGitRepository();
  repository.commit();
  repository.run("checkout", "-q", "--orphan", "fresh");
  await expect(check(repository, "main")).rejects.toMatchObject({
    code: "UNBORN_HEAD",
    kind: "usage",
    message: expect.stringContaining("fresh"),
  });
});

it("refuses a configured branch that is missing, and names those that exist", async () => {
  using repository = openGitRepository();
  repository.commit();
  await expect(check(repository, "mian")).rejects.toMatchObject({
    code: "SACRED_MISSING",
    kind: "usage",
    message: expect.stringContaining("mian"),
    hint: expect.stringContaining("main"),
  });
});

it("never takes a branch beneath its own prefix for sacred", async () => {
  using repository = openGitRepository();
  repository.commit();
  repository.run("branch", "-m", "main", "nightshift/master");
  const refusal = { code: "SACRED_BENEATH_PREFIX", message: expect.stringContaining("nightshift/master") };
  await expect(check(repository)).rejects.toMatchObject(refusal);
  await expect(check(repository, "nightshift/master")).rejects.toMatchObject(refusal);
});

it.each([
  "refs/heads/nightshift",
  "refs/tags/nightshift",
  "refs/heads/nightshift/sandbox",
  "refs/heads/nightshift/master/old",
])("refuses a repository with a ref named %s", async (ref) => {
  using repository = openGitRepository();
  const commit = repository.commit();
  repository.run("update-ref", ref, commit);
  await expect(check(repository)).rejects.toMatchObject({
    code: "REF_NAMED_LIKE_PREFIX",
    kind: "usage",
    message: expect.stringContaining(ref),
    hint: expect.stringContaining("branches.prefix"),
  });
});

it("minds no ref whose name only starts like the prefix", async () => {
  using repository = openGitRepository();
  const commit = repository.commit();
  repository.run("update-ref", "refs/heads/nightshift-notes", commit);
  repository.run("update-ref", "refs/heads/nightshift/master", commit);
  expect((await check(repository)).sacred.branch).toBe("main");
});

it("refuses a shallow clone", async () => {
  using repository = openGitRepository();
  repository.commit();
  repository.commit();
  const clone = join(repository.dir, "../clone");
  execFileSync("git", ["clone", "-q", "--depth=1", `file://${repository.dir}`, clone]);
  const git = await repository.open({ dir: clone });
  await expect(
    checkRepository({ configuredSacred: "", stateRoot: join(clone, "state") }, { git }),
  ).rejects.toMatchObject({ code: "SHALLOW_CLONE", kind: "usage", message: expect.stringContaining(clone) });
});

it("refuses a state root that cannot be written, naming it", async () => {
  using repository = openGitRepository();
  repository.write("file", "x");
  repository.commit();
  for (const stateRoot of [join(repository.dir, "file"), join(repository.dir, "file/state")]) {
    await expect(check(repository, "", stateRoot)).rejects.toMatchObject({
      code: "NOT_WRITABLE",
      kind: "usage",
      message: expect.stringContaining(stateRoot),
      hint: expect.stringContaining("--root"),
    });
  }
});

const isRoot = process.getuid?.() === 0;
if (isRoot) {
  console.warn("skipped: root may write to a folder of any mode");
}

it.skipIf(isRoot)("refuses a state root that is read-only for this user", async () => {
  using repository = openGitRepository();
  repository.commit();
  const stateRoot = join(repository.dir, "state");
  mkdirSync(stateRoot);
  chmodSync(stateRoot, 0o555);
  for (const place of [stateRoot, join(stateRoot, "new/deep")]) {
    await expect(check(repository, "", place)).rejects.toMatchObject({ code: "NOT_WRITABLE" });
  }
});
