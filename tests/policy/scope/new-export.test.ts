import { describe, expect, it } from "vitest";
import { newExport } from "../../../src/policy/scope/new-export.ts";
import { removedExport } from "../../../src/policy/scope/removed-export.ts";
import { denialsOf, judgeChange } from "../../helpers/judge-change.ts";

const judge = async (
  path: string,
  before: string,
  after: string,
  config: Readonly<Record<string, unknown>> = {},
) => {
  const verdict = await judgeChange(
    { [path]: before },
    { [path]: after },
    {
      rules: [newExport, removedExport],
      config,
    },
  );
  return verdict.status === "allowed" ? [] : verdict.denials.map(({ rule, line }) => `${rule}:${line}`);
};

const offered: readonly (readonly [string, string, string, string])[] = [
  ["a function", "a.js", "const x = 1;\n", "const x = 1;\nexport function f() {}\n"],
  ["a default", "a.js", "const x = 1;\n", "const x = 1;\nexport default x;\n"],
  ["a class", "a.mjs", "x;\n", "x;\nexport class A {}\n"],
  ["constants by a pattern", "a.ts", "x;\n", "x;\nexport const { a } = b;\n"],
  ["a name of a list", "a.js", "export { a };\n", "export { a,\n b };\n"],
  ["a second name", "a.js", "export { a };\n", "export { a };\nexport { a as b };\n"],
  ["everything of another module", "a.js", "x;\n", 'x;\nexport * from "./b.js";\n'],
  ["a namespace of another module", "a.js", "x;\n", 'x;\nexport * as b from "./b.js";\n'],
  ["a type", "a.ts", "x;\n", "x;\nexport type A = string;\n"],
  ["an interface", "a.ts", "x;\n", "x;\nexport interface A {}\n"],
  ["an enum", "a.tsx", "x;\n", "x;\nexport enum A { B }\n"],
  ["a declaration", "a.ts", "x;\n", "x;\nexport declare function a(): void;\n"],
  ["an abstract class", "a.ts", "x;\n", "x;\nexport abstract class A {}\n"],
  ["a namespace", "a.ts", "x;\n", "x;\nexport namespace A {}\n"],
  ["a value by export =", "a.ts", "x;\n", "x;\nexport = x;\n"],
  ["a property of exports", "a.js", "x;\n", "x;\nexports.a = 1;\n"],
  ["a computed property of exports", "a.js", "x;\n", "x;\nexports[name()] = 1;\n"],
  ["a quoted property of module.exports", "a.cjs", "x;\n", 'x;\nmodule["exports"]["a"] = 1;\n'],
  ["a key of module.exports", "a.js", "module.exports = { a };\n", "\nmodule.exports = { a, b };\n"],
  ["a method of module.exports", "a.js", "module.exports = { a };\n", "\nmodule.exports = { a, b() {} };\n"],
  ["a spread into module.exports", "a.js", "module.exports = { a };\n", "\nmodule.exports = { a, ...b };\n"],
  ["by Object.assign", "a.js", "x;\n", "x;\nObject.assign(module.exports, { a });\n"],
  ["by Object.defineProperty", "a.js", "x;\n", 'x;\nObject.defineProperty(exports, "a", {});\n'],
  [
    "by a variable for module.exports",
    "a.js",
    "const e = module.exports;\n",
    "const e = module.exports;\ne.a = 1;\n",
  ],
  [
    "by a chain of assignments",
    "a.js",
    "var e = exports = module.exports = {};\n",
    "var e = exports = module.exports = {};\ne.a = 1;\n",
  ],
  ["on what is exported", "a.js", "module.exports = cart;\n", "module.exports = cart;\ncart.a = 1;\n"],
  ["in a declaration file", "a.d.ts", "x;\n", "x;\nexport declare function a(): void;\n"],
  ["in a script that does not parse", "a.js", "x;\n", "x;\nexport function a() {} }}}\n"],
  ["a Python function", "a.py", "x = 1\n", "x = 1\ndef f():\n    pass\n"],
  ["an async Python function", "a.py", "x = 1\n", "x = 1\nasync def f():\n    pass\n"],
  ["a decorated Python class", "a.py", "x = 1\n", "x = 1\n@final\nclass A:\n    pass\n"],
  ["a Python function in a branch", "a.py", "x = 1\n", "if x:\n    def f():\n        pass\n"],
  [
    "a name of __all__",
    "a.py",
    'def f(): pass\ndef g(): pass\n__all__ = ["f"]\n',
    'def f(): pass\n__all__ = ["f", "g"]\ndef g(): pass\n',
  ],
  ["a name added to __all__", "a.py", '__all__ = ["f"]\n', '__all__ = ["f"]\n__all__ += ["g"]\n'],
  ["a name appended to __all__", "a.py", '__all__ = ["f"]\n', '__all__ = ["f"]\n__all__.append("g")\n'],
  ["a Python function that does not parse", "a.py", "x = 1\n", "x = 1\ndef f(:\n    pass\n"],
  ["a Go function", "a.go", "package a\n", "package a\nfunc Run() {}\n"],
  ["a Go method", "a.go", "package a\n", "package a\nfunc (c *Cart) Total() int { return 1 }\n"],
  ["a Go type", "a.go", "package a\n", "package a\ntype Cart struct{}\n"],
  [
    "a Go constant in a block",
    "a.go",
    "package a\nconst (\n\ta = 1\n)\n",
    "package a\nconst (\n\tA = 1\n)\n",
  ],
  ["a Rust function", "a.rs", "fn a() {}\n", "fn a() {}\npub fn b() {}\n"],
  ["a Rust constant function", "a.rs", "fn a() {}\n", "fn a() {}\npub const fn b() {}\n"],
  ["a Rust re-export", "a.rs", "mod a;\n", "mod a;\npub use a::B;\n"],
];

