import { describe, expect, it } from "vitest";
import type { NamedSetting } from "../../src/config/read-environment.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { configSchema } from "../../src/config/schema.ts";
import { NightshiftError } from "../../src/domain/errors.ts";

type Given = { readonly flags?: readonly NamedSetting[]; readonly environment?: Record<string, string> };

function resolve(text: string | null, { flags = [], environment = {} }: Given = {}) {
  return resolveConfig({ file: text === null ? null : { text, path: "n.yml" }, flags, environment });
}

function problemsOf(text: string | null, given: Given = {}): readonly string[] {
  try {
    resolve(text, given);
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    expect(error).toMatchObject({ code: "CONFIG_INVALID", kind: "usage" });
    return error.message.split("\n");
  }
  return [];
}

const flag = (path: string, value: unknown, name = "--flag"): NamedSetting => ({ path, name, value });

describe("resolveConfig: what is wrong in a file", () => {
  it.each([
    [
      "an unknown key",
      "stop:\n  maxCycle: 3\n",
      'n.yml:2:3: stop.maxCycle: unknown key; did you mean "maxCycles"?',
    ],
    [
      "a key of another section",
      "maxCycles: 3\n",
      'n.yml:1:1: maxCycles: unknown key; did you mean "stop.maxCycles"?',
    ],
    ["a key like no other", "zzzzzz: 3\n", "n.yml:1:1: zzzzzz: unknown key"],
    [
      "a model's key, whatever it is called, and never with its value",
      "brain:\n  llm:\n    apiKey: sk-1234567890\n",
      "n.yml:3:5: brain.llm.apiKey: keys of models come from the environment alone; remove it here, and make a new one",
    ],
    [
      "a model's token in the list of models",
      "brain: { llm: { models: [{ provider: custom, model: m, token: sk-1234567890 }] } }\n",
      "n.yml:1:56: brain.llm.models[0].token: keys of models come from the environment alone; remove it here, and make a new one",
    ],
    [
      "a provider that there is not",
      "brain: { llm: { provider: opanai } }\n",
      'n.yml:1:27: brain.llm.provider: expected one of openai, azure, github-models, anthropic, bedrock, gemini, openrouter, ollama, lmstudio, custom, got "opanai"; did you mean "openai"?',
    ],
    [
      "a temperature beyond what there is",
      "brain: { llm: { temperature: 3 } }\n",
      "n.yml:1:30: brain.llm.temperature: expected at most 2, got 3",
    ],
    [
      "half a price",
      "prices: { my-model: { input: 1 } }\n",
      "n.yml:1:21: prices.my-model.output: is missing",
    ],
    [
      "a price below nothing",
      "prices: { m: { input: -1, output: 1 } }\n",
      "n.yml:1:23: prices.m.input: expected at least 0, got -1",
    ],
    ["a prototype key", "__proto__: {}\n", "n.yml:1:1: __proto__: unknown key"],
    ["text for a number", "attempts: many\n", 'n.yml:1:11: attempts: expected a number, got "many"'],
    ["a fraction", "attempts: 2.5\n", "n.yml:1:11: attempts: expected a whole number, got 2.5"],
    [
      "too large a number",
      "stop: {maxHours: 900}\n",
      "n.yml:1:18: stop.maxHours: expected at most 168, got 900",
    ],
    [
      "a number that must be positive",
      "stop:\n  maxHours: 0\n",
      "n.yml:2:13: stop.maxHours: expected more than 0, got 0",
    ],
    [
      "a wrong value where null is allowed",
      "stop: {maxCostUsd: -1}\n",
      "n.yml:1:20: stop.maxCostUsd: expected at least 0, got -1",
    ],
    [
      "yes for true",
      "memory: {enabled: yes}\n",
      'n.yml:1:19: memory.enabled: expected true or false, got "yes"',
    ],
    ["text for a list", "focus: src\n", 'n.yml:1:8: focus: expected a list, got "src"'],
    ["an empty text in a list", 'focus: [""]\n', "n.yml:1:9: focus[0]: is empty"],
    [
      "an empty section",
      "stop:\nattempts: 2\n",
      "n.yml:1:6: stop: is empty; give it a value or remove the key",
    ],
    [
      "a prefix of two segments",
      "branches: {prefix: a/b}\n",
      'n.yml:1:20: branches.prefix: expected one path segment of letters, digits, dots, dashes and underscores, got "a/b"',
    ],
    ["a key given twice", "goal: a\ngoal: b\n", 'n.yml:2:1: the key "goal" is given twice'],
    ["a tab", "stop:\n\tmaxCycles: 3\n", "n.yml:2:1: a tab indents this line; YAML takes spaces only"],
    [
      "a list at the top",
      "- goal\n",
      "n.yml:1:1: the file has to be a mapping of keys to values, got a list",
    ],
    ["text at the top", "goal\n", 'n.yml:1:1: the file has to be a mapping of keys to values, got "goal"'],
    [
      "two documents",
      "goal: a\n---\ngoal: b\n",
      "n.yml:2:1: a second document starts here; the config is one",
    ],
    [
      "an alias without anchor",
      "goal: a\nfocus: *globs\n",
      "n.yml:2:8: the alias *globs has no anchor before it",
    ],
    ["an unknown tag", "goal: !secret a\n", "n.yml:1:7: not valid YAML: Unresolved tag: !secret"],
  ])("refuses %s with line and column", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    ["a missing key", "gates:\n  - name: a\n    kind: lint\n", "n.yml:2:5: gates[0].command: is missing"],
    [
      "a misspelt value",
      "gates:\n  - {name: a, kind: test, command: x}\n",
      'n.yml:2:21: gates[0].kind: expected one of tests, lint, typecheck, validate, golden, command, benchmark, got "test"; did you mean "tests"?',
    ],
    [
      "a misspelt key",
      "gates:\n  - {name: a, kind: lint, comand: x}\n",
      'n.yml:2:27: gates[0].comand: unknown key; did you mean "command"?',
    ],
    [
      "a number as command",
      "gates:\n  - {name: a, kind: lint, command: 3}\n",
      "n.yml:2:36: gates[0].command: expected text or a list, got 3",
    ],
    [
      "a number as variable",
      "gates:\n  - {name: a, kind: lint, command: x, env: {CI: 1}}\n",
      "n.yml:2:49: gates[0].env.CI: expected text, got 1; put it in quotes",
    ],
    [
      "a name with spaces",
      "gates:\n  - {name: a b, kind: lint, command: x}\n",
      'n.yml:2:12: gates[0].name: expected a letter or digit, then letters, digits and any of . _ : @ / -, got "a b"',
    ],
    [
      "text as gate",
      "gates: [lint]\n",
      'n.yml:1:9: gates[0]: expected a mapping of keys to values, got "lint"',
    ],
  ])("refuses %s in a gate with line and column", (_, text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  it("lists every problem, in the order of the file, with those of flags and environment", () => {
    const problems = problemsOf("attempts: x\nfocus: y\nstop: {maxCycles: z}\n", {
      flags: [flag("brain.seed", "s", "--seed")],
      environment: { NIGHTSHIFT_NO: "1" },
    });
    expect(problems.map((problem) => problem.split(": ", 2).join(": "))).toEqual([
      "n.yml:1:11: attempts",
      "n.yml:2:8: focus",
      "n.yml:3:19: stop.maxCycles",
      "--seed: brain.seed",
      "NIGHTSHIFT_NO: this environment variable matches no setting",
    ]);
  });

  it("refuses aliases that expand without bound", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [name, last] of ["ba", "cb", "dc", "ed", "fe"]) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(", ")}]`);
    }
    expect(problemsOf(bomb.join("\n"))[0]).toMatch(/^n\.yml:1:1: .*alias/i);
  });

  it("takes anchors, merge keys, comments, a byte order mark and an empty file", () => {
    const text = "\uFEFF# night\nbrain: &b {seed: 3}\nsnapshots: {keep: 2}\n";
    expect(resolve(text).config).toMatchObject({ brain: { seed: 3 }, snapshots: { keep: 2 } });
    const merged = "gates:\n  - &g {name: a, kind: command, command: x}\n  - {<<: *g, name: b}\n";
    expect(resolve(merged).config.gates.map(({ name, command }) => [name, command])).toEqual([
      ["a", "x"],
      ["b", "x"],
    ]);
    expect(resolve("").config).toEqual(configSchema.parse({}));
    expect(resolve("# nothing\n").config).toEqual(configSchema.parse({}));
  });

  it("points into an alias at the place that it stands for", () => {
    const text = "gates:\n  - &g {name: a, kind: lnt, command: x}\n  - *g\n";
    expect(problemsOf(text).map((problem) => problem.split(" ", 1)[0])).toEqual([
      "n.yml:2:24:",
      "n.yml:2:24:",
    ]);
  });
});
