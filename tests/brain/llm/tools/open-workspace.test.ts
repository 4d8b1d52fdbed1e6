import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProcessRunner } from "../../../../src/adapters/process-runner.ts";
import { openWorkspace } from "../../../../src/brain/llm/tools/open-workspace.ts";
import { search } from "../../../../src/brain/llm/tools/search.ts";
import type { ToolContext } from "../../../../src/brain/llm/tools/tool.ts";
import { openSandboxRig } from "../../../helpers/sandbox-rig.ts";
import { openToolRig } from "./tool-rig.ts";

const files = {
  "src/a.js": "export const a = 1;\n",
  "src/empty.js": "",
  "bin/run": "#!/bin/sh\necho hi\n",
  "tests/a.test.js": "test\n",
  "package.json": "{}\n",
  "docs/guide.md": "guide\n",
};

describe("reading", () => {
  it("gives a file's text as it is, by any of its spellings", async () => {
    await using rig = await openToolRig({ files: { ...files, "w.txt": "\ufeffa\r\nb" } });
    expect(await rig.workspace.read("w.txt")).toEqual({ status: "read", text: "\ufeffa\r\nb" });
    const mounted = `${rig.sandbox.mountPath}/src/a.js`;
    for (const path of ["src/a.js", "./src/a.js", mounted, `file://${mounted}`])
      expect(await rig.workspace.read(path)).toEqual({ status: "read", text: files["src/a.js"] });
  });

  it("names what is nearest to a path that is not there", async () => {
    await using rig = await openToolRig({ files: { ...files, "src/pages/list.ts": "x\n" } });
    expect(await rig.workspace.read("lib/a.js")).toEqual({
      status: "refused",
      reason: "There is no lib/a.js. Did you mean src/a.js?",
    });
    const reasons = await Promise.all(
      ["src/pages/list.js", "src/a.js:3:7", "src/A.js", "docs/guides.md"].map(async (path) => {
        const outcome = await rig.workspace.read(path);
        return outcome.status === "refused" ? outcome.reason : "read";
      }),
    );
    expect(reasons).toEqual([
      "There is no src/pages/list.js. Did you mean src/pages/list.ts?",
      'There is no "src/a.js:3:7". Did you mean src/a.js?',
      "There is no src/A.js. Did you mean src/a.js?",
      "There is no docs/guides.md. Did you mean docs/guide.md?",
    ]);
  });

  it("refuses what is no text of the repository, each with its own reason", async () => {
    await using rig = await openToolRig({
      files: { ...files, "large.txt": "x".repeat(1024 * 1024 + 1), "full.txt": "x".repeat(1024 * 1024) },
      tracked: ["image.png", "nul.txt", "latin.txt", "link", "out", "folder-link", "module", "pipe"],
    });
    const { dir } = rig.sandbox;
    writeFileSync(join(dir, "image.png"), Buffer.from([0x89, 0x50, 0, 1]));
    writeFileSync(join(dir, "nul.txt"), "a\0b\n");
    writeFileSync(join(dir, "latin.txt"), Buffer.from([0x63, 0xe9]));
    writeFileSync(join(dir, "untracked.txt"), "built\n");
    symlinkSync("src/a.js", join(dir, "link"));
    symlinkSync("/etc/passwd", join(dir, "out"));
    symlinkSync("../..", join(dir, "folder-link"));
    mkdirSync(join(dir, "module"));
    await createProcessRunner().run({
      argv: ["mkfifo", join(dir, "pipe")],
      ...{ cwd: dir, env: { PATH: process.env.PATH ?? "" }, timeoutMs: 5000 },
    });
    const expected = {
      "image.png": /no UTF-8 text/,
      "latin.txt": /no UTF-8 text/,
      "nul.txt": /no UTF-8 text/,
      "large.txt": /too large: 1048577 bytes.*search/,
      link: /link is a symbolic link.*use src\/a\.js instead/,
      out: /symbolic link that leads out/,
      "folder-link/etc/passwd": /folder-link is a symbolic link that leads out/,
      src: /is a folder; list_directory/,
      module: /is a submodule/,
      "module/x.js": /module is no folder/,
      pipe: /pipe, a socket or a device/,
      "untracked.txt": /not tracked by git/,
      "node_modules/left-pad/index.js": /dependencies cannot be read/,
      "src/a.js/b": /src\/a\.js is no folder/,
    };
    for (const [path, reason] of Object.entries(expected))
      expect(await rig.workspace.read(path), path).toMatchObject({
        status: "refused",
        reason: expect.stringMatching(reason),
      });
    expect(await rig.workspace.read("full.txt")).toMatchObject({ status: "read" });
    expect(await rig.workspace.listFiles()).toEqual(
      [...Object.keys(files), "full.txt", "image.png", "large.txt", "latin.txt", "nul.txt"].toSorted(),
    );
  });
});

