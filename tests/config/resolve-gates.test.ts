import { describe, expect, it } from "vitest";
import { parseConfigText } from "../../src/config/parse-config-text.ts";
import { resolveGates } from "../../src/config/resolve-gates.ts";
import { NightshiftError } from "../../src/domain/errors.ts";

function resolve(text: string) {
  const { config, locate } = parseConfigText(text, "n.yml");
  return resolveGates(config.gates, { locate });
}

function resolveOne(gate: object) {
  const [spec] = resolve(JSON.stringify({ gates: [{ name: "g", ...gate }] }));
  if (spec === undefined) throw new Error("no gate");
  return spec;
}

function problemsOf(text: string): readonly string[] {
  try {
    resolve(text);
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    expect(error.code).toBe("CONFIG_INVALID");
    return error.message.split("\n");
  }
  return [];
}

describe("resolveGates: defaults", () => {
  it("fills in what a gate does not say", () => {
    expect(resolveOne({ kind: "command", command: "make check" })).toEqual({
      name: "g",
      kind: "command",
      command: "make check",
      before: [],
      cwd: ".",
      env: {},
      network: "none",
      timeoutMs: 600_000,
      isRequired: true,
      order: 40,
    });
  });

  it("runs the cheapest kind first, and what is equal as it is written", () => {
    const kinds = ["tests", "command", "lint", "typecheck", "lint"];
    const gates = kinds.map((kind, index) => ({
      name: `${index}`,
      kind,
      command: "x",
      format: "line-column",
    }));
    expect(resolve(JSON.stringify({ gates })).map(({ name }) => name)).toEqual(["2", "4", "3", "1", "0"]);
  });

  it("lets `order` say otherwise", () => {
    const gates = [
      { name: "slow-lint", kind: "lint", command: "x", order: 90 },
      { name: "tests", kind: "tests", command: "node --test" },
    ];
    expect(resolve(JSON.stringify({ gates })).map(({ name }) => name)).toEqual(["tests", "slow-lint"]);
  });

  it.each([
    ["./packages/a/", "packages/a"],
    [".", "."],
    ["./", "."],
  ])("writes the folder %s as %s", (cwd, normal) => {
    expect(resolveOne({ kind: "command", command: "x", cwd }).cwd).toBe(normal);
  });

  it("reads lint and type findings as file:line:column where nothing else is said", () => {
    expect(resolveOne({ kind: "lint", command: "./lint.sh" }).format).toBe("line-column");
  });
});

describe("resolveGates: known tools", () => {
  it("makes a known runner's report readable", () => {
    expect(resolveOne({ kind: "tests", command: "node --import tsx --test test/*.ts" })).toMatchObject({
      runner: "node-test",
      format: "node-test",
      report: "{report}",
      command:
        "node --import tsx --test --test-reporter={support}/node-test-reporter.mjs --test-reporter-destination={report} test/*.ts",
      only: [
        ...["node", "--import", "tsx", "--test", "--test-reporter={support}/node-test-reporter.mjs"],
        ...["--test-reporter-destination={report}", "--test-name-pattern={namePattern}", "{file}"],
      ],
    });
  });

  it("keeps what stands ahead of the runner", () => {
    const { command } = resolveOne({ kind: "tests", command: "npm run build && vitest run" });
    expect(command).toMatch(/^npm run build && vitest run .*--reporter=json --outputFile=\{report\}/);
  });

  it("moves plain variables into the environment, where the gate's own win", () => {
    const spec = resolveOne({ kind: "tests", command: "A=1 B=2 npx jest", env: { B: "3" } });
    expect(spec.env).toEqual({ A: "1", B: "3" });
    expect(spec.command).toEqual(expect.arrayContaining(["npx", "jest", "--json"]));
  });

  it("leaves a command alone that names its format or its report", () => {
    const own = {
      kind: "tests",
      command: "npx vitest run --reporter=junit --outputFile={report}",
      format: "junit",
    };
    const spec = resolveOne(own);
    expect(spec).toMatchObject({
      command: own.command,
      format: "junit",
      report: "{report}",
      runner: "vitest",
    });
    expect(spec.only).toBeUndefined();
    expect(resolveOne({ kind: "tests", command: "mocha --reporter=tap", format: "tap" })).not.toHaveProperty(
      "report",
    );
  });

  it("keeps `only`, `fix` and `runner` that are given", () => {
    const only = ["node", "--test", "{file}"];
    expect(resolveOne({ kind: "tests", command: "node --test", only }).only).toEqual(only);
    const fix = "eslint --fix {file}";
    expect(resolveOne({ kind: "lint", command: "eslint .", fix }).fix).toBe(fix);
  });

  it("leaves a command gate that starts a runner to its exit code", () => {
    expect(resolveOne({ kind: "command", command: "node --test" })).toMatchObject({ command: "node --test" });
  });

  it("gives linters their fixer", () => {
    expect(resolveOne({ kind: "lint", command: "ruff check src" })).toMatchObject({
      format: "ruff-json",
      fix: ["ruff", "check", "--fix", "--no-cache", "{file}"],
    });
  });

  it.each([
    ["pipes", "node --test | tee log"],
    ["alternatives", "node --test || true"],
    ["redirections", "node --test > log"],
    ["substitutions", "node --test $(ls test)"],
    ["commands behind it", "node --test && echo done"],
  ])("does not guess at a command with %s", (_, command) => {
    expect(problemsOf(JSON.stringify({ gates: [{ name: "g", kind: "tests", command }] }))).toEqual([
      expect.stringContaining("gates[0].command: no known test runner is seen"),
    ]);
  });
});

