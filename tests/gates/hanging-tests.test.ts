import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { instrumentCommand } from "../../src/config/instrument-command.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { findNodes } from "../helpers/find-nodes.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

const head = 'const { test } = require("node:test");\ntest("fine", () => {});\n';
const files = {
  "fine.test.cjs": `${head}test("env", () => { if (Object.keys(process.env).join().includes("LIMIT_MS")) throw 1; });\n`,
  "open.test.cjs": `${head}setInterval(() => {}, 1e6);\n`,
  "spin.test.cjs": `${head}test("spins", () => { for (;;); });\n`,
  "wait.test.cjs": `${head}test("waits", () => new Promise((done) => setTimeout(done, 1e6)));\n`,
};
const hanging = ["open.test.cjs", "spin.test.cjs", "wait.test.cjs"];

/** Runs the files as the gate that Nightshift makes of the command. */
async function run(node: string, timeoutMs: number, only?: string) {
  const call = instrumentCommand(`${node} --test --test-concurrency=4`);
  if (call === null) throw new Error("node --test is not seen");
  const spec = buildSpec({ kind: "tests", timeoutMs, format: "node-test", runner: "node-test", ...call });
  await using sandbox = await openLocalSandbox({ files });
  return await runGate(
    { spec, sandbox, ...(only === undefined ? {} : { only: { file: only } }) },
    buildGateDeps(Object.keys(files)),
  );
}

it.concurrent.each(findNodes())(
  "node:test of Node $version: a file that hangs is a failing check",
  async ({ path }) => {
    const { status, checks } = await run(path, 10_000);
    expect(status).toBe("failed");
    const failed = checks.filter((check) => check.status === "failed");
    expect(failed.map(({ file, name }) => [file, name])).toEqual(hanging.map((file) => [file, "(file)"]));
    for (const { message } of failed) expect(message).toMatch(/^timed out after 5 s: /);
    const passed = checks.filter((check) => check.status === "passed").map(({ file, name }) => [file, name]);
    expect(passed).toEqual(
      expect.arrayContaining([
        ["fine.test.cjs", "fine"],
        ["fine.test.cjs", "env"],
      ]),
    );
  },
);

it.concurrent("node:test: a file that hangs in a run of its own is a failing check too", async () => {
  const { status, checks } = await run("node", 4_000, "wait.test.cjs");
  expect(status).toBe("failed");
  expect(checks.find((check) => check.status === "failed")).toMatchObject({
    file: "wait.test.cjs",
    name: "(file)",
  });
});

it.concurrent("mocha: a test that waits for ever is a failing check though time-outs are switched off", async () => {
  const call = instrumentCommand("mocha --no-timeouts a.cjs");
  if (call === null) throw new Error("mocha is not seen");
  const spec = buildSpec({ kind: "tests", timeoutMs: 6_000, format: "mocha-json", runner: "mocha", ...call });
  const tests = 'it("waits", (done) => { setInterval(() => {}, 1e6).unref(); });\nit("fine", () => {});\n';
  await using sandbox = await openLocalSandbox({
    files: { "a.cjs": tests },
    links: { node_modules: resolve("node_modules") },
  });
  const { checks } = await runGate({ spec, sandbox }, buildGateDeps(["a.cjs"]));
  expect(checks.map(({ name, status }) => [name, status])).toEqual([
    ["waits", "failed"],
    ["fine", "passed"],
  ]);
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("skipped: python3 is not installed");

it.skipIf(!hasPython).concurrent(
  "unittest: a test that hangs is a failing check, whatever it catches",
  async () => {
    const call = instrumentCommand("python3 -m unittest");
    if (call === null) throw new Error("unittest is not seen");
    const spec = buildSpec({
      kind: "tests",
      timeoutMs: 6_000,
      format: "unittest",
      runner: "unittest",
      ...call,
    });
    const test = `import os, time, unittest
class T(unittest.TestCase):
    def test_fine(self):
        self.assertNotIn("NIGHTSHIFT_TEST_FILE_LIMIT_MS", os.environ)
    def test_spins(self):
        try:
            while True: pass
        except Exception: pass
    def test_waits(self):
        time.sleep(1e6)
`;
    await using sandbox = await openLocalSandbox({ files: { "test_a.py": test } });
    const { status, checks } = await runGate({ spec, sandbox }, buildGateDeps(["test_a.py"]));
    expect(status).toBe("failed");
    expect(checks.map(({ name, status: end }) => [name, end])).toEqual([
      ["test_fine", "passed"],
      ["test_spins", "failed"],
      ["test_waits", "failed"],
    ]);
    expect(checks[1]?.message).toContain("timed out after 3 s");
  },
);
