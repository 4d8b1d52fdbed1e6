import { describe, expect, it } from "vitest";
import { detectGates } from "../../src/config/detect/detect-gates.ts";
import { completeGate } from "../../src/config/gate-defaults.ts";
import { initConfig } from "../../src/config/init-config.ts";
import { parseConfigText } from "../../src/config/parse-config-text.ts";
import { resolveGates } from "../../src/config/resolve-gates.ts";
import type { GateSpec } from "../../src/domain/gate.ts";
import { readerOf } from "../helpers/config-project.ts";

function readBack(text: string): readonly GateSpec[] {
  const { config, locate } = parseConfigText(text, "n.yml");
  return resolveGates(config.gates, { locate });
}

const manifest = (scripts: object, more: object = {}) => JSON.stringify({ scripts, ...more });
const workspace = manifest(
  { lint: "eslint --ext .js src" },
  { workspaces: ["packages/*"], devDependencies: { typescript: "7" } },
);

describe("initConfig", () => {
  it.each([
    ["vitest behind variables", { "package.json": manifest({ test: "A=1 vitest run --config v.ts" }) }],
    [
      "globs for the shell",
      { "package.json": manifest({ test: "A=$B node --import tsx --test test/*.ts" }) },
    ],
    ["tape", { "package.json": manifest({ test: "tape -r ./x 'test/**/*.js'" }), "test/a.js": "" }],
    [
      "tape with helpers",
      { "package.json": manifest({ test: "tape 'test/*.js'" }), "test/a.js": "tape", "test/b.js": "" },
    ],
    ["a build", { "package.json": manifest({ pretest: "tsc -p .", test: "mocha 'dist/*.js'" }) }],
    ["an unknown script", { "package.json": manifest({ test: "./t" }) }],
    [
      "a workspace",
      {
        "package.json": workspace,
        "packages/a/package.json": manifest({ test: "jest" }),
        "packages/a/tsconfig.json": "{}",
      },
    ],
    ["Python", { "pyproject.toml": "[tool.ruff]\n[tool.mypy]\n", "test_a.py": "def test_a(): pass\n" }],
    ["unittest", { "test_a.py": "import unittest\n" }],
    ["Go and Rust", { "go.mod": "", "a_test.go": "", "Cargo.toml": "[workspace]\n" }],
    ["make", { Makefile: "test:\n\ttrue\n" }],
  ])("writes gates that read back the same: %s", async (_, files) => {
    const detected = await detectGates({ project: readerOf(files), isInstalled: async () => true });
    expect(readBack(initConfig(detected))).toEqual(detected.gates);
  });

  it("writes commands as people write them", async () => {
    const files = { "package.json": manifest({ test: "vitest run --coverage" }) };
    const detected = await detectGates({ project: readerOf(files), isInstalled: async () => true });
    const text = initConfig(detected);
    expect(text).toContain(
      "  - name: tests\n    kind: tests\n    command: [ node_modules/.bin/vitest, run, --coverage ]\n",
    );
    expect(text).toContain("#   tests: vitest, from scripts.test in package.json\n");
  });

  it("spells out a gate that no short form gives", () => {
    const gates: readonly GateSpec[] = [
      completeGate({
        name: "odd",
        kind: "tests",
        command: "run {report}",
        report: "{report}",
        format: "tap",
        only: "run {file}",
        env: { A: "1" },
        network: "host",
        timeoutMs: 90_000,
        isRequired: false,
        order: 3,
      }),
      completeGate({
        name: "cases",
        kind: "golden",
        command: "run",
        golden: { projects: "golden/*", stdout: "out.txt" },
      }),
    ];
    expect(readBack(initConfig({ gates, written: new Map(), notes: [] }))).toEqual(gates);
  });

  it("is valid without gates, and when every example in it is taken up", () => {
    const text = initConfig({ gates: [], written: new Map(), notes: ["a note\nof two lines"] });
    expect(parseConfigText(text, "n.yml").config).toEqual(parseConfigText("", "n.yml").config);
    const taken = text.replaceAll(/^# ((?: *- |[a-z]+:| {2,}[a-zA-Z]+:).*)$/gm, "$1");
    expect(parseConfigText(taken, "n.yml").config).toMatchObject({
      goal: "Make every test pass",
      focus: ["src/**"],
      sandbox: { setup: ["npm ci"] },
    });
  });
});