describe("resolveGates: refusals, with line and column", () => {
  // `^` marks where the problem has to point; without a key it is the gate itself.
  it.each([
    [
      "tests without a readable report",
      "kind: tests, command: ^./test.sh",
      "command: no known test runner is seen in this command; give `format`, and have the report printed or written to {report}",
    ],
    [
      "a runner that the command does not show",
      "kind: tests, command: ^make test, runner: vitest",
      "command: the command does not show how vitest is started; start it directly, or give `format` and have the report printed or written to {report}",
    ],
    [
      "a runner that the command contradicts",
      "kind: tests, command: ^node --test, runner: vitest",
      "command: the command does not show how vitest is started; start it directly, or give `format` and have the report printed or written to {report}",
    ],
    [
      "golden without projects",
      "^kind: golden, command: x",
      ": a golden gate needs `golden:` with its `projects`",
    ],
    [
      "golden without anything to compare",
      "kind: golden, command: x, golden: ^{projects: a}",
      "golden: needs `stdout` or `expected`, or there is nothing to compare",
    ],
    [
      "expected files without the folder of actual ones",
      "kind: golden, command: x, golden: ^{projects: a, expected: e}",
      "golden: `expected` needs `actual`, the folder where the command leaves its files",
    ],
    [
      "a benchmark without a pattern",
      "^kind: benchmark, command: x",
      ": a benchmark gate needs `benchmark:` with a `pattern`",
    ],
    [
      "a pattern without group",
      "kind: benchmark, command: x, benchmark: {pattern: ^ms}",
      "benchmark.pattern: has no group, (…), around the number",
    ],
    [
      "a pattern that is none",
      "kind: benchmark, command: x, benchmark: {pattern: ^(}",
      'benchmark.pattern: "(" is not a regular expression',
    ],
    [
      "benchmark settings on another kind",
      "kind: command, command: x, benchmark: ^{pattern: (1)}",
      "benchmark: only a benchmark gate takes `benchmark:`; this one is command",
    ],
    [
      "validate without files",
      "^kind: validate, command: x",
      ": a validate gate needs `files:`, the globs that its command runs for",
    ],
    [
      "files that the command does not take",
      "kind: validate, command: ^x, files: [a]",
      "command: `files:` is given, but the command does not use {file}",
    ],
    [
      "{file} without files",
      "kind: command, command: ^'x {file}'",
      "command: uses {file}, but the gate has no `files:`",
    ],
    [
      "{name} in the whole command",
      "kind: command, command: ^'x {name}'",
      "command: uses {name}, which only `only:` has",
    ],
    ["only without {file}", "kind: command, command: x, only: ^y", "only: does not use {file}"],
    ["fix without {file}", "kind: lint, command: x, fix: ^y", "fix: does not use {file}"],
    [
      "a report that is never written",
      "kind: command, command: x, report: ^'{report}'",
      "report: is {report}, which the command does not use",
    ],
    [
      "a folder outside of the repository",
      "kind: command, command: x, cwd: ^../up",
      'cwd: "../up" is not a folder inside of the repository',
    ],
    [
      "an absolute folder",
      "kind: command, command: x, cwd: ^/etc",
      'cwd: "/etc" is not a folder inside of the repository',
    ],
  ])("refuses %s", (_, marked, message) => {
    const isGate = message.startsWith(": ");
    const start = isGate ? "  - {" : "  - {name: g, ";
    const column = isGate ? start.length : start.length + marked.indexOf("^") + 1;
    const text = `gates:\n  - {name: g, ${marked.replace("^", "")}}\n`;
    expect(problemsOf(text)).toEqual([`n.yml:2:${column}: gates[0]${isGate ? "" : "."}${message}`]);
  });

  it("refuses two gates of one name", () => {
    const text = "gates:\n  - {name: a, kind: command, command: x}\n  - {name: a, kind: lint, command: y}\n";
    expect(problemsOf(text)).toEqual(['n.yml:3:12: gates[1].name: a gate named "a" is there already']);
  });

  it("lists the problems of all gates", () => {
    const text =
      "gates:\n  - {name: a, kind: golden, command: x}\n  - {name: a, kind: validate, command: y}\n";
    expect(problemsOf(text)).toHaveLength(3);
  });
});
