import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/process-runner.ts";
import { openKeptOutput } from "../../src/gates/keep-output.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const redact = (text: string) => text.replaceAll("t0ken", "***");

it("keeps long output by a gate's and a sandbox's name, without secrets, and no short one", async () => {
  using scratch = openScratchFolder();
  const folder = join(scratch.path, "output");
  const label = "night/../1-unit tests";
  const open = () => openKeptOutput({ folder, label }, { redact });
  const first = open();
  if (first === null) throw new Error("there is room");
  writeFileSync(first.files.stdout, `${"x".repeat(5_000)} t0ken`);
  writeFileSync(first.files.stderr, "short");
  expect(await first.close()).toEqual(["night-..-1-unit-tests-1.out"]);
  expect(readdirSync(folder)).toEqual(["night-..-1-unit-tests-1.out"]);
  expect(readFileSync(first.files.stdout, "utf8")).toBe(`${"x".repeat(5_000)} ***`);
  expect(open()?.files.stdout).toBe(join(folder, "night-..-1-unit-tests-2.out"));
});

it("keeps nothing more in a folder that is full", async () => {
  using scratch = openScratchFolder();
  writeFileSync(join(scratch.path, "old.out"), "");
  truncateSync(join(scratch.path, "old.out"), 257 * 1024 * 1024);
  expect(openKeptOutput({ folder: scratch.path, label: "x" }, { redact })).toBeNull();
});

it("names the files in a gate's result, where the output is longer than its tail", async () => {
  using scratch = openScratchFolder();
  await using sandbox = await openLocalSandbox({
    files: { "loud.sh": "seq 1 5000; echo t0ken\n", "quiet.sh": "echo hello\n" },
  });
  const runReally: Sandbox["run"] = (command) =>
    createProcessRunner().run({
      ...command,
      argv: typeof command.command === "string" ? ["sh", "-c", command.command] : command.command,
      cwd: sandbox.dir,
      env: { PATH: process.env.PATH ?? "" },
    });
  const run = (file: string) =>
    runGate(
      {
        sandbox: { ...sandbox, run: runReally },
        spec: {
          ...{ name: file, kind: "command", command: `sh ${file}.sh`, before: [], cwd: ".", env: {} },
          ...{ network: "none", timeoutMs: 20_000, isRequired: true, order: 1 },
        },
      },
      {
        clock: { elapsedMs: () => performance.now() },
        git: { listFiles: async () => [] },
        redact,
        outputFolder: scratch.path,
      },
    );
  const { outputFiles: [name = ""] = [] } = await run("loud");
  expect(name).toMatch(/loud-1\.out$/);
  expect(readFileSync(join(scratch.path, name), "utf8")).toMatch(/^1\n2\n[\s\S]*5000\n\*\*\*\n$/);
  expect((await run("quiet")).outputFiles).toBeUndefined();
  expect(existsSync(scratch.path) && readdirSync(scratch.path)).toEqual([name]);
  expect(statSync(join(scratch.path, name)).size).toBeGreaterThan(4096);
});