describe("writing", () => {
  it("keeps an edit as data, puts it into the sandbox, and keeps the file's mode", async () => {
    await using rig = await openToolRig({ files });
    expect(await rig.workspace.write("./bin/run", "#!/bin/sh\necho ho\n")).toEqual({ status: "written" });
    expect(rig.workspace.edits()).toEqual([
      { path: "bin/run", mode: "100755", content: "#!/bin/sh\necho ho\n" },
    ]);
    expect(await readFile(join(rig.sandbox.dir, "bin/run"), "utf8")).toContain("ho");
    expect((await lstat(join(rig.sandbox.dir, "bin/run"))).mode & 0o777).toBe(0o755);
  });

  it("calls what is like the base no edit", async () => {
    await using rig = await openToolRig({ files });
    await rig.workspace.write("src/a.js", "changed\n");
    await rig.workspace.write("src/a.js", "changed again\n");
    expect(rig.workspace.edits()).toHaveLength(1);
    expect(await rig.workspace.write("src/a.js", files["src/a.js"])).toEqual({ status: "restored" });
    expect(rig.workspace.edits()).toEqual([]);
    expect(await rig.workspace.write("src/a.js", "changed\n")).toEqual({ status: "written" });
    expect(rig.workspace.edits()).toEqual([{ path: "src/a.js", mode: "100644", content: "changed\n" }]);
  });

  it("empties a file of the base, and takes one of its own away", async () => {
    await using rig = await openToolRig({ files });
    expect(await rig.workspace.write("src/a.js", "")).toEqual({ status: "written" });
    expect(await rig.workspace.write("src/deep/new.js", "new\n")).toEqual({ status: "written" });
    expect(rig.workspace.list()).toContain("src/deep/new.js");
    expect(await rig.workspace.write("src/deep/new.js", "")).toEqual({ status: "taken-away" });
    expect(rig.workspace.list()).not.toContain("src/deep/new.js");
    expect(rig.workspace.edits()).toEqual([{ path: "src/a.js", mode: "100644", content: "" }]);
    await expect(lstat(join(rig.sandbox.dir, "src/deep/new.js"))).rejects.toThrow("ENOENT");
  });

  it("refuses what may not be edited, with the reason, and changes nothing", async () => {
    await using rig = await openToolRig({ files, editable: ["src/a.js"], tracked: ["link"] });
    symlinkSync("/etc/passwd", join(rig.sandbox.dir, "link"));
    symlinkSync("/tmp", join(rig.sandbox.dir, "away"));
    writeFileSync(join(rig.sandbox.dir, "built.js"), "built\n");
    const expected = {
      "tests/a.test.js": /protected: tests .* are the judges. Change what it tests/,
      "package.json": /protected: .*Find another way/,
      ".github/workflows/x.yml": /protected/,
      "docs/guide.md": /out of what this campaign works on/,
      link: /symbolic link that leads out/,
      "built.js": /not tracked by git/,
      "away/x.js": /away is a symbolic link that leads out/,
      src: /is a folder/,
      "src/a.js/b.js": /is no folder/,
      "../x.js": /leads out/,
      "/etc/x": /not in the repository/,
      ".git/hooks/pre-commit": /git's own/,
      [`src/${"x".repeat(300)}.js`]: /too long a name/,
    };
    for (const [path, reason] of Object.entries(expected))
      expect(await rig.workspace.write(path, "x\n"), path).toMatchObject({
        status: "refused",
        reason: expect.stringMatching(reason),
      });
    expect(rig.workspace.edits()).toEqual([]);
  });

  it("refuses content that is no text or too large", async () => {
    await using rig = await openToolRig({ files });
    for (const content of ["a\0b", "\ud800", "x".repeat(1024 * 1024 + 1), "é".repeat(600_000)])
      expect(await rig.workspace.write("src/a.js", content)).toMatchObject({ status: "refused" });
    expect(rig.workspace.edits()).toEqual([]);
  });

  it("lets a new test be there, under names that are odd", async () => {
    await using rig = await openToolRig({ files });
    const paths = ["tests/b.test.js", "tests/-b c.test.js", "tests/日本.test.js", "tests/'$(x)'.test.js"];
    for (const path of paths) {
      expect(await rig.workspace.write(path, "new\n")).toEqual({ status: "written" });
      expect(await rig.workspace.read(path)).toEqual({ status: "read", text: "new\n" });
    }
    expect(rig.workspace.edits().map(({ path }) => path)).toEqual(paths.toSorted());
  });
});

