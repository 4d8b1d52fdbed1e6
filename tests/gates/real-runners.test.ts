import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { instrumentCommand } from "../../src/config/instrument-command.ts";
import type { GateResult, GateSpec } from "../../src/domain/gate.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import { buildGateDeps, buildSpec } from "../helpers/gate-fixtures.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";

/** A runner with a project of one failing and two passing tests, two of them of the same name in different suites. */
type Project = {
  readonly command: string;
  readonly file: string;
  readonly files: Readonly<Record<string, string>>;
};

const described = (head: string) =>
  `${head}
describe("sum (a+b)", () => {
  it("adds [1]", () => { if (1 + 1 !== 3) throw new Error("sum is 2"); });
});
describe("other", () => {
  it("adds [1]", () => {});
  it("is fine", () => {});
});
`;
const pythonTests = (base: string) => `
class TestSum${base}:
    def test_adds(self):
        assert 1 + 1 == 3
class TestOther${base}:
    def test_adds(self):
        pass
    def test_fine(self):
        pass
`;

const projects: Readonly<Record<string, Project>> = {
  "node-test": {
    command: "node --test",
    file: "a.test.cjs",
    files: { "a.test.cjs": described('const { describe, it } = require("node:test");') },
  },
  vitest: {
    command: "vitest run --bail 1",
    file: "test/a.test.js",
    files: {
      "test/a.test.js": described('import { describe, it } from "vitest";'),
      "package.json": '{"type":"module"}',
    },
  },
  jest: {
    command: "jest --bail",
    file: "a.test.js",
    files: { "a.test.js": described(""), "package.json": '{"jest":{}}' },
  },
  mocha: { command: "mocha --bail", file: "test/a.js", files: { "test/a.js": described("") } },
  pytest: {
    command: "python3 -m pytest -x",
    file: "test_a.py",
    files: { "test_a.py": pythonTests("") },
  },
  unittest: {
    command: "python3 -m unittest -f",
    file: "test_a.py",
    files: { "test_a.py": `import unittest\n${pythonTests("(unittest.TestCase)")}` },
  },
};

const names = (result: GateResult, status: string) =>
  result.checks
    .filter((check) => check.status === status)
    .map(({ suite, name }) => `${suite}/${name}`)
    .sort();

describe.each(Object.entries(projects))("%s", (runner, { command, file, files }) => {
  const isMissing = runner === "pytest" && spawnSync("python3", ["-m", "pytest", "--version"]).status !== 0;
  if (isMissing) console.warn("skipped: pytest is not installed");
  const call = instrumentCommand(command);
  if (call === null) throw new Error(`no tool is seen in ${command}`);
  const { format, runner: knownRunner } = call.tool;
  const spec: GateSpec = buildSpec({
    kind: "tests",
    format,
    ...(knownRunner ? { runner: knownRunner } : {}),
    ...call,
  });

  it.skipIf(isMissing)(
    "reports every test though it was told to stop early, and one file, and one test",
    async () => {
      await using sandbox = await openLocalSandbox({
        files,
        links: { node_modules: resolve("node_modules") },
      });
      const deps = buildGateDeps(Object.keys(files));
      const whole = await runGate({ spec, sandbox }, deps);
      expect(whole).toMatchObject({ status: "failed", reason: "2 passed, 1 failed" });
      const [failing] = whole.checks.filter(({ status }) => status === "failed");
      expect(failing).toMatchObject({ file });
      if (failing === undefined) return;

      const oneFile = await runGate({ spec, sandbox, only: { file } }, deps);
      expect([names(oneFile, "passed"), names(oneFile, "failed")]).toEqual([
        names(whole, "passed"),
        names(whole, "failed"),
      ]);

      const { suite, name } = failing;
      const one = await runGate({ spec, sandbox, only: { file, suite, name } }, deps);
      expect(names(one, "failed")).toEqual(names(whole, "failed"));
      // Some runners match the name alone, and so its twin in another suite; pytest is given the file alone.
      const isWide = spec.runner === "pytest";
      expect(names(one, "passed").some((passed) => passed.includes("fine"))).toBe(isWide);
    },
  );
});
