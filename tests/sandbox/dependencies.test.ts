import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import type { GitRepository } from "../helpers/git-repository.ts";
import { openSandboxRig } from "../helpers/sandbox-rig.ts";

const canIsolate = await isBubblewrapHere();
const sh = (sandbox: Sandbox, command: string) => sandbox.run({ command, timeoutMs: 60_000 });

const files = {
  ".gitignore": "node_modules\n.venv\ndata\n",
  "package.json": "{}",
  "package-lock.json": "{}",
  "index.js": "console.log(require('dep'))\n",
  "packages/a/index.js": "module.exports = 'a as committed'\n",
  "packages/b/index.js": "console.log(require('inner'))\n",
};

/** What a package manager would leave: a package, a link into the workspace, a nested folder. */
function install(repository: GitRepository): void {
  const modules = join(repository.dir, "node_modules");
  mkdirSync(join(modules, "dep"), { recursive: true });
  writeFileSync(join(modules, "dep/index.js"), "module.exports = 'dep 1'\n");
  writeFileSync(join(modules, ".package-lock.json"), "{}");
  execFileSync("ln", ["-s", "../packages/a", join(modules, "a")]);
  mkdirSync(join(repository.dir, "packages/b/node_modules/inner"), { recursive: true });
  writeFileSync(join(repository.dir, "packages/b/node_modules/inner/index.js"), "module.exports = 'inner'\n");
  mkdirSync(join(repository.dir, "data"));
  writeFileSync(join(repository.dir, "data/set"), "shared\n", { mode: 0o600 });
}

describe.skipIf(!canIsolate)("dependencies of the checkout", () => {
  it("are there at every level, from a copy that nothing can write to", async () => {
    await using rig = await openSandboxRig({ files, install });
    writeFileSync(join(rig.repository.dir, "node_modules/dep/index.js"), "module.exports = 'dep 2'\n");
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    expect((await sh(sandbox, "node index.js; cd packages/b && node index.js")).stdout).toBe(
      "dep 1\ninner\n",
    );
    for (const path of ["node_modules/x", "node_modules/dep/x", "packages/b/node_modules/x"]) {
      expect((await sh(sandbox, `touch ${path}`)).stderr, path).toContain("Read-only");
    }
    expect((await sh(sandbox, "git status --porcelain")).stdout).toBe("");
  });

  it("lead from links of a workspace to the candidate's files", async () => {
    await using rig = await openSandboxRig({ files, install });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    await sandbox.apply([
      { path: "packages/a/index.js", mode: "100644", content: "module.exports = 'a as edited'" },
    ]);
    expect((await sh(sandbox, "node -p \"require('a')\"")).stdout).toBe("a as edited\n");
  });

  it("have folders that tools may write to, gone with the command", async () => {
    await using rig = await openSandboxRig({
      files,
      install,
      sandbox: { writable: ["node_modules/.prisma/client"] },
    });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const folders = [".cache", ".vite", ".vite-temp", ".prisma/client"].map((name) => `node_modules/${name}`);
    for (const folder of [...folders, "packages/b/node_modules/.vite"]) {
      expect(await sh(sandbox, `touch ${folder}/x && ls ${folder}`), folder).toMatchObject({
        stdout: "x\n",
        stderr: "",
      });
      expect((await sh(sandbox, `ls ${folder}`)).stdout, folder).toBe("");
    }
  });

  it("stay where they are when a sandbox is reset or used again", async () => {
    await using rig = await openSandboxRig({ files, install });
    for (const name of ["c1/1", "c1/2"]) {
      await using sandbox = await rig.pool.open(name, rig.commit);
      await sh(sandbox, "rm -rf node_modules packages; mkdir packages; ln -s /etc packages/b");
      await sandbox.reset();
      expect((await sh(sandbox, "node index.js")).stdout).toBe("dep 1\n");
    }
  });

  it("are neither mounted nor prepared where a candidate's link leads", async () => {
    await using rig = await openSandboxRig({ files, install });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const outside = join(rig.stateRoot, "outside");
    mkdirSync(outside);
    const moved = await sh(sandbox, `mv packages/b packages/c; ln -s ${outside} packages/b`);
    expect(moved).toMatchObject({ exitCode: 0, stderr: "" });
    expect((await sh(sandbox, "node index.js")).stdout).toBe("dep 1\n");
    expect(readdirSync(outside)).toEqual([]);
  });

  it("are copied once, and again when the lock file or what is installed changes", async () => {
    await using rig = await openSandboxRig({ files, install });
    const copies = () => readdirSync(join(rig.stateRoot, "dependencies")).length;
    expect(copies()).toBe(2);
    await using again = await rig.reopen();
    expect(copies()).toBe(2);
    rig.repository.write("package-lock.json", '{"v":2}');
    await using changed = await rig.reopen();
    expect(copies()).toBe(4);
    writeFileSync(join(rig.repository.dir, "node_modules/.package-lock.json"), '{"installed":"more"}');
    await using installed = await rig.reopen();
    expect(copies()).toBe(5);
    expect([again, changed, installed].length).toBe(3);
  });

  it("include what sandbox.share names, readable whatever its mode was", async () => {
    await using rig = await openSandboxRig({ files, install, sandbox: { share: ["data/", "not-there"] } });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    expect((await sh(sandbox, "cat data/set")).stdout).toBe("shared\n");
  });

  it("never hide files of the candidate", async () => {
    const open = (share: string) => openSandboxRig({ files, install, sandbox: { share: [share] } });
    await expect(open("packages/a")).rejects.toMatchObject({ code: "SHARED_FOLDER_TRACKED", kind: "usage" });
    for (const outside of ["../x", "/etc", "."]) {
      await expect(open(outside)).rejects.toMatchObject({ code: "SHARED_FOLDER_OUTSIDE", kind: "usage" });
    }
  });

  it("are linked where there is no isolation, and for commands outside of it", async () => {
    await using open = await openSandboxRig({ files, install, sandbox: { isolation: "none" } });
    await using sandbox = await open.pool.open("c1/1", open.commit);
    expect((await sh(sandbox, "node index.js; cd packages/b && node index.js")).stdout).toBe(
      "dep 1\ninner\n",
    );
    await sandbox.reset();
    expect((await sh(sandbox, "node index.js")).stdout).toBe("dep 1\n");

    await using rig = await openSandboxRig({ files, install });
    await using isolated = await rig.pool.open("c1/1", rig.commit);
    const outside = await isolated.runOutside({ command: ["node", "index.js"], timeoutMs: 20_000 });
    expect(outside.stdout).toBe("dep 1\n");
    expect((await sh(isolated, "node index.js")).stdout).toBe("dep 1\n");
  });

  it("run a virtual environment of Python", async (context) => {
    const python = (dir: string) =>
      execFileSync("python3", ["-m", "venv", ".venv"], { cwd: dir, stdio: "pipe" });
    const hasPython = (() => {
      try {
        execFileSync("python3", ["-c", "import venv, ensurepip"], { stdio: "pipe" });
        return true;
      } catch {
        return false;
      }
    })();
    if (!hasPython) {
      console.warn("skipped: python3 with venv is not installed");
      return context.skip();
    }
    await using rig = await openSandboxRig({
      files: { "a.txt": "one\n" },
      install(repository) {
        python(repository.dir);
        const library = join(repository.dir, ".venv/lib");
        const [version = ""] = readdirSync(library);
        writeFileSync(join(library, version, "site-packages/dep.py"), "print('dep of venv')\n");
      },
    });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    expect(await sh(sandbox, ".venv/bin/python -c 'import dep'")).toMatchObject({
      stdout: "dep of venv\n",
      stderr: "",
    });
  });
});

