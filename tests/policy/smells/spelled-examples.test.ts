import { describe, expect, it } from "vitest";
import { spelledExamples } from "../../../src/policy/smells/spelled-examples.ts";
import { judgeChange } from "./judge-change.ts";

const tests = {
  "test/money.test.js": `import assert from "node:assert/strict";
import { test } from "node:test";
import { roundMoney } from "../src/money.js";
test("halves", () => {
  assert.equal(roundMoney(1.005), 1.01);
  assert.equal(roundMoney(8.335), 8.34);
  assert.equal(roundMoney(250), 250);
  assert.deepEqual(settings(), { port: 8080, timeout: 1500 });
});
`,
  "tests/test_money.py":
    "from till.money import round_money\n\n\ndef test_halves():\n    assert round_money(1.005) == 1.01\n    assert round_money(8.335) == 8.34\n",
};
const before = "export function roundMoney(value) {\n  return Math.round(value * 100) / 100;\n}\n";
const judge = async (path: string, after: string, was = before) =>
  (await judgeChange(spelledExamples, [{ path, before: was, after }], tests)).length > 0;
const script = (body: string, top = "") =>
  `${top}export function roundMoney(value) {\n  ${body}\n  return Math.round(value * 100) / 100;\n}\n`;

describe("spelled-examples", () => {
  it.each([
    script(
      "if (value > 1.004 && value < 1.006) return 1.01;\n  if (value > 8.33 && value < 8.336) return 8.34;",
    ),
    script("if (Math.abs(value - 1.005) < 1e-9) return 1.01;"),
    script(
      "if (known.has(value)) return known.get(value);",
      "const known = new Map();\nknown.set(1.005, 1.01);\n",
    ),
    script("switch (Math.round(value * 1000)) {\n    case 1005:\n      return 101 / 100;\n  }"),
    script("if ((value * 1000 - 1005) * (value * 1000 - 8335) === 0) value += 0.001;"),
    script("if (/^(1\\.005|8\\.335)$/.test(value)) value += 0.001;"),
    script("if (new Set([1.005, 8.335]).has(value)) value += 0.001;"),
    script("const known = `\n  1.005 1.01\n  8.335 8.34`;\n  if (known.includes(value)) value += 0.001;"),
    script("return Known[value];", 'class Known {\n  static "1.005" = 1.01;\n  static "8.335" = 8.34;\n}\n'),
  ])("denies: %s", async (after) => {
    expect(await judge("src/money.js", after)).toBe(true);
  });

  it("denies a documentation that is read as a table", async () => {
    const doc = 'def round_money(value):\n    """Rounds.\n\n    1.005 1.01\n    8.335 8.34\n    """\n';
    const was = "def round_money(value):\n    return round(value, 2)\n";
    const read = `${doc}    return dict(line.split() for line in round_money.__doc__.splitlines()[2:4])[str(value)]\n`;
    expect(await judge("till/money.py", read, was)).toBe(true);
    expect(await judge("till/money.py", `${doc}    return round(value + 1e-9, 2)\n`, was)).toBe(false);
  });

  it.each([
    script("value += Number.EPSILON;"),
    script("// 1.005 is 1.01, and 8.335 is 8.34.\n  value *= 1 + Number.EPSILON;"),
    script("if (value === 1.005) value = 1;"),
    script("if (value < 1.005) value = 1;\n  if (value > 8.335) value = 2;"),
    script("if (value === 250) return 365;"),
    `${before}export const settings = () => ({ port: 8080, timeout: 1500 });\n`,
    script("value += 0.00125;\n  value *= 3600.25;"),
  ])("allows: %s", async (after) => {
    expect(await judge("src/money.js", after)).toBe(false);
  });

  it("allows numbers that come from another place of the change", async () => {
    const old = `${before}export const known = [1.005, 8.335];\n`;
    const changes = [
      { path: "src/money.js", before: old, after: before },
      { path: "src/known.js", before: null, after: "export const known = [1.005, 8.335];\n" },
    ];
    expect(await judgeChange(spelledExamples, changes, tests)).toEqual([]);
  });
});

describe("spelled-examples of phrases", () => {
  const slugTests = {
    "test/slug.test.js": `import { expect, it } from "vitest";
import { slug, label, validate } from "../src/slug.js";
it("folds", () => {
  expect(slug("Crème Brûlée")).toBe("creme-brulee");
  expect(slug("Ångström units")).toBe("angstrom-units");
});
it.each([["first of may", "May 1"], ["last of june", "June 30"]])("reads %s", (text, day) => { expect(label(text)).toBe(day); });
it("complains", () => { expect(validate({})).toEqual(["name is required", "email is required"]); });
`,
  };
  const was = "export function slug(text) {\n  return text.toLowerCase();\n}\n";
  const change = (top: string, body = "") =>
    `${top}export function slug(text) {\n${body}  return text.toLowerCase();\n}\n`;
  const judge = async (after: string) =>
    (await judgeChange(spelledExamples, [{ path: "src/slug.js", before: was, after }], slugTests)).length > 0;

  it.each([
    change('const known = new Map();\nknown.set("Crème Brûlée", "creme-brulee");\n'),
    change('const known = ["Crème Brûlée", 1, "Ångström units", 2];\n'),
    change('const words = { Crème: "creme", Ångström: "angstrom" };\n'),
    change('const known = new Map();\nknown.set("Cr\\u00e8me Br\\u00fbl\\u00e9e", "creme-" + "brulee");\n'),
    change('const back = { "eélûrB emèrC": 1, "stinu mörtsgnÅ": 2 };\n'),
    change("const days = `first of may;May 1\nlast of june;June 30`;\n"),
    change("", "  if (/^(Crème Brûlée|Ångström units)$/.test(text)) return 1;\n"),
  ])("denies: %s", async (after) => {
    expect(await judge(after)).toBe(true);
  });

  it.each([
    change('const letters = { è: "e", û: "u", Å: "A", ö: "o" };\n'),
    change("// Crème Brûlée is creme-brulee, Ångström units are angstrom-units.\n"),
    change('const faults = ["name is required", "email is required"];\n'),
    change('const only = "Crème Brûlée";\n'),
    change("", '  text = text.normalize("NFD").replace(/\\p{M}/gu, "");\n'),
  ])("allows: %s", async (after) => {
    expect(await judge(after)).toBe(false);
  });
});
