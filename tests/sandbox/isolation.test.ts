import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDescendants } from "../../src/adapters/list-descendants.ts";
import type { ProcessResult } from "../../src/ports.ts";
import type { Sandbox, SandboxCommand } from "../../src/sandbox/sandbox.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openSandboxRig, type SandboxRig } from "../helpers/sandbox-rig.ts";

const canIsolate = await isBubblewrapHere();

describe.skipIf(!canIsolate)("a command under isolation", () => {
  let rig: SandboxRig;
  let sandbox: Sandbox;
  const secretHome = mkdtempSync(join(tmpdir(), "nightshift-home-"));

  beforeAll(async () => {
    for (const folder of [".cargo/bin", ".pyenv/bin", ".ssh"])
      mkdirSync(join(secretHome, folder), { recursive: true });
    for (const file of [".npmrc", ".ssh/id", ".cargo/credentials.toml"]) {
      writeFileSync(join(secretHome, file), "t0ken-on-disk");
    }
    writeFileSync(join(secretHome, ".cargo/bin/tool"), "#!/bin/sh\necho tool runs\n", { mode: 0o755 });
    process.env.NIGHTSHIFT_TEST_SECRET = "t0ken-of-parent";
    rig = await openSandboxRig({
      sandbox: { memoryMb: 512, processes: 40 },
      environment: {
        PATH: `/somewhere/node_modules/.bin:${secretHome}/.cargo/bin:${process.env.PATH}`,
        HOME: secretHome,
        API_TOKEN: "t0ken-of-caller",
        npm_config_registry: "t0ken-of-npm",
        TZ: "Asia/Tokyo",
      },
    });
    sandbox = await rig.pool.open("c1/1", rig.commit);
  });
  afterAll(async () => {
    delete process.env.NIGHTSHIFT_TEST_SECRET;
    await rig[Symbol.asyncDispose]();
    rmSync(secretHome, { recursive: true, force: true });
  });

  function run(
    command: SandboxCommand["command"],
    options: Partial<SandboxCommand> = {},
  ): Promise<ProcessResult> {
    return sandbox.run({ command, timeoutMs: 30_000, ...options });
  }

  it("has the allowed variables alone", async () => {
    const { stdout } = await run(["env"], { env: { GATE: "given" } });
    const names = stdout
      .trim()
      .split("\n")
      .map((line) => line.split("=")[0]);
    expect(names.sort()).toEqual(
      [
        "CARGO_HOME",
        "CI",
        "GATE",
        "HOME",
        "LANG",
        "PATH",
        "PWD",
        "PYENV_ROOT",
        "PYTHONDONTWRITEBYTECODE",
        "TERM",
        "TZ",
      ].sort(),
    );
    expect(stdout).toContain("HOME=/tmp/home\n");
    expect(stdout).toContain("TZ=Asia/Tokyo\n");
    expect(stdout).not.toContain("node_modules/.bin");
  });

  it("finds no token in any process that it can see", async () => {
    const { stdout } = await run("cat /proc/*/environ /proc/*/cmdline 2>/dev/null | tr '\\0' '\\n'");
    expect(stdout).toContain("HOME=/tmp/home");
    expect(stdout).not.toContain("t0ken");
    const names = (await run(["ls", "/proc"])).stdout.split("\n");
    expect(names.filter((name) => /^\d+$/.test(name)).length).toBeLessThan(4);
  });

  it("puts no variable into the arguments of a process", async () => {
    const { stdout } = await run("cat /proc/1/cmdline | tr '\\0' '\\n'", { env: { GIVEN: "t0ken-of-gate" } });
    expect(stdout).toContain("bwrap");
    expect(stdout).not.toContain("t0ken");
  });

  it("does not let a variable load a library before the command", async () => {
    writeFileSync(join(sandbox.dir, "hook.c"), hookSource);
    const built = await run("cc -shared -fPIC -o hook.so hook.c");
    if (built.exitCode !== 0) return console.warn(`skipped: no C compiler: ${built.stderr.split("\n")[0]}`);
    const result = await run(["true"], { env: { LD_PRELOAD: join(sandbox.mountPath, "hook.so") } });
    expect(result.stderr.trim().split("\n")).toEqual([
      `hook in true as ${process.getuid?.() === 0 ? "other" : "same"}`,
    ]);
  });

  it("does not see homes, other temporary files, sockets or the state root", async () => {
    const { stdout, stderr } = await run(
      `ls -A /root /home ${homedir()} ${secretHome} /tmp /run ${rig.stateRoot} /var/run 2>&1; cat ${secretHome}/.npmrc ${secretHome}/.ssh/id`,
    );
    expect(stdout + stderr).not.toContain("t0ken");
    expect(stdout).not.toContain("sandboxes");
    expect(stdout).not.toMatch(/\.sock|systemd|postgresql/);
    expect(await run(["ls", "-A", "/tmp"])).toMatchObject({
      stdout: expect.not.stringContaining("nightshift-state"),
    });
  });

  it("sees toolchains of a home read-only, without their credentials", async () => {
    expect((await run(["tool"])).stdout).toBe("tool runs\n");
    const credentials = await run(["cat", join(secretHome, ".cargo/credentials.toml")]);
    expect(credentials.stdout).toBe("");
    expect((await run(["touch", join(secretHome, ".cargo/x")])).exitCode).toBe(1);
    expect((await run(["rm", join(secretHome, ".cargo/bin/tool")])).exitCode).toBe(1);
  });

  it("writes to the work tree, the out folder, its home and temporary folders, and nowhere else", async () => {
    const inside = `echo 1 > a.txt && echo 2 > ${sandbox.outMountPath}/r && echo 3 > ~/h && echo 4 > /tmp/t && echo 5 > /dev/shm/s`;
    expect(await run(inside)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(readFileSync(join(sandbox.dir, "a.txt"), "utf8")).toBe("1\n");
    expect(readFileSync(join(sandbox.outDir, "r"), "utf8")).toBe("2\n");
    for (const place of [
      "/usr/x",
      "/etc/x",
      "/x",
      "/run/x",
      "/opt/x",
      "/var/lib/x",
      `${sandbox.supportPath}/x`,
      "/sys/x",
    ]) {
      expect(await run(["touch", place]), place).toMatchObject({ exitCode: 1 });
    }
    expect(await run(["chmod", "777", "/etc"])).toMatchObject({ exitCode: 1 });
    expect(await run(["mount", "-t", "tmpfs", "none", "/usr"])).not.toMatchObject({ exitCode: 0 });
    await sandbox.reset();
  });

  it("runs at the path of the repository, whose real .git is out of reach", async () => {
    expect((await run(["pwd"])).stdout).toBe(`${rig.repository.dir}\n`);
    await run("echo poisoned > .git/config; echo poisoned > a.txt");
    expect(readFileSync(join(rig.repository.dir, ".git/config"), "utf8")).not.toContain("poisoned");
    expect(readFileSync(join(rig.repository.dir, "a.txt"), "utf8")).toBe("one\n");
    await sandbox.reset();
  });

  it("has loopback, but no network", async () => {
    const server = createServer((_, response) => response.end("outside")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const fetchIt = [
      "node",
      "-e",
      `fetch("http://127.0.0.1:${port}").then(r=>r.text()).then(console.log,()=>process.exit(9))`,
    ];
    const own =
      "const s=require('http').createServer((_,r)=>r.end('inside')).listen(0,'127.0.0.1',()=>fetch('http://127.0.0.1:'+s.address().port).then(r=>r.text()).then(t=>{console.log(t);process.exit()}))";
    try {
      expect(await run(fetchIt)).toMatchObject({ exitCode: 9 });
      expect((await run(["node", "-e", own])).stdout).toBe("inside\n");
      expect((await run(fetchIt, { network: "host" })).stdout).toBe("outside\n");
    } finally {
      server.close();
    }
  });

  it("cannot signal or trace a process outside", async () => {
    expect(await run(["kill", "-0", String(process.pid)])).toMatchObject({ exitCode: 1 });
    expect((await run("grep CapEff /proc/self/status")).stdout).toMatch(/CapEff:\s+0+\n/);
    expect((await run("grep NoNewPrivs /proc/self/status")).stdout).toMatch(/NoNewPrivs:\s+1\n/);
  });

  it("ends whole on time-out, daemons of other sessions too", async () => {
    const heart = join(sandbox.dir, "beat");
    const daemon =
      "setsid sh -c 'trap \"\" TERM HUP; while :; do date +%N > beat; sleep 0.05; done' & sleep 1; wait";
    const result = await run(`(${daemon}) & sleep 300`, { timeoutMs: 1500 });
    expect(result.status).toBe("timed-out");
    expect(existsSync(heart)).toBe(true);
    const last = readFileSync(heart, "utf8");
    await sleep(400);
    expect(readFileSync(heart, "utf8")).toBe(last);
    await sandbox.reset();
  });

  it("leaves no daemon behind when the command ends by itself", async () => {
    await run("setsid sh -c 'while :; do date +%N > beat; sleep 0.05; done' & sleep 0.3");
    const last = readFileSync(join(sandbox.dir, "beat"), "utf8");
    await sleep(400);
    expect(readFileSync(join(sandbox.dir, "beat"), "utf8")).toBe(last);
    await sandbox.reset();
  });

  it("bounds a fork bomb", async () => {
    const bomb = "for i in $(seq 200); do sleep 20 & done; echo all";
    const before = listDescendants(process.pid).length;
    const running = run(bomb, { timeoutMs: 1500 });
    await sleep(800);
    expect(listDescendants(process.pid).length - before).toBeLessThan(60);
    const result = await running;
    expect(result.stdout).not.toContain("all");
    expect((await run(["true"])).exitCode).toBe(0);
  });

  it("bounds memory, with room for Node", async () => {
    const take = (megabytes: number) =>
      `const kept=[];for(let i=0;i<${megabytes};i++)kept.push(Buffer.alloc(1<<20,1));console.log('ok')`;
    expect((await run(["node", "-e", take(100)])).stdout).toBe("ok\n");
    expect((await run(["node", "-e", take(900)])).stdout).toBe("");
    const wasm = "new WebAssembly.Memory({initial:1,maximum:65536});console.log('wasm')";
    expect((await run(["node", "-e", wasm])).stdout).toBe("wasm\n");
  });

  it("tells missing programs and folders, signals and exit codes apart", async () => {
    expect(await run(["no-such-program"])).toMatchObject({ status: "not-found", exitCode: null });
    expect(await run("exit 5")).toMatchObject({ status: "exited", exitCode: 5 });
    expect(await run("no-such-program")).toMatchObject({ status: "exited", exitCode: 127 });
    expect(await run("kill -SEGV $$")).toMatchObject({ status: "signaled", exitCode: null });
    expect(await run(["true"], { cwd: "no/such" })).toMatchObject({ status: "not-found" });
    expect(await run(["true"], { cwd: "../.." })).toMatchObject({ status: "not-found" });
  });

  it("keeps the ends of 100 MB of output", async () => {
    const result = await run("echo first; head -c 100000000 /dev/zero | tr '\\0' x; echo last", {
      maxOutputBytes: 1000,
      timeoutMs: 60_000,
    });
    expect(result).toMatchObject({ status: "exited", isTruncated: true });
    expect(result.stdout).toMatch(/^first[\s\S]*last\n$/);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const running = run(["sleep", "300"], { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    expect(await running).toMatchObject({ status: "aborted" });
  });

  it("has a name for its user, and a git that knows the commit's files", async () => {
    expect((await run(["id", "-un"])).exitCode).toBe(0);
    expect(await run("git status --porcelain && git rev-parse HEAD && git ls-files")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^[0-9a-f]{40}\na\.txt\n$/),
    });
    expect((await run(["git", "log", "--format=%s"])).stdout).toBe("base\n");
    await run("echo two > a.txt; echo x > new.txt");
    expect((await run(["git", "status", "--porcelain"])).stdout).toBe(" M a.txt\n?? new.txt\n");
    await sandbox.reset();
  });
});

const hookSource = `
#include <stdio.h>
#include <errno.h>
#include <unistd.h>
__attribute__((constructor)) static void hook(void) {
  fprintf(stderr, "hook in %s as %s\\n", program_invocation_short_name, getuid() == 0 ? "root" : "${process.getuid?.() === 0 ? "other" : "same"}");
}
extern char *program_invocation_short_name;
`.replace("#include <stdio.h>", "#define _GNU_SOURCE\n#include <stdio.h>");
