import { chmodSync, chownSync, existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { createGit } from "../../src/adapters/git.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { createPlainProcessRunner } from "../helpers/plain-process-runner.ts";

const at = "2026-11-21T03:00:00Z";

it("opens a repository from any folder in it and says what it is", async () => {
  using repository = openGitRepository();
  repository.write("deep/er/file.txt", "one\n");
  const head = repository.commit();
  const git = await repository.open({ dir: join(repository.dir, "deep/er") });
  expect(git.root).toBe(repository.dir);
  expect(await git.state()).toEqual({
    root: repository.dir,
    commonDir: join(repository.dir, ".git"),
    headBranch: "main",
    headCommit: head,
    isShallow: false,
    objectFormat: "sha1",
  });
});

it("opens a linked work tree and finds the shared folder", async () => {
  using repository = openGitRepository();
  repository.commit();
  const linked = join(repository.dir, "..", "linked");
  repository.run("worktree", "add", "-q", "-b", "side", linked);
  const git = await repository.open({ dir: linked });
  expect(git.root).toBe(linked);
  expect(await git.state()).toMatchObject({ headBranch: "side", commonDir: join(repository.dir, ".git") });
});

it("lets no git variable of the caller through", async () => {
  using repository = openGitRepository();
  using other = openGitRepository();
  const head = repository.commit();
  other.commit("other");
  const names = {
    GIT_DIR: join(other.dir, ".git"),
    GIT_WORK_TREE: other.dir,
    GIT_INDEX_FILE: "/nonexistent",
  };
  for (const [name, value] of Object.entries(names)) {
    vi.stubEnv(name, value);
  }
  try {
    const deps = { processes: createPlainProcessRunner() };
    const options = { dir: repository.dir, prefix: "nightshift", environment: process.env };
    expect((await (await createGit(options, deps)).state()).headCommit).toBe(head);
  } finally {
    vi.unstubAllEnvs();
  }
});

it.each([
  ["a folder that is no repository", (dir: string) => join(dir, ".."), "NOT_A_REPOSITORY"],
  ["a folder that does not exist", (dir: string) => join(dir, "missing"), "NOT_A_REPOSITORY"],
  ["the git folder itself", (dir: string) => join(dir, ".git"), "NOT_A_REPOSITORY"],
])("refuses %s, naming it", async (_, place, code) => {
  using repository = openGitRepository();
  repository.commit();
  const dir = place(repository.dir);
  await expect(repository.open({ dir })).rejects.toMatchObject({
    code,
    kind: "usage",
    message: expect.stringContaining(dir.replace(/\/repo\/\.\.$/, "")),
  });
});

it("refuses a bare repository", async () => {
  using repository = openGitRepository();
  repository.run("config", "core.bare", "true");
  await expect(repository.open()).rejects.toMatchObject({ code: "BARE_REPOSITORY", kind: "usage" });
});

it("says so when git is missing, or too old", async () => {
  using repository = openGitRepository();
  const programs = join(repository.dir, "..", "programs");
  mkdirSync(programs);
  const deps = { processes: createPlainProcessRunner() };
  const options = { dir: repository.dir, prefix: "nightshift", environment: { PATH: programs } };
  await expect(createGit(options, deps)).rejects.toMatchObject({ code: "GIT_MISSING", kind: "usage" });
  writeFileSync(join(programs, "git"), "#!/bin/sh\necho git version 2.33.9\n");
  chmodSync(join(programs, "git"), 0o755);
  await expect(createGit(options, deps)).rejects.toMatchObject({
    code: "GIT_TOO_OLD",
    message: expect.stringContaining("2.33.9"),
  });
});

it("runs no hook of the user and leaves branch, index, HEAD and config byte-identical", async () => {
  using repository = openGitRepository();
  repository.write("a.txt", "one\n");
  repository.write("same.txt", "same\n");
  const head = repository.commit();
  const witness = join(repository.dir, "..", "hook-ran");
  for (const hook of [
    "reference-transaction",
    "post-commit",
    "pre-commit",
    "post-index-change",
    "post-checkout",
  ]) {
    const path = join(repository.dir, ".git/hooks", hook);
    mkdirSync(join(repository.dir, ".git/hooks"), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho ${hook} >> ${witness}\nexit 1\n`);
    chmodSync(path, 0o755);
  }
  repository.write("a.txt", "half done\n");
  repository.write("new.txt", "untracked\n");
  repository.run("-c", "core.hooksPath=/dev/null", "add", "a.txt");
  // A file whose time alone has changed is what git would note in the index.
  utimesSync(join(repository.dir, "same.txt"), 1, 1);
  const before = repository.fingerprint();
  const git = await repository.open();
  const tree = await git.buildTree(head, [{ path: "a.txt", mode: "100644", content: "two\n" }]);
  const commit = await git.writeCommit({ tree, parents: [head], message: "fix", at });
  await git.applyChange(head, head, commit);
  expect(await git.uncommittedPaths()).toEqual(["a.txt", "new.txt"]);
  const ref = "refs/heads/nightshift/master";
  expect(await git.updateRefs([{ ref, to: commit, from: null }])).toEqual({ status: "updated" });
  expect(repository.run("rev-parse", ref)).toBe(commit);
  expect(repository.fingerprint()).toBe(before);
  expect(existsSync(witness)).toBe(false);
});

it("works on a repository with SHA-256 objects", async () => {
  using repository = openGitRepository({ objectFormat: "sha256" });
  repository.write("a.txt", "one\n");
  const head = repository.commit();
  const git = await repository.open();
  const tree = await git.buildTree(head, [{ path: "b.txt", mode: "100644", content: "two\n" }]);
  const commit = await git.writeCommit({ tree, parents: [head], message: "fix", at });
  expect(commit).toHaveLength(64);
  const ref = "refs/heads/nightshift/master";
  expect(await git.updateRefs([{ ref, to: commit, from: null }])).toEqual({ status: "updated" });
  expect(await git.updateRefs([{ ref, to: head, from: null }])).toMatchObject({ status: "moved" });
  expect(await git.updateRefs([{ ref, to: null, from: commit }])).toEqual({ status: "updated" });
  expect((await git.state()).objectFormat).toBe("sha256");
});

const isRoot = process.getuid?.() === 0;
if (!isRoot) {
  console.warn("skipped: only root can give a repository to another user");
}

it.skipIf(!isRoot)("says how to trust a repository of another user", async () => {
  using repository = openGitRepository();
  repository.commit();
  for (const path of [repository.dir, join(repository.dir, ".git")]) {
    chownSync(path, 12_345, 12_345);
  }
  await expect(repository.open()).rejects.toMatchObject({
    code: "UNSAFE_REPOSITORY",
    kind: "usage",
    hint: expect.stringContaining(`safe.directory '${repository.dir}'`),
  });
});

it("points out what is not committed, and leaves submodules' inner changes to them", async () => {
  using inner = openGitRepository();
  inner.write("lib.txt", "one\n");
  inner.commit();
  using repository = openGitRepository();
  repository.run("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.dir, "module");
  repository.write("a b\n.txt", "one\n");
  const head = repository.commit();
  const git = await repository.open();
  expect(await git.uncommittedPaths()).toEqual([]);
  writeFileSync(join(repository.dir, "module/lib.txt"), "changed\n");
  repository.write("a b\n.txt", "two\n");
  repository.write("new/file.txt", "untracked\n");
  expect(await git.uncommittedPaths()).toEqual(["a b\n.txt", "new/file.txt"]);
  expect((await git.listFiles(head)).find((entry) => entry.path === "module")?.mode).toBe("160000");
  const tree = await git.buildTree(head, [{ path: "b.txt", mode: "100644", content: "b\n" }]);
  expect((await git.listFiles(tree)).map((entry) => entry.path)).toContain("module");
});
