import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { sweepSandboxes } from "../../src/sandbox/sweep-sandboxes.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openSandboxRig, type SandboxRig } from "../helpers/sandbox-rig.ts";

const canIsolate = await isBubblewrapHere();
const processes = createProcessRunner();
const refs = (rig: SandboxRig) =>
  rig.repository.run("for-each-ref", "--format=%(refname)", "refs/heads").split("\n");
const folders = (rig: SandboxRig) => readdirSync(join(rig.stateRoot, "sandboxes"));

it.skipIf(!canIsolate)("removes what dead campaigns left, and nothing of those that run", async () => {
  await using rig = await openSandboxRig();
  await using sandbox = await rig.pool.open("c1/1", rig.commit);
  const dead = join(rig.stateRoot, "sandboxes", "gone");
  mkdirSync(join(dead, "1/tree/closed"), { recursive: true });
  writeFileSync(join(dead, "owner.json"), JSON.stringify({ pid: 2 ** 22 - 1, startedAt: "1" }));
  mkdirSync(join(rig.stateRoot, "sandboxes", "no-owner"));
  mkdirSync(join(rig.stateRoot, "sandboxes", "reused-pid"));
  const reused = JSON.stringify({ pid: process.pid, startedAt: "1" });
  writeFileSync(join(rig.stateRoot, "sandboxes", "reused-pid", "owner.json"), reused);
  for (const name of ["gone/1", "gone/base", "never/1"]) {
    rig.repository.run("update-ref", `refs/heads/nightshift/sandbox/${name}`, rig.commit);
  }
  rig.repository.run("update-ref", "refs/heads/nightshift/master", rig.commit);

  const dry = await sweepSandboxes({ stateRoot: rig.stateRoot, isDryRun: true }, { git: rig.git, processes });
  expect(dry.refs).toEqual([]);
  expect([...dry.campaigns].sort()).toEqual(["gone", "no-owner", "reused-pid"]);
  const swept = await sweepSandboxes(
    { stateRoot: rig.stateRoot, isDryRun: false },
    { git: rig.git, processes },
  );
  expect(swept.refs).toEqual(
    ["gone/1", "gone/base", "never/1"].map((name) => `refs/heads/nightshift/sandbox/${name}`),
  );
  expect(folders(rig)).toEqual(["c1"]);
  expect(refs(rig)).toEqual([
    "refs/heads/main",
    "refs/heads/nightshift/master",
    "refs/heads/nightshift/sandbox/c1/1",
  ]);
  expect((await sandbox.run({ command: ["cat", "a.txt"], timeoutMs: 9000 })).stdout).toBe("one\n");
});

it("has nothing to do where no campaign ever ran", async () => {
  await using rig = await openSandboxRig({ sandbox: { isolation: "none" } });
  const none = { stateRoot: join(rig.stateRoot, "nothing"), isDryRun: false };
  expect(await sweepSandboxes(none, { git: rig.git, processes })).toEqual({ campaigns: [], refs: [] });
});

it.skipIf(!canIsolate)("finds what a killed campaign left, whose commands died with it", async () => {
  await using rig = await openSandboxRig();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("../helpers/hold-sandbox.ts", import.meta.url)),
      rig.repository.dir,
      rig.stateRoot,
      rig.commit,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const beat = await new Promise<string>((found) => createInterface(child.stdout).once("line", found));
  expect(refs(rig)).toContain("refs/heads/nightshift/sandbox/killed/1");
  const read = async () =>
    (await processes.run({ argv: ["cat", beat], cwd: "/", env: {}, timeoutMs: 9000 })).stdout;
  while ((await read()) === "") await sleep(20);
  child.kill("SIGKILL");
  await new Promise((ended) => child.once("exit", ended));
  await sleep(300);
  const last = await read();
  await sleep(300);
  expect(await read()).toBe(last);
  const swept = await sweepSandboxes(
    { stateRoot: rig.stateRoot, isDryRun: false },
    { git: rig.git, processes },
  );
  expect(swept).toEqual({ campaigns: ["killed"], refs: ["refs/heads/nightshift/sandbox/killed/1"] });
  expect(folders(rig)).toEqual(["c1"]);
});
