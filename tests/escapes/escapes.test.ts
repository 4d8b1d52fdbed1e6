import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { reportFigures } from "../corpora/harness/report-figures.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { openSandboxRig, type SandboxRig } from "../helpers/sandbox-rig.ts";
import { allProbes } from "./all-probes.ts";
import { findEscape } from "./find-escape.ts";
import { type PlantedHost, plantHost } from "./planted-host.ts";
import type { Probe } from "./probe.ts";

const canIsolate = await isBubblewrapHere();
const files = { "a.txt": "one\n", "src/b.txt": "two\n", ".gitignore": "node_modules\n" };
const dependency = "module.exports = 1;\n";

describe.skipIf(!canIsolate)("tries to get out of a sandbox", { timeout: 120_000 }, () => {
  let host: PlantedHost;
  let rig: SandboxRig;
  let sandbox: Sandbox;
  let neighbour: Sandbox;
  let [tried, escaped, controls, noticed] = [0, 0, 0, 0];

  beforeAll(async () => {
    host = await plantHost();
    rig = await openSandboxRig({
      files,
      sandbox: { memoryMb: 1024, processes: 200, diskMb: 256 },
      environment: host.environment,
      install: (repository) => {
        mkdirSync(join(repository.dir, "node_modules/dep"), { recursive: true });
        writeFileSync(join(repository.dir, "node_modules/dep/index.js"), dependency);
        writeFileSync(join(repository.dir, ".git/canary"), host.canary);
      },
    });
    writeFileSync(join(rig.stateRoot, "secret"), host.canary);
    sandbox = await rig.pool.open("c1/1", rig.commit);
    neighbour = await rig.pool.open("c1/2", rig.commit);
    writeFileSync(join(neighbour.dir, "secret"), host.canary);
    writeFileSync(join(neighbour.outDir, "secret"), host.canary);
  });
  afterAll(async () => {
    reportFigures("escapes", [
      { what: "probes from inside of a sandbox", result: `${tried} tried, ${escaped} succeeded` },
      { what: "the same without isolation, as a control", result: `${controls} tried, ${noticed} noticed` },
    ]);
    await neighbour?.[Symbol.asyncDispose]();
    await sandbox?.[Symbol.asyncDispose]();
    await rig?.[Symbol.asyncDispose]();
    await host?.[Symbol.asyncDispose]();
  });

  function buildCommand({ command, timeoutMs = 30_000 }: Probe) {
    const env = { OUT: sandbox.outMountPath, TREE: sandbox.mountPath, STATE_ROOT: rig.stateRoot };
    return { command: command(host), timeoutMs, env };
  }

  async function expectAsNew(): Promise<void> {
    await sandbox.reset();
    // A sandbox that nothing was done to is not put back: each probe counts as a use.
    const state = await sandbox.run({
      command:
        'find . -path ./.git -prune -o -path ./node_modules -prune -o -type f -print | sort; cat a.txt src/b.txt; git status --porcelain; ls -A "$OUT"',
      env: { OUT: sandbox.outMountPath },
      timeoutMs: 30_000,
    });
    expect(state).toMatchObject({ stderr: "", stdout: "./.gitignore\n./a.txt\n./src/b.txt\none\ntwo\n" });
    expect(readFileSync(join(rig.repository.dir, "node_modules/dep/index.js"), "utf8")).toBe(dependency);
    expect((await sandbox.run({ command: "cat node_modules/dep/index.js", timeoutMs: 9_000 })).stdout).toBe(
      dependency,
    );
    expect(readFileSync(join(rig.repository.dir, ".git/canary"), "utf8")).toBe(host.canary);
    expect(host.findHarm()).toEqual([]);
  }

  for (const [group, probes] of Object.entries(allProbes)) {
    describe(group, () => {
      for (const probe of probes) {
        it(probe.name, async () => {
          tried += 1;
          const result = await sandbox.run(buildCommand(probe));
          expect(result.status, result.stderr).not.toBe("not-found");
          const found = findEscape({ result, outDir: sandbox.outDir }, host);
          escaped += found.length === 0 ? 0 : 1;
          expect(found).toEqual([]);
          await expectAsNew();
        });
        if (probe.hasControl) {
          it(`control: without isolation, something ${probe.name}`, async () => {
            controls += 1;
            const result = await sandbox.runOutside(buildCommand(probe));
            const found = findEscape({ result, outDir: sandbox.outDir }, host);
            noticed += found.length === 0 ? 0 : 1;
            expect(found).not.toEqual([]);
            await sandbox.reset();
            host.findHarm();
          });
        }
      }
    });
  }

  it("gives the supervisor no report but a regular file of the work tree", async () => {
    const name = randomUUID();
    await sandbox.run({
      command: `ln -s ${host.sentinel} link; ln -s /proc/self/environ environ; mkfifo pipe; mkdir folder; ln -s ${host.home} home; ln -s /dev/zero zero; ln -s missing dangling; truncate -s 200G sparse; echo ${name} > real`,
      timeoutMs: 30_000,
    });
    for (const path of [
      "link",
      "environ",
      "pipe",
      "folder",
      "home/sentinel",
      "zero",
      "dangling",
      "../secret",
      ".git/config",
    ])
      expect(await sandbox.read(path), path).toBeNull();
    expect((await sandbox.read("real"))?.toString()).toBe(`${name}\n`);
    await expectAsNew();
  });

  it("lets no other sandbox be reached, and none reach this one", async () => {
    await neighbour.run({ command: "cat secret", timeoutMs: 9_000 });
    expect(existsSync(join(neighbour.dir, "secret"))).toBe(true);
    expect(readFileSync(join(neighbour.dir, "secret"), "utf8")).toBe(host.canary);
  });
});
