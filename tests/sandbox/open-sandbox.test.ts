import { execFileSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NightshiftError } from "../../src/domain/errors.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openSandboxRig, type SandboxRig } from "../helpers/sandbox-rig.ts";

const canIsolate = await isBubblewrapHere();
const sh = (sandbox: Sandbox, command: string) => sandbox.run({ command, timeoutMs: 60_000 });
const edit = (path: string, content: string | null, mode: "100644" | "100755" = "100644") => ({
  path,
  content,
  mode,
});

/** Every path, kind and content of a folder, but for the decoy. */
function snapshot(folder: string): string {
  const script =
    "find . -mindepth 1 -path ./.git -prune -o -printf '%P %y %m %l\\n' | LC_ALL=C sort; find . -path ./.git -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum";
  return execFileSync("sh", ["-c", script], { cwd: folder }).toString("latin1");
}

function sandboxRefs(rig: SandboxRig): string {
  return rig.repository.run("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/nightshift");
}

describe.skipIf(!canIsolate)("opening a sandbox", () => {
  it("checks the commit out and marks it with a branch, which goes with the sandbox", async () => {
    await using rig = await openSandboxRig({
      files: { "a.txt": "one\n", "dir/run.sh": "#!/bin/sh\necho hi\n" },
    });
    const before = rig.repository.fingerprint();
    {
      await using sandbox = await rig.pool.open("c1/1", rig.commit);
      expect(sandbox).toMatchObject({
        name: "c1/1",
        commit: rig.commit,
        isIsolated: true,
        mountPath: rig.repository.dir,
      });
      expect(readFileSync(join(sandbox.dir, "a.txt"), "utf8")).toBe("one\n");
      expect((await sandbox.run({ command: ["./dir/run.sh"], timeoutMs: 9000 })).stdout).toBe("hi\n");
      expect((await sandbox.run({ command: ["./run.sh"], cwd: "dir", timeoutMs: 9000 })).stdout).toBe("hi\n");
      expect(sandboxRefs(rig)).toBe(`refs/heads/nightshift/sandbox/c1/1 ${rig.commit}`);
    }
    expect(sandboxRefs(rig)).toBe("");
    expect(rig.repository.fingerprint()).toBe(before);
  });

  it("takes over the branch that a killed campaign left", async () => {
    await using rig = await openSandboxRig();
    rig.repository.write("b", "two");
    const later = rig.repository.commit();
    rig.repository.run("update-ref", "refs/heads/nightshift/sandbox/c1/1", rig.commit);
    await using _ = await rig.pool.open("c1/1", later);
    expect(sandboxRefs(rig)).toBe(`refs/heads/nightshift/sandbox/c1/1 ${later}`);
  });

  it("reuses work trees, and opens several at once", async () => {
    await using rig = await openSandboxRig();
    const first = await rig.pool.open("c1/1", rig.commit);
    const second = await rig.pool.open("c1/2", rig.commit);
    expect(second.dir).not.toBe(first.dir);
    await sh(first, "echo changed > a.txt; echo x > new");
    await first[Symbol.asyncDispose]();
    rig.repository.write("a.txt", "two\n");
    const later = rig.repository.commit();
    const third = await rig.pool.open("c1/3", later);
    expect(third.dir).toBe(first.dir);
    expect(readFileSync(join(third.dir, "a.txt"), "utf8")).toBe("two\n");
    expect(readdirSync(third.dir).sort()).toEqual([".git", "a.txt"]);
    expect((await sh(third, "git status --porcelain && git ls-files")).stdout).toBe("a.txt\n");
    await third[Symbol.asyncDispose]();
    await second[Symbol.asyncDispose]();
  });

  it("leaves nothing when the commit is not there, and goes on", async () => {
    await using rig = await openSandboxRig();
    await expect(rig.pool.open("c1/1", "0".repeat(40))).rejects.toBeInstanceOf(NightshiftError);
    expect(sandboxRefs(rig)).toBe("");
    await using sandbox = await rig.pool.open("c1/2", rig.commit);
    expect((await sh(sandbox, "cat a.txt")).stdout).toBe("one\n");
  });

  it("deletes all work trees with the pool", async () => {
    const rig = await openSandboxRig();
    const sandbox = await rig.pool.open("c1/1", rig.commit);
    await sh(sandbox, "mkdir -p deep/er && touch deep/er/x && chmod 000 deep/er deep");
    await sandbox[Symbol.asyncDispose]();
    await rig.pool[Symbol.asyncDispose]();
    expect(readdirSync(join(rig.stateRoot, "sandboxes"))).toEqual([]);
    await rig[Symbol.asyncDispose]();
  });

  it("works in a repository of SHA-256 objects", async () => {
    await using rig = await openSandboxRig({ objectFormat: "sha256" });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    expect((await sh(sandbox, "git status --porcelain && git rev-parse HEAD")).stdout).toMatch(
      /^[0-9a-f]{64}\n$/,
    );
  });
});

