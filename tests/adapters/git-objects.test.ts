import { describe, expect, it } from "vitest";
import { openGitRepository } from "../helpers/git-repository.ts";

const oddNames = [
  "with space.txt",
  'with "quotes".txt',
  "with\nnewline.txt",
  "-dash.txt",
  ":(top)magic.txt",
  "star*.txt",
  "back\\slash.txt",
  "\u00e4\u{1f319}.txt",
  "-d/--help/deep.txt",
];
const notUtf8 = Buffer.from("caf\xe9.txt", "latin1");

describe("reading a tree", () => {
  it("lists and reads files with odd names", async () => {
    using repository = openGitRepository();
    for (const name of oddNames) {
      repository.write(name, `content of ${name}`);
    }
    const head = repository.commit();
    const git = await repository.open();
    const listed = (await git.listFiles(head)).map((entry) => entry.path);
    expect([...listed].sort()).toEqual([...oddNames].sort());
    for (const name of oddNames) {
      expect(String(await git.readFile(head, name))).toBe(`content of ${name}`);
    }
  });

  it("gives contents byte by byte, and null for what is not a regular file", async () => {
    using repository = openGitRepository();
    const binary = Buffer.from([0, 255, 10, 13, 0, 254]);
    repository.write("dir/binary", binary);
    repository.write("tool", "#!/bin/sh\n", "executable");
    repository.write("link", "dir/binary", "symlink");
    repository.run("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
    repository.run("add", "-A", "--", "dir", "tool", "link");
    repository.run("commit", "-q", "-m", "files");
    const git = await repository.open();
    expect(await git.readFile("HEAD", "dir/binary")).toEqual(binary);
    expect(await git.listFiles("HEAD")).toMatchObject([
      { path: "dir/binary", mode: "100644" },
      { path: "link", mode: "120000" },
      { path: "module", mode: "160000", hash: "1".repeat(40) },
      { path: "tool", mode: "100755" },
    ]);
    for (const path of [
      "link",
      "module",
      "dir",
      "dir/",
      "absent",
      "",
      "dir/../tool",
      "/tool",
      "link/x",
      "*",
    ]) {
      expect(await git.readFile("HEAD", path)).toBeNull();
    }
  });

  it("leaves files out whose name is not UTF-8, and keeps them in trees that it builds", async () => {
    using repository = openGitRepository();
    repository.write("a.txt", "one\n");
    repository.write(notUtf8, "old name\n");
    const head = repository.commit();
    const git = await repository.open();
    expect((await git.listFiles(head)).map((entry) => entry.path)).toEqual(["a.txt"]);
    const tree = await git.buildTree(head, [{ path: "a.txt", mode: "100644", content: "two\n" }]);
    expect(repository.run("ls-tree", "--name-only", tree)).toBe('a.txt\n"caf\\351.txt"');
    repository.write(notUtf8, "new content\n");
    expect(await git.uncommittedPaths()).toEqual(["caf\ufffd.txt"]);
    const next = repository.commit();
    expect(await git.changedPaths(head, next)).toEqual(["caf\ufffd.txt"]);
    const applied = await git.applyChange(tree, head, next);
    expect(applied).toMatchObject({ status: "applied" });
  });

  it("refuses revisions that git would take for options", async () => {
    using repository = openGitRepository();
    repository.commit();
    const git = await repository.open();
    for (const revision of ["--all", "-h", "", "main\nother"]) {
      await expect(git.listFiles(revision)).rejects.toMatchObject({ code: "BAD_REVISION" });
      await expect(git.log(revision)).rejects.toMatchObject({ code: "BAD_REVISION" });
      await expect(git.resolveCommit(revision)).rejects.toMatchObject({ code: "BAD_REVISION" });
      await expect(git.isAncestor("main", revision)).rejects.toMatchObject({ code: "BAD_REVISION" });
    }
    expect(await git.resolveCommit("absent")).toBeNull();
    await expect(git.treeOf("absent")).rejects.toMatchObject({ code: "REVISION_NOT_FOUND" });
    await expect(git.log("absent")).rejects.toMatchObject({ code: "GIT_FAILED" });
    await expect(git.isAncestor("main", "absent")).rejects.toMatchObject({ code: "GIT_FAILED" });
  });
});

describe("building a tree", () => {
  it("gives the tree that git itself gives for the same files", async () => {
    using repository = openGitRepository();
    repository.write("keep.txt", "keep\n");
    repository.write("dir/change.txt", "old\n");
    repository.write("dir/remove.txt", "gone\n");
    repository.write("tool", "#!/bin/sh\n");
    repository.write("link", "keep.txt", "symlink");
    const head = repository.commit();
    const git = await repository.open();
    const tree = await git.buildTree(head, [
      { path: "dir/change.txt", mode: "100644", content: "new\r\n" },
      { path: "dir/remove.txt", mode: "100644", content: null },
      { path: "never-there.txt", mode: "100644", content: null },
      { path: "tool", mode: "100755", content: "#!/bin/sh\n" },
      ...oddNames.map((path) => ({ path, mode: "100644" as const, content: `new ${path}` })),
    ]);
    repository.write("dir/change.txt", "new\r\n");
    repository.run("rm", "-q", "dir/remove.txt");
    repository.write("tool", "#!/bin/sh\n", "executable");
    for (const name of oddNames) {
      repository.write(name, `new ${name}`);
    }
    repository.run("add", "-A");
    expect(tree).toBe(repository.run("write-tree"));
    expect(await git.buildTree(head, [])).toBe(await git.treeOf(head));
  });

  it("applies no filter or line-ending setting of the user", async () => {
    using repository = openGitRepository();
    repository.write(".gitattributes", "*.txt filter=shout text eol=crlf\n");
    const head = repository.commit();
    repository.run("config", "filter.shout.clean", "tr a-z A-Z");
    repository.run("config", "core.autocrlf", "true");
    const git = await repository.open();
    const tree = await git.buildTree(head, [{ path: "a.txt", mode: "100644", content: "quiet\r\n" }]);
    expect(String(await git.readFile(tree, "a.txt"))).toBe("quiet\r\n");
  });

  it("puts a file where a deleted file made room", async () => {
    using repository = openGitRepository();
    repository.write("a", "file\n");
    const head = repository.commit();
    const git = await repository.open();
    const tree = await git.buildTree(head, [
      { path: "a/b", mode: "100644", content: "inner\n" },
      { path: "a", mode: "100644", content: null },
    ]);
    expect((await git.listFiles(tree)).map((entry) => entry.path)).toEqual(["a/b"]);
  });

  it.each([
    "../outside",
    "a/../../outside",
    "/etc/passwd",
    "a//b",
    "./a",
    "a/.",
    "",
    "a/",
    ".git/config",
    "sub/.git/hooks/post-checkout",
    ".GIT/config",
    ".git./config",
    "git~1/config",
    ".g\u200cit/config",
    "sub\\.git\\config",
    "nul\0byte",
    "lone\ud800surrogate",
  ])("refuses to write %j", async (path) => {
    using repository = openGitRepository();
    const head = repository.commit();
    const git = await repository.open();
    const refusal = { code: "BAD_PATH", message: expect.stringContaining(JSON.stringify(path)) };
    for (const content of ["evil", null]) {
      await expect(git.buildTree(head, [{ path, mode: "100644", content }])).rejects.toMatchObject(refusal);
    }
    await expect(git.buildTreeFromFiles([{ path, content: "evil" }])).rejects.toMatchObject(refusal);
  });

  it.each([
    ["through a symbolic link", "link/x.txt"],
    ["over a symbolic link", "link"],
    ["through a file", "dir/file.txt/x.txt"],
    ["over a folder", "dir"],
    ["into a submodule", "module/x.txt"],
    ["over a submodule", "module"],
  ])("refuses to write %s", async (_, path) => {
    using repository = openGitRepository();
    repository.write("dir/file.txt", "one\n");
    repository.write("link", "dir", "symlink");
    repository.commit();
    repository.run("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
    repository.run("commit", "-q", "-m", "module");
    const git = await repository.open();
    await expect(git.buildTree("HEAD", [{ path, mode: "100644", content: "x" }])).rejects.toMatchObject({
      code: "BAD_PATH",
      message: expect.stringContaining(JSON.stringify(path)),
    });
  });

  it("builds a tree of files alone", async () => {
    using repository = openGitRepository();
    repository.write("other.txt", "other\n");
    repository.commit();
    const git = await repository.open();
    const bytes = Uint8Array.from([0, 255]);
    const tree = await git.buildTreeFromFiles([
      { path: "lessons.jsonl", content: '{"a":1}\n' },
      { path: "reports/c1.bin", content: bytes },
    ]);
    expect((await git.listFiles(tree)).map((entry) => entry.path)).toEqual([
      "lessons.jsonl",
      "reports/c1.bin",
    ]);
    expect(await git.readFile(tree, "reports/c1.bin")).toEqual(Buffer.from(bytes));
    expect(await git.listFiles(await git.buildTreeFromFiles([]))).toEqual([]);
  });
});

describe("commits and history", () => {
  it("writes the same commit for the same input, whoever the user is", async () => {
    using repository = openGitRepository();
    const head = repository.commit();
    const git = await repository.open();
    const input = {
      tree: await git.treeOf(head),
      parents: [head],
      message: "fix: it",
      at: "2026-11-21T03:00:00Z",
    };
    const first = await git.writeCommit(input);
    repository.run("config", "user.name", "Somebody Else");
    repository.run("config", "commit.gpgSign", "true");
    repository.run("config", "i18n.commitEncoding", "latin1");
    expect(await git.writeCommit(input)).toBe(first);
    expect(await git.writeCommit({ ...input, at: "2026-11-21T03:00:01Z" })).not.toBe(first);
    await expect(git.writeCommit({ ...input, at: "tonight" })).rejects.toMatchObject({ code: "BAD_DATE" });
  });

  it("reads subject, body, trailers and date, newest first", async () => {
    using repository = openGitRepository();
    const head = repository.commit();
    const git = await repository.open();
    const message =
      "fix: \u00fcber\n\nWhy it was.\n\nNightshift-Cycle: 9\n\nNightshift-Cycle: 2\nNightshift-Item: a: b\n  c\nNightshift-Cycle: 3";
    const tree = await git.treeOf(head);
    const commit = await git.writeCommit({ tree, parents: [head], message, at: "1970-01-02T00:00:00Z" });
    const log = await git.log(commit);
    expect(log.map((entry) => entry.hash)).toEqual([commit, head]);
    expect(log[0]).toMatchObject({
      tree,
      parents: [head],
      subject: "fix: \u00fcber",
      body: expect.stringContaining("Why it was."),
      trailers: { "Nightshift-Cycle": "3", "Nightshift-Item": "a: b c" },
      at: "1970-01-02T00:00:00.000Z",
    });
    expect(log[1]).toMatchObject({ parents: [], trailers: {}, body: "" });
    expect(await git.log(`${head}..${commit}`)).toHaveLength(1);
    expect(await git.log(commit, { limit: 1 })).toHaveLength(1);
    expect(await git.log(`${commit}..${head}`)).toEqual([]);
    expect(await git.isAncestor(head, commit)).toBe(true);
    expect(await git.isAncestor(commit, head)).toBe(false);
  });

  it("follows first parents when asked", async () => {
    using repository = openGitRepository();
    const base = repository.commit();
    const git = await repository.open();
    const tree = await git.treeOf(base);
    const [at, message] = ["2026-11-21T03:00:00Z", "x"];
    const side = await git.writeCommit({ tree, parents: [base], message: "side", at });
    const main = await git.writeCommit({ tree, parents: [base], message, at });
    const merge = await git.writeCommit({ tree, parents: [main, side], message, at });
    const hashes = (await git.log(merge, { firstParent: true })).map((entry) => entry.hash);
    expect(hashes).toEqual([merge, main, base]);
  });

  it("diffs trees in one form, whatever the user's settings are", async () => {
    using repository = openGitRepository();
    repository.write(".gitattributes", "*.txt diff=shout\n");
    repository.write("a.txt", "one\ntwo\n");
    repository.write("picture", Buffer.from([0, 1, 2]));
    const from = repository.commit();
    repository.write("a.txt", "one\nthree\n");
    repository.write("picture", Buffer.from([0, 1, 3]));
    const to = repository.commit();
    const git = await repository.open();
    const plain = await git.diff(from, to);
    expect(plain).toContain("--- a/a.txt\n+++ b/a.txt\n");
    expect(plain).toContain("-two\n+three\n");
    expect(plain).toContain("GIT binary patch");
    for (const [key, value] of [
      ["diff.noprefix", "true"],
      ["diff.mnemonicPrefix", "true"],
      ["diff.external", "false"],
      ["diff.shout.command", "echo command"],
      ["diff.shout.textconv", "tr a-z A-Z <"],
      ["diff.algorithm", "patience"],
      ["diff.context", "0"],
      ["color.ui", "always"],
    ] as const) {
      repository.run("config", key, value);
    }
    expect(await git.diff(from, to)).toBe(plain);
    expect(await git.changedPaths(from, to)).toEqual(["a.txt", "picture"]);
  });
});