describe("new-export", () => {
  it.each(offered)("denies %s in %s", async (_name, path, before, after) => {
    const found = await judge(path, before, after);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^new-export:[1-5]$/);
  });

  it("names the line of the export", async () => {
    expect(await judge("a.ts", "x;\n", "x;\n\nexport const a = 1;\n")).toEqual(["new-export:3"]);
    expect(await judge("a.go", "package a\n", "package a\n\nfunc B() {}\n")).toEqual(["new-export:3"]);
  });

  it("allows what the configuration allows", async () => {
    const config = { policy: { allowNewFeatures: true } };
    expect(await judge("a.js", "x;\n", "export const a = 1;\n", config)).toEqual([]);
  });

  it("reads hostile text in no time", async () => {
    const texts = [
      "/*".repeat(100_000),
      "\n".repeat(200_000),
      "pub use ".repeat(25_000),
      "export {".repeat(25_000),
    ];
    for (const text of texts) {
      for (const path of ["a.rs", "a.js", "a.py"]) {
        expect((await judge(path, "", `}}} ${text}`)).length).toBeLessThan(3);
      }
    }
  }, 5_000);

  it("denies a default although another file of the change has one, since no default is that of another", async () => {
    const before = { "src/a.js": "export default 1;\n", "src/b.js": "x;\n" };
    const after = { "src/a.js": "export default 2;\n", "src/b.js": "export default 3;\n" };
    expect(denialsOf(await judgeChange(before, after, { rules: [newExport] }))).toEqual(["src/b.js:1"]);
  });

  it("denies the exports of a new file", async () => {
    const verdict = await judgeChange({}, { "src/b.js": "export const b = 1;\n" }, { rules: [newExport] });
    expect(denialsOf(verdict)).toEqual(["src/b.js:1"]);
  });

  it.each([
    [
      "a private function",
      "a.js",
      "export function f() {}\n",
      "function g() {}\nexport function f() { g(); }\n",
    ],
    ["another body", "a.js", "module.exports = { a: 1 };\n", "module.exports = { a: 2 };\n"],
    [
      "another form of the same export",
      "a.js",
      "export function f() {}\n",
      "function f() {}\nexport { f };\n",
    ],
    [
      "a property of a prototype",
      "a.js",
      "module.exports = A;\n",
      "module.exports = A;\nA.prototype.b = 1;\n",
    ],
    ["a word in a comment", "a.js", "x;\n", "// export const a = 1;\nx;\n"],
    ["a word in a string", "a.js", "x;\n", 'x("module.exports.a = 1");\n'],
    ["a private Python function", "a.py", "def f(): pass\n", "def _g(): pass\ndef f(): _g()\n"],
    ["a Python variable and import", "a.py", "def f(): pass\n", "import math\nLIMIT = 3\ndef f(): pass\n"],
    [
      "a Python method and inner function",
      "a.py",
      "class A: pass\n",
      "class A:\n    def b(self):\n        def c(): pass\n",
    ],
    ["a public name beside __all__", "a.py", '__all__ = ["f"]\n', '__all__ = ["f"]\ndef g(): pass\n'],
    ["a variable made a function", "a.py", "f = lambda: 1\n", "def f(): return 1\n"],
    ["a private Go function", "a.go", "package a\n", "package a\nfunc run() {}\nfunc (c cart) Total() {}\n"],
    ["a Go program's own function", "main.go", "package main\n", "package main\nfunc Run() {}\n"],
    ["a Rust function of the crate", "a.rs", "fn a() {}\n", "fn a() {}\npub(crate) fn b() {}\n"],
    ["an export of a test's helper", "test/a.js", "x;\n", "export const a = 1;\n"],
    ["a document", "a.md", "x\n", "export const a = 1;\n"],
  ])("allows %s", async (_name, path, before, after) => {
    expect(await judge(path, before, after)).toEqual([]);
  });
});

describe("removed-export", () => {
  it.each(offered)("denies the loss of %s in %s", async (_name, path, after, before) => {
    expect(await judge(path, before, after)).toEqual(["removed-export:null"]);
  });

  it("denies a renamed export twice: the old name and the new", async () => {
    const found = await judge("a.js", "export function f() {}\n", "export function g() {}\n");
    expect(found).toEqual(["new-export:1", "removed-export:null"]);
  });

  it("denies it whatever the configuration allows", async () => {
    const config = { policy: { allowNewFeatures: true } };
    expect(await judge("a.js", "export const a = 1;\n", "x;\n", config)).toEqual(["removed-export:null"]);
  });

  it("allows a name that another way of binding keeps", async () => {
    expect(await judge("a.py", "def f(): pass\n", "from .b import f\n")).toEqual([]);
  });

  it("allows a name that moves between files of the change, as a note", async () => {
    const before = { "src/a.js": "export function f() {}\n", "src/b.js": "export const b = 1;\n" };
    const after = { "src/a.js": "x;\n", "src/b.js": "export const b = 1;\nexport function f() {}\n" };
    const verdict = await judgeChange(before, after, { rules: [newExport, removedExport] });
    expect(verdict).toMatchObject({
      status: "allowed",
      notes: [{ rule: "removed-export", file: "src/a.js" }],
    });
  });

  it("allows a name that moves and is exported further from where it was", async () => {
    const before = { "src/a.js": "export function f() {}\n", "src/b.js": "export const b = 1;\n" };
    const after = {
      "src/a.js": 'export { f } from "./b.js";\n',
      "src/b.js": "export const b = 1;\nexport function f() {}\n",
    };
    const verdict = await judgeChange(before, after, { rules: [newExport, removedExport] });
    expect(verdict).toEqual({ status: "allowed", notes: [] });
  });
});
