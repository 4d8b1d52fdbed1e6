import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateInputs } from "../../../src/brain/behaviour/generate-inputs.ts";
import { listParameters } from "../../../src/brain/behaviour/list-parameters.ts";
import type { ProbeValue } from "../../../src/brain/behaviour/probe-value.ts";
import { readLiteral } from "../../../src/brain/behaviour/read-literal.ts";
import { createRandom } from "../../../src/domain/create-random.ts";
import { listFunctions } from "../../../src/operators/list-functions.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";
import { walkTree } from "../../../src/syntax/syntax-node.ts";

const parser = createSourceParser();
const runs = { seed: Number(process.env.NIGHTSHIFT_SEED ?? 1), numRuns: 200 };

async function parse(path: string, text: string) {
  const parsed = await parser.parse(path, text);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  return parsed.source;
}

async function readFirst(path: string, text: string) {
  const source = await parse(path, path.endsWith(".py") ? `f(${text})` : `f((${text}))`);
  const list = [...walkTree(source.root)].find(({ field }) => field === "arguments");
  const node = list?.children.find(({ isNamed }) => isNamed);
  if (node === undefined) throw new Error("no argument");
  return readLiteral(node.type === "parenthesized_expression" ? (node.children[1] ?? node) : node, source);
}

describe("readLiteral", () => {
  it.each<[string, string, ProbeValue]>([
    ["a.js", "1_000", 1000],
    ["a.js", "-0.5", -0.5],
    ["a.js", "0x1f", 31],
    ["a.js", "-0", { $nightshift: "-0" }],
    ["a.js", "-Infinity", { $nightshift: "-Infinity" }],
    ["a.js", "NaN", { $nightshift: "NaN" }],
    ["a.js", '"a\\n\\x41\\u{1F600}\\""', 'a\nA😀"'],
    ["a.js", "`plain`", "plain"],
    [
      "a.js",
      '{ a: 1, "b c": [true, null, undefined] }',
      { a: 1, "b c": [true, null, { $nightshift: "undefined" }] },
    ],
    ["a.py", '[1, (2.5, "x"), {"k": None, "t": True}]', [1, [2.5, "x"], { k: null, t: true }]],
    ["a.py", "-3", -3],
    ["a.py", 'r"a\\n"', "a\\n"],
    ["a.py", '"""a"""', "a"],
  ])("reads %s %s", async (path, text, value) => {
    expect(await readFirst(path, text)).toEqual({ isLiteral: true, value });
  });

  it.each([
    ["a.js", "x"],
    ["a.js", "1 + 1"],
    ["a.js", "[1, ...x]"],
    ["a.js", "{ a: x }"],
    ["a.js", "{ a }"],
    ["a.js", "{ [a]: 1 }"],
    ["a.js", '{ "__proto__": 1 }'],
    ["a.js", "10n"],
    ["a.js", "/x/"],
    ["a.js", "() => 1"],
    ["a.py", 'f"{x}"'],
    ["a.py", 'b"x"'],
    ["a.py", "{1: 2}"],
    ["a.py", "1j"],
  ])("does not take %s %s for a literal", async (path, text) => {
    expect(await readFirst(path, text)).toEqual({ isLiteral: false });
  });
});

describe("listParameters", () => {
  it.each([
    ["a.ts", "function f(a: number, b?: string[], c = 5, ...d: X[]) {}", ["number", "strings", "unknown:5"]],
    ["a.js", "const f = a => a;", ["unknown"]],
    ["a.js", "function f({ a }, [b], c = 'x') {}", ["unknown", "unknown", 'unknown:"x"']],
    ["a.py", "def f(a: int, b: List[str] = None, c=2, *, d): pass", ["number", "strings:null", "unknown:2"]],
    ["a.py", "def f(a, *args, **kwargs): pass", ["unknown"]],
  ])("reads those of %s %s", async (path, text, expected) => {
    const source = await parse(path, text);
    const [fn] = listFunctions(source);
    if (fn === undefined) throw new Error("no function");
    const found = listParameters(fn.node, source).map(({ type, example }) =>
      example === undefined ? type : `${type}:${JSON.stringify(example)}`,
    );
    expect(found).toEqual(expected);
  });
});

describe("generateInputs", () => {
  const value = fc.letrec<{ value: ProbeValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer({ min: -9_999, max: 9_999 }),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  const calls = fc.array(fc.array(value, { maxLength: 3 }), { maxLength: 4 });
  const parameters = [{ type: "number", example: undefined }] as const;

  it("keeps the tests' calls first, the count, each input once, and the type of each argument", () => {
    fc.assert(
      fc.property(calls, fc.integer(), (given, seed) => {
        const inputs = generateInputs({ calls: given, parameters, count: 12, random: createRandom(seed) });
        const texts = inputs.map((input) => JSON.stringify(input));
        const known = [...new Set(given.map((call) => JSON.stringify(call)))];
        expect(texts.slice(0, known.length)).toEqual(known);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.length).toBeLessThanOrEqual(12);
        const shapes = new Set((given.length === 0 ? [[0]] : given).map((call) => shapeOf(call)));
        for (const input of inputs) expect(shapes).toContain(shapeOf(input));
        expect(generateInputs({ calls: given, parameters, count: 12, random: createRandom(seed) })).toEqual(
          inputs,
        );
      }),
      runs,
    );
  });

  it("has one input for a function without parameters", () => {
    expect(generateInputs({ calls: [], parameters: [], count: 9, random: createRandom(1) })).toEqual([[]]);
  });
});

function shapeOf(input: readonly ProbeValue[]): string {
  return input.map((part) => (part === null ? "null" : Array.isArray(part) ? "list" : typeof part)).join(" ");
}