describe("what ran in the sandbox", () => {
  it("is undone, and the edits are there again", async () => {
    await using rig = await openToolRig({ files });
    await rig.workspace.write("src/a.js", "mine\n");
    await rig.workspace.write("tests/new.test.js", "mine too\n");
    await rig.sandbox.run({
      command:
        "echo theirs > src/a.js; rm tests/new.test.js; ln -sf /etc/passwd docs/guide.md; echo x > built; chmod +x package.json",
      timeoutMs: 10_000,
    });
    await rig.workspace.restore();
    expect(await readFile(join(rig.sandbox.dir, "src/a.js"), "utf8")).toBe("mine\n");
    expect(await readFile(join(rig.sandbox.dir, "tests/new.test.js"), "utf8")).toBe("mine too\n");
    expect(await rig.workspace.read("docs/guide.md")).toEqual({ status: "read", text: "guide\n" });
    await expect(lstat(join(rig.sandbox.dir, "built"))).rejects.toThrow("ENOENT");
  });

  it("never gets into the candidate, nor out of the tree, even before it is undone", async () => {
    await using rig = await openToolRig({ files });
    await rig.sandbox.run({
      command: "rm -r docs src; ln -s /etc docs; ln -s /etc/passwd package.json.x; ln -s ../../.. src",
      timeoutMs: 10_000,
    });
    expect(await rig.workspace.read("docs/passwd")).toMatchObject({ status: "refused" });
    expect(await rig.workspace.write("docs/guide.md", "x\n")).toMatchObject({ status: "refused" });
    expect(await rig.workspace.write("src/a.js", "x\n")).toMatchObject({ status: "refused" });
    expect(rig.workspace.edits()).toEqual([]);
  });
});

describe("in the sandbox that campaigns use", () => {
  it("reads, writes and restores by the mount path, and refuses links out of the tree", async () => {
    await using rig = await openSandboxRig({
      files,
      prepare: (repository) => {
        repository.write("link", "src/a.js", "symlink");
        repository.write("out", "/etc/passwd", "symlink");
      },
      sandbox: { isolation: "auto" },
    });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const trackedFiles = [...Object.keys(files), "link", "out"];
    const task = { sandbox, trackedFiles, editableFiles: trackedFiles, protectionOf: () => null };
    const workspace = openWorkspace(task);
    expect(await workspace.read(`${sandbox.mountPath}/src/a.js`)).toMatchObject({ status: "read" });
    expect(await workspace.write("bin/run", "#!/bin/sh\necho ho\n")).toEqual({ status: "written" });
    await sandbox.run({ command: "rm src/a.js; ln -s /etc/passwd src/a.js; rm bin/run", timeoutMs: 10_000 });
    expect(await workspace.read("src/a.js")).toMatchObject({ status: "refused" });
    expect(await workspace.write("src/a.js", "x\n")).toMatchObject({ status: "refused" });
    await workspace.restore();
    expect(await workspace.read("src/a.js")).toEqual({ status: "read", text: files["src/a.js"] });
    const context = { workspace, task: { ...task, signal: new AbortController().signal } };
    const found = await search.run(
      { name: "search", arguments: '{"pattern": "^root:|const a|echo ho"}' },
      context as unknown as ToolContext,
    );
    expect(found).toEqual({ status: "done", text: "bin/run:2: echo ho\nsrc/a.js:1: export const a = 1;" });
    for (const path of ["link", "out"])
      expect(await workspace.write(path, "x\n")).toMatchObject({ status: "refused" });
    expect(workspace.edits()).toEqual([{ path: "bin/run", mode: "100755", content: "#!/bin/sh\necho ho\n" }]);
    expect((await sandbox.run({ command: ["./bin/run"], timeoutMs: 10_000 })).stdout).toBe("ho\n");
  });
});
