import { describe, expect, it } from "vitest";
import { measureFunction } from "../../../src/methods/score/measure-function.ts";
import { listFunctions } from "../../../src/operators/list-functions.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";

const parser = createSourceParser();

async function parse(path: string, text: string) {
  const parsed = await parser.parse(path, text);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  return parsed.source;
}

async function measure(path: string, text: string) {
  const source = await parse(path, text);
  const [first] = listFunctions(source);
  if (first === undefined) throw new Error("no function");
  return measureFunction(first.node, source);
}

describe("listFunctions", () => {
  it("names functions by what holds them, in JavaScript", async () => {
    const source = await parse(
      "a.js",
      "function a() { const b = () => 1; }\nclass C { d() {} static d() {} }\nexports.e = function () {};\nconst o = { f: () => 1, g() {} };\nlist.map((x) => x);\n",
    );
    expect(listFunctions(source).map(({ name }) => name)).toEqual([
      "a",
      "a.b",
      "C.d",
      "C.d#2",
      "exports.e",
      "f",
      "g",
    ]);
  });

  it("names functions by what holds them, in Python", async () => {
    const source = await parse(
      "a.py",
      "class C:\n    def m(self):\n        def inner(): pass\n\ndef f(): pass\n",
    );
    expect(listFunctions(source).map(({ name }) => name)).toEqual(["C.m", "C.m.inner", "f"]);
  });
});

describe("measureFunction", () => {
  it.each([
    ["a.js", "function f() { return 1; }", 1],
    ["a.js", "function f(a, b) { if (a && b) return 1; else if (a || b) return 2; return a ?? b; }", 6],
    [
      "a.js",
      "function f(a) { switch (a) { case 1: return 1; case 2: return 2; default: return a ? 3 : 4; } }",
      4,
    ],
    ["a.ts", "function f(a?: B) { for (const b of a) { while (b) { try { b(); } catch { } } } a ??= 1; }", 5],
    [
      "a.py",
      "def f(a):\n    if a and b:\n        pass\n    elif c:\n        pass\n    return [x for x in a if x]\n",
      6,
    ],
    ["a.py", "def f(a):\n    try:\n        pass\n    except A:\n        pass\n    return 1 if a else 2\n", 3],
  ])("counts the decisions of %s %j", async (path, text, complexity) => {
    expect((await measure(path, text)).complexity).toBe(complexity);
  });

  it.each([
    ["a.js", "function f() { return 1; }", 0],
    ["a.js", "function f() { if (a) { b(); } else if (c) { d(); } else if (e) g(); }", 1],
    ["a.js", "function f() { for (;;) { if (a) { while (b) c(); } } }", 3],
    ["a.js", "if (x) { function f() { if (a) b(); } }", 1],
    ["a.py", "def f():\n    for a in b:\n        with c:\n            pass\n", 2],
  ])("measures how deep %s %j is", async (path, text, nesting) => {
    expect((await measure(path, text)).nesting).toBe(nesting);
  });

  it.each([
    [
      "a.js",
      "function f(a, b = c, { d, e: g }) { const h = i; for (const k of l) m = k; return (n) => n; }",
      "abdhkn",
    ],
    ["a.ts", "function f(a: A, b?: B, c = d) { let e: E; }", "abce"],
    ["a.py", "def f(a, b=c, d: int = e):\n    g = h\n    for i in j:\n        pass\n", "abdgi"],
  ])("finds the names that %s %j declares", async (path, text, names) => {
    expect((await measure(path, text)).names.join("")).toBe(names);
  });
});
