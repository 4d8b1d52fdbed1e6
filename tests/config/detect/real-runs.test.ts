import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { detectGates } from "../../../src/config/detect/detect-gates.ts";
import type { GateSpec } from "../../../src/domain/gate.ts";
import {
  createConfigProject,
  installedIs,
  repositoryRoot,
  runPlainly,
} from "../../helpers/config-project.ts";

const installed = installedIs(
  ...["node", "npm", "python3", "python3:pytest"],
  ...["vitest", "jest", "mocha", "tape", "eslint", "biome", "tsc"].map((name) => `node_modules/.bin/${name}`),
);
const hasPytest = succeeds("python3", ["-c", "import pytest"]);
const hasPython = succeeds("python3", ["--version"]);
const hasNodeReporter = existsSync(path.join(repositoryRoot, "support", "node-test-reporter.mjs"));
const hasUnittestReporter = existsSync(path.join(repositoryRoot, "support", "unittest_report.py"));
for (const [isThere, name] of [
  [hasPytest, "pytest"],
  [hasPython, "python3"],
  [hasNodeReporter, "support/node-test-reporter.mjs"],
  [hasUnittestReporter, "support/unittest_report.py"],
] as const) {
  if (!isThere) console.warn(`skipped: ${name} is not there, so its commands are not run`);
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Detects the gates of a project and runs the one of a kind, whole and for one test. */
async function detectAndRun(
  files: Readonly<Record<string, string>>,
  chosen: { readonly file: string; readonly name?: string; readonly namePattern?: string },
  kind: GateSpec["kind"] = "tests",
) {
  await using made = await createConfigProject(files, { hasNodeModules: true });
  const { gates, notes } = await detectGates({ project: made.project, isInstalled: installed });
  const gate = gates.find((candidate) => candidate.kind === kind);
  if (gate === undefined) throw new Error(`no ${kind} gate among ${notes.join("; ")}`);
  const all = await runPlainly(gate.command, { dir: made.dir, env: gate.env, file: chosen.file });
  const only =
    gate.only === undefined ? null : await runPlainly(gate.only, { dir: made.dir, env: gate.env, ...chosen });
  return { gate, notes, all, only };
}

const manifest = (scripts: Readonly<Record<string, string>>, more: object = {}) =>
  JSON.stringify({ name: "sample", private: true, scripts, ...more });
const chosen = { file: "test/b.test.cjs", namePattern: "subtracts" };
const expectJs = `const assert = require("node:assert");
test("adds", () => { assert.strictEqual(1 + 1, 3); });
`;
const expectJsOther = `const assert = require("node:assert");
test("multiplies", () => { assert.strictEqual(2 * 2, 4); });
test("subtracts", () => { assert.strictEqual(2 - 1, 2); });
`;

describe("detected commands, run for real", () => {
  it("vitest reports every failure although the script bails and measures coverage", async () => {
    const importing = 'import { test } from "vitest";\n';
    const { all, only } = await detectAndRun(
      {
        "package.json": manifest({ test: "vitest --coverage --bail 1 --reporter dot" }),
        "test/a.test.ts":
          importing +
          expectJs.replace('const assert = require("node:assert")', 'import assert from "node:assert"'),
        "test/b.test.ts":
          importing +
          expectJsOther.replace('const assert = require("node:assert")', 'import assert from "node:assert"'),
      },
      { file: "test/b.test.ts", namePattern: "subtracts" },
    );
    expect(JSON.parse(all.report ?? "null")).toMatchObject({ numTotalTests: 3, numFailedTests: 2 });
    expect(all.exitCode).toBe(1);
    expect(JSON.parse(only?.report ?? "null")).toMatchObject({ numPassedTests: 0, numFailedTests: 1 });
  });

  it("jest reports every failure although the script bails and measures coverage", async () => {
    const { all, only } = await detectAndRun(
      {
        "package.json": manifest({ test: "jest --bail --coverage --coverageThreshold '{}'" }),
        "test/a.test.cjs": expectJs,
        "test/b.test.cjs": expectJsOther,
        "jest.config.cjs": "module.exports = { testMatch: ['**/*.test.cjs'] };",
      },
      chosen,
    );
    expect(JSON.parse(all.report ?? "null")).toMatchObject({ numTotalTests: 3, numFailedTests: 2 });
    expect(JSON.parse(only?.report ?? "null")).toMatchObject({ numPassedTests: 0, numFailedTests: 1 });
  });

  it("mocha reports every failure although its config file bails", async () => {
    const { all, only } = await detectAndRun(
      {
        "package.json": manifest({ test: "nyc --reporter lcov mocha -R dot 'test/*.test.cjs'" }),
        ".mocharc.json": '{"bail": true, "ui": "qunit"}',
        "test/a.test.cjs": expectJs,
        "test/b.test.cjs": expectJsOther,
      },
      chosen,
    );
    expect(JSON.parse(all.report ?? "null")).toMatchObject({ stats: { tests: 3, failures: 2 } });
    expect(JSON.parse(only?.report ?? "null")).toMatchObject({ stats: { tests: 1, failures: 1 } });
  });

  it("tape files are run one by one by node, which prints TAP", async () => {
    const tape =
      'const test = require("tape");\ntest("one", (t) => { t.equal(1, global.loaded ? 1 : 2); t.end(); });\n';
    const { gate, all } = await detectAndRun(
      {
        "package.json": manifest({
          test: "npm run tests-only",
          "tests-only": "nyc tape -r ./setup.cjs 'test/**/*.cjs'",
        }),
        "setup.cjs": "global.loaded = true;",
        "test/b.test.cjs": tape,
      },
      chosen,
    );
    expect(gate).toMatchObject({ format: "tap", runner: "tape", files: ["test/**/*.cjs"] });
    expect(all).toMatchObject({ exitCode: 0, report: null });
    expect(all.stdout).toContain("TAP version 13");
    expect(all.stdout).toContain("# pass  1");
  });

  it.skipIf(!hasNodeReporter)("node:test reports every failure by the support reporter", async () => {
    const importing = 'const { test } = require("node:test");\n';
    const { gate, all, only } = await detectAndRun(
      {
        "package.json": manifest({ test: "NODE_ENV=test node --test --test-reporter spec test/*.test.cjs" }),
        "test/a.test.cjs": importing + expectJs,
        "test/b.test.cjs": importing + expectJsOther,
      },
      chosen,
    );
    expect(gate.env).toEqual({ NODE_ENV: "test" });
    expect(all.exitCode).toBe(1);
    for (const name of ["adds", "multiplies", "subtracts"]) expect(all.report).toContain(name);
    expect(only?.exitCode).toBe(1);
    expect(only?.report).toContain("subtracts");
    expect(only?.report).not.toContain("adds");
  });

  it.skipIf(!hasPytest)("pytest reports every failure although its settings stop at the first", async () => {
    const { all, only } = await detectAndRun(
      {
        "pyproject.toml": '[tool.pytest.ini_options]\naddopts = "-x"\n',
        "tests/test_a.py": "def test_adds():\n    assert 1 + 1 == 3\n",
        "tests/test_b.py":
          "def test_multiplies():\n    assert 2 * 2 == 4\n\ndef test_subtracts():\n    assert 2 - 1 == 2\n",
      },
      { file: "tests/test_b.py" },
    );
    expect(all.report).toMatch(/failures="2"/);
    expect(all.report).toMatch(/tests="3"/);
    expect(all.report).toMatch(/file="tests\/test_a.py"/);
    expect(only?.report).toMatch(/failures="1"/);
    expect(only?.report).toMatch(/tests="2"/);
  });

  it.skipIf(!hasPython || !hasUnittestReporter)("unittest is run by the support runner", async () => {
    const { all, only } = await detectAndRun(
      {
        "test_a.py":
          "import unittest\nclass A(unittest.TestCase):\n    def test_adds(self):\n        self.assertEqual(1 + 1, 3)\n",
        "test_b.py":
          "import unittest\nclass B(unittest.TestCase):\n    def test_fine(self):\n        pass\n    def test_other(self):\n        pass\n",
      },
      { file: "test_b.py", name: "B.test_fine" },
    );
    expect(all.exitCode).toBe(1);
    expect(all.report).toContain("test_adds");
    expect(only?.exitCode).toBe(0);
    expect(only?.report).toContain("test_fine");
    expect(only?.report).not.toContain("test_other");
  });

  it("eslint lists warnings and errors, and mends what it can", async () => {
    const files = {
      "package.json": manifest({ lint: "eslint --max-warnings 0 --fix ." }),
      "eslint.config.mjs":
        'export default [{ rules: { "no-extra-semi": 0, "prefer-const": 2, "no-debugger": 1 } }];',
      "a.js": "let a = 1; debugger; export { a };\n",
    };
    await using made = await createConfigProject(files, { hasNodeModules: true });
    const { gates } = await detectGates({ project: made.project, isInstalled: installed });
    const gate = gates.find(({ kind }) => kind === "lint");
    const all = await runPlainly(gate?.command ?? [], { dir: made.dir });
    expect(all.exitCode).toBe(1);
    const report = JSON.parse(all.report ?? "[]").find((file: { filePath: string }) =>
      file.filePath.endsWith("a.js"),
    );
    expect(report).toMatchObject({ errorCount: 1, warningCount: 1 });
    await runPlainly(gate?.fix ?? [], { dir: made.dir, file: "a.js" });
    const after = await runPlainly(gate?.command ?? [], { dir: made.dir });
    expect(after.exitCode).toBe(0);
  });

  it("biome prints all its findings as JSON, and mends what it can", async () => {
    const files = {
      "package.json": manifest({}, { devDependencies: { "@biomejs/biome": "2" } }),
      "biome.json": "{}",
      "a.js": "let a = 1;\nif (a) {\n\tdebugger;\n}\n",
    };
    await using made = await createConfigProject(files, { hasNodeModules: true });
    const { gates } = await detectGates({ project: made.project, isInstalled: installed });
    const gate = gates.find(({ kind }) => kind === "lint");
    const all = await runPlainly(gate?.command ?? [], { dir: made.dir });
    expect(all.exitCode).toBe(1);
    const rules = JSON.parse(all.stdout).diagnostics.map(({ category }: { category: string }) => category);
    expect(rules).toContain("lint/suspicious/noDebugger");
    expect(rules).toContain("lint/style/useConst");
    await runPlainly(gate?.fix ?? [], { dir: made.dir, file: "a.js" });
    const after = await runPlainly(gate?.command ?? [], { dir: made.dir });
    expect(after.stdout).not.toContain("lint/style/useConst");
  });

  it("tsc prints plain lines and writes nothing", async () => {
    const { all } = await detectAndRun(
      {
        "package.json": manifest({}, { devDependencies: { typescript: "7" } }),
        "tsconfig.json": '{"compilerOptions": {"strict": true, "types": []}, "files": ["a.ts"]}',
        "a.ts": 'export const a: number = "one";\n',
      },
      { file: "" },
      "typecheck",
    );
    expect(all.exitCode).not.toBe(0);
    expect(all.stdout).toContain("a.ts(1,14): error TS2322:");
  });
});
