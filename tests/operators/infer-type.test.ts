// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the cases are programs.
import { describe, expect, it } from "vitest";
import type { Clues } from "../../src/operators/clues.ts";
import { collectNames } from "../../src/operators/names.ts";
import { textOf } from "../../src/syntax/source.ts";
import { walkTree } from "../../src/syntax/syntax-node.ts";
import { parse } from "./mend.ts";

/** The type of the last expression of this text in the file. */
async function typeOf(path: string, text: string, expression: string, clues?: Pick<Clues, "values">) {
  const source = await parse(path, text);
  const nodes = [...walkTree(source.root)].filter(
    (node) => textOf(node, source) === expression && node.isNamed,
  );
  const node = nodes.findLast(({ type }) => !/statement|program|module/.test(type));
  if (node === undefined) throw new Error(`no ${expression} in ${text}`);
  return collectNames(source, clues).typeOf(node);
}

const rows: readonly (readonly [path: string, text: string, expression: string, type: string])[] = [
  ["a.js", "const x = 1; f(x);", "x", "number"],
  ["a.js", "let x = `a${b}`; f(x);", "x", "string"],
  ["a.js", "const f = (xs) => xs.push(1) + g(xs);", "xs", "array"],
  ["a.js", "const f = (a, b) => a - b;", "a", "number"],
  ["a.js", "const f = (s) => s.trim();", "s", "string"],
  ["a.js", "x = a.split(',');", "a.split(',')", "array"],
  ["a.js", "x = a + 'b';", "a + 'b'", "string"],
  ["a.js", "x = a < b;", "a < b", "boolean"],
  ["a.js", "x = new Map();", "new Map()", "map"],
  [
    "a.js",
    "class A { constructor() { this.items = []; } f() { return this.items; } }",
    "this.items",
    "array",
  ],
  ["a.js", "const f = (isOpen) => g(isOpen);", "isOpen", "boolean"],
  ["a.js", "const f = (thing) => g(thing);", "thing", "unknown"],
  ["a.js", "x = a ? 1 : 2;", "a ? 1 : 2", "number"],
  ["a.js", "x = a ? 1 : 'b';", "a ? 1 : 'b'", "unknown"],
  ["a.ts", "function f(a: readonly string[], b?: number | null) { g(a, b); }", "a", "array"],
  ["a.ts", "function f(a: readonly string[], b?: number | null) { g(a, b); }", "b", "number"],
  ["a.ts", "function f(): Promise<void> { return g(); } x = f();", "f()", "promise"],
  ["a.ts", "x = (y as never);", "y as never", "unknown"],
  ["a.py", "x = [1]\nf(x)\n", "x", "array"],
  ["a.py", "def f(a: dict[str, int], b: 'str | None' = None):\n    g(a, b)\n", "a", "dict"],
  ["a.py", "def f(a: dict[str, int], b: 'str | None' = None):\n    g(a, b)\n", "b", "string"],
  ["a.py", "for i in range(3):\n    f(i)\n", "i", "number"],
  ["a.py", "x = len(y)\nf(x)\n", "x", "number"],
  ["a.py", "x = {**a}\nf(x)\n", "x", "dict"],
  ["a.py", "x = not a\nf(x)\n", "x", "boolean"],
  [
    "a.py",
    "class A:\n    def __init__(self):\n        self.n = 0\n    def f(self):\n        return self.n\n",
    "self.n",
    "number",
  ],
];

describe("types of nodes", () => {
  it.each(rows)("%s: in %j, %s is a %s", async (path, text, expression, type) => {
    expect(await typeOf(path, text, expression)).toBe(type);
  });

  it("believes what was seen in runs more than the text, but not where it differs from run to run", async () => {
    const seen = (...types: readonly string[]) => ({
      values: () => types.map((type) => ({ type, text: "", isFailing: false })),
    });
    const text = "const f = (x) => g(x);";
    expect(await typeOf("a.js", text, "x", seen("number", "null"))).toBe("number");
    expect(await typeOf("a.js", text, "x", seen("number", "string"))).toBe("unknown");
    expect(await typeOf("a.js", "const f = (n) => g(n);", "n", seen())).toBe("number");
  });

  it("ends where a name is its own value", async () => {
    expect(await typeOf("a.js", "let a = b; let b = a; f(a);", "a")).toBe("unknown");
  });
});