describe.skipIf(!canIsolate)("set-up", () => {
  const setup = [
    "mkdir -p node_modules/dep packages/b/node_modules && echo \"module.exports = 'set up'\" > node_modules/dep/index.js",
    'echo "$GIVEN-$KEPT" > node_modules/variables; pwd > node_modules/place',
  ];
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, GIVEN: "given", KEPT: "t0ken" };

  it("runs once on sacred's files with its own variables alone, and gives what it made to all sandboxes", async () => {
    await using rig = await openSandboxRig({ files, sandbox: { setup, setupEnv: ["GIVEN"] }, environment });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    expect((await sh(sandbox, "node index.js; cat node_modules/variables node_modules/place")).stdout).toBe(
      `set up\ngiven-\n${rig.repository.dir}\n`,
    );
    expect((await sh(sandbox, "touch node_modules/x")).stderr).toContain("Read-only");
    expect((await sh(sandbox, "touch node_modules/.vite/x")).exitCode).toBe(0);
    expect(existsSync(join(rig.repository.dir, "node_modules"))).toBe(false);
  });

  it("is not run again before a lock file changes", async () => {
    const counted = ["mkdir node_modules; date +%N > node_modules/stamp"];
    await using rig = await openSandboxRig({ files, sandbox: { setup: counted } });
    const stamp = async (pool: typeof rig.pool, commit: string) => {
      await using sandbox = await pool.open("c1/1", commit);
      return (await sh(sandbox, "cat node_modules/stamp")).stdout;
    };
    const first = await stamp(rig.pool, rig.commit);
    await using again = await rig.reopen();
    expect(await stamp(again.pool, rig.commit)).toBe(first);
    rig.repository.write("package-lock.json", '{"v":2}');
    const later = rig.repository.commit();
    await using changed = await rig.reopen(later);
    expect(await stamp(changed.pool, later)).not.toBe(first);
  });

  it("that fails shows the last lines, and leaves nothing that counts as done", async () => {
    const failing = [
      "mkdir node_modules; for i in $(seq 100); do echo line $i; done; echo broken >&2; exit 4",
    ];
    const open = () => openSandboxRig({ files, sandbox: { setup: failing } });
    const error = await open().catch((caught) => caught);
    expect(error).toMatchObject({ code: "SETUP_FAILED" });
    expect(error.message).toContain("exited with 4");
    expect(error.message).toContain("line 100");
    expect(error.message).toContain("broken");
    expect(error.message).not.toContain("line 10\n");
  });
});

it("reads nothing of this machine's variables by itself", () => {
  const sources = readdirSync("src/sandbox").map((name) => readFileSync(join("src/sandbox", name), "utf8"));
  expect(sources.filter((source) => source.includes("process.env"))).toEqual([]);
});