describe.skipIf(!canIsolate)("what a repository may hold", () => {
  it("file names of any kind, links, pointers of large files and submodules", async () => {
    const odd = Buffer.concat([Buffer.from("bytes-"), Buffer.from([0xff, 0xfe])]);
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n";
    await using rig = await openSandboxRig({
      files: {
        "with space": "1",
        "quo\"te'": "2",
        "new\nline": "3",
        "-dash": "4",
        ünï: "5",
        "big.bin": pointer,
        ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n",
      },
      prepare(repository) {
        repository.write(odd, "6");
        repository.write("link", "with space", "symlink");
        repository.write("out", "/etc/passwd", "symlink");
        repository.run("config", "filter.lfs.smudge", "touch /tmp/nightshift-smudge-ran; cat");
        repository.run("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub/module`);
        repository.run("-c", "filter.lfs.clean=cat", "add", ".");
      },
    });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const clean = snapshot(sandbox.dir);
    expect(readFileSync(join(sandbox.dir, "big.bin"), "utf8")).toBe(pointer);
    expect(readlinkSync(join(sandbox.dir, "link"))).toBe("with space");
    expect(readFileSync(Buffer.concat([Buffer.from(`${sandbox.dir}/`), odd]), "utf8")).toBe("6");
    expect((await sh(sandbox, "git status --porcelain")).stdout).toBe("");
    await sh(
      sandbox,
      'for f in *; do [ -f "$f" ] && echo changed > "./$f"; done; rm -f ./-dash link; mkdir -p sub/module/x; touch sub/module/x/y',
    );
    expect(snapshot(sandbox.dir)).not.toBe(clean);
    await sandbox.reset();
    expect(snapshot(sandbox.dir)).toBe(clean);
    expect(existsSync("/tmp/nightshift-smudge-ran")).toBe(false);
  });
});

describe.skipIf(!canIsolate)("resetting", () => {
  const files = {
    "a.txt": "one\n",
    "src/deep/b.js": "two\n",
    "src/c.sh": "#!/bin/sh\n",
    ".gitignore": "ignored\n",
  };
  const damages = {
    "changed, deleted and new files": "echo x > a.txt; rm src/c.sh; mkdir n; touch n/x; touch src/deep/y",
    "ignored files": "mkdir ignored; touch ignored/x",
    "modes of files": "chmod 777 a.txt; chmod -x src/c.sh; chmod 000 src/deep/b.js",
    "closed folders": "mkdir -p closed/in; touch closed/in/x; chmod 000 closed/in closed src/deep src",
    "folders without the right to write":
      "mkdir -p ro/in; touch ro/in/x; chmod 555 ro/in ro src; chmod 444 a.txt",
    "a file in the place of a folder": "rm -r src; echo x > src",
    "a folder in the place of a file": "rm a.txt; mkdir -p a.txt/.git; touch a.txt/x a.txt/.git/y",
    "a link in the place of a folder": "mv src other; ln -s /etc src",
    "a link in the place of a file": "rm a.txt; ln -s /etc/passwd a.txt",
    "a nested repository":
      "git init -q sub; mkdir -p src/.git/objects; echo x > src/.git/config; git -C sub config user.name x",
    "pipes and sockets": "mkfifo pipe; rm a.txt; mkfifo a.txt",
    "a poisoned .git":
      "echo '[core]' > .git/config; echo fsmonitor=false >> .git/config; rm -r .git/objects; ln -s /etc .git/objects",
    "no .git": "rm -rf .git; ln -s /etc .git",
    "times that were put back": "cp -p a.txt keep; echo ONE > a.txt; touch -r keep a.txt",
    "a folder deeper than a path can be long":
      "i=0; while [ $i -lt 60 ]; do d=$(printf 'd%.0s' $(seq 100)); mkdir $d; cd $d || exit; i=$((i+1)); done; touch x",
    "many files": "mkdir many; cd many; seq 3000 | xargs touch",
    "hard links": "ln a.txt other; echo x >> other",
    "names of any bytes": "touch \"$(printf 'b\\377ad')\" './-rf' \"$(printf 'new\\nline')\"",
  };

  it.each(Object.entries(damages))("undoes %s", async (_, damage) => {
    await using rig = await openSandboxRig({ files });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const clean = snapshot(sandbox.dir);
    await sh(sandbox, damage);
    await sandbox.reset();
    expect(snapshot(sandbox.dir)).toBe(clean);
    expect((await sh(sandbox, "git status --porcelain --ignored && git rev-parse HEAD")).stdout).toMatch(
      /^[0-9a-f]{40}\n$/,
    );
    expect((await sh(sandbox, "echo x >> a.txt && echo x >> src/deep/b.js && touch src/new")).exitCode).toBe(
      0,
    );
  });

  it("empties the out folder", async () => {
    await using rig = await openSandboxRig();
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    await sh(
      sandbox,
      `mkdir ${sandbox.outMountPath}/x; touch ${sandbox.outMountPath}/x/y; chmod 0 ${sandbox.outMountPath}/x`,
    );
    expect(readdirSync(sandbox.outDir)).toEqual(["x"]);
    await sandbox.reset();
    expect(readdirSync(sandbox.outDir)).toEqual([]);
  });
});

describe.skipIf(!canIsolate)("applying and reading", () => {
  it("writes, changes and deletes files, which commands see and may change", async () => {
    await using rig = await openSandboxRig({ files: { "a.txt": "one\n", "only/b.txt": "two\n" } });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    await sandbox.apply([
      edit("a.txt", "ONE\n"),
      edit("new/er/run.sh", "#!/bin/sh\necho ran\n", "100755"),
      edit("only/b.txt", null),
      edit("never/there", null),
    ]);
    expect((await sh(sandbox, "cat a.txt; new/er/run.sh; ls; echo x >> a.txt; touch new/er/x")).stdout).toBe(
      "ONE\nran\na.txt\nnew\n",
    );
    expect(String(await sandbox.read("a.txt"))).toBe("ONE\nx\n");
    expect((lstatSync(join(sandbox.dir, "a.txt")).mode & 0o777).toString(8)).toBe("644");
    expect(await sandbox.read("only/b.txt")).toBeNull();
    await sandbox.reset();
    expect(String(await sandbox.read("a.txt"))).toBe("one\n");
    expect(String(await sandbox.read("only/b.txt"))).toBe("two\n");
  });

  it("refuses paths that leave the tree, and then writes nothing at all", async () => {
    await using rig = await openSandboxRig({ files: { "a.txt": "one\n", "dir/b": "two\n" } });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const outside = join(rig.stateRoot, "outside");
    execFileSync("mkdir", [outside]);
    writeFileSync(join(outside, "file"), "safe");
    symlinkSync(outside, join(sandbox.dir, "way-out"));
    symlinkSync(join(outside, "file"), join(sandbox.dir, "file-link"));
    symlinkSync("dir", join(sandbox.dir, "way-in"));
    const bad = [
      "../x",
      "/etc/x",
      "a/../../x",
      ".git/config",
      "dir/.git/x",
      "",
      "x\0y",
      "dir//x",
      "./x",
      "way-out/file",
      "way-out/new",
      "file-link",
      "way-in/b",
      "a.txt/below",
      "dir",
    ];
    for (const path of bad) {
      const refused = await sandbox
        .apply([edit("a.txt", "changed"), edit(path, "evil")])
        .catch((error) => error);
      expect(refused, path).toBeInstanceOf(NightshiftError);
      expect(["BAD_PATH", "PATH_LEAVES_SANDBOX"], path).toContain(refused.code);
      await expect(sandbox.apply([edit(path, null)])).rejects.toBeInstanceOf(NightshiftError);
    }
    expect(readFileSync(join(sandbox.dir, "a.txt"), "utf8")).toBe("one\n");
    expect(readdirSync(outside)).toEqual(["file"]);
    expect(readFileSync(join(outside, "file"), "utf8")).toBe("safe");
  });

  it("does not write through a hard link", async () => {
    await using rig = await openSandboxRig();
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const outside = join(rig.stateRoot, "outside");
    writeFileSync(outside, "safe");
    linkSync(outside, join(sandbox.dir, "hard"));
    await sandbox.apply([edit("hard", "mine")]);
    expect(readFileSync(outside, "utf8")).toBe("safe");
  });

  it("reads nothing from outside of the tree, from .git, or from what is no file", async () => {
    await using rig = await openSandboxRig({ files: { "a.txt": "one\n", "dir/b": "two\n" } });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    await sh(
      sandbox,
      "ln -s /etc/hostname out; ln -s a.txt in; ln -s / root; mkfifo pipe; ln -s loop loop; ln -s .git g",
    );
    for (const path of [
      "../x",
      "/etc/hostname",
      "out",
      "root/etc/hostname",
      "pipe",
      "loop",
      ".git/config",
      "g/config",
      "dir",
      "none",
      "",
      "a\0",
    ]) {
      expect(await sandbox.read(path), path).toBeNull();
    }
    expect(String(await sandbox.read("in"))).toBe("one\n");
  });
});

describe("without isolation", () => {
  it("runs in the work tree itself with a clean environment, and undoes what was done", async () => {
    process.env.NIGHTSHIFT_TEST_SECRET = "t0ken";
    await using rig = await openSandboxRig({ sandbox: { isolation: "none" } });
    await using sandbox = await rig.pool.open("c1/1", rig.commit);
    const result = await sh(sandbox, "pwd; env; echo x > a.txt; touch ~/h; git status --porcelain");
    delete process.env.NIGHTSHIFT_TEST_SECRET;
    expect(sandbox).toMatchObject({
      isIsolated: false,
      mountPath: sandbox.dir,
      outMountPath: sandbox.outDir,
    });
    expect(result.stdout).toContain(`${sandbox.dir}\n`);
    expect(result.stdout).toContain(" M a.txt");
    expect(result.stdout).not.toContain("t0ken");
    expect(result.stdout).not.toContain(`HOME=${process.env.HOME}\n`);
    await sandbox.reset();
    expect(String(await sandbox.read("a.txt"))).toBe("one\n");
    expect(rig.warnings).toEqual([]);
  });

  it("warns once under auto where bubblewrap is missing, and stops under required", async () => {
    const environment = { PATH: "/usr/games", HOME: "/nowhere" };
    const open = (isolation: string) => openSandboxRig({ sandbox: { isolation }, environment });
    await expect(open("required")).rejects.toMatchObject({
      code: "ISOLATION_MISSING",
      message: expect.stringContaining("bubblewrap"),
      hint: expect.stringContaining("apt-get install bubblewrap"),
    });
  });
});
