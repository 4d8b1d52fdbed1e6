import { describe, expect, it } from "vitest";
import { listLocals } from "../../src/operators/list-locals.ts";
import { collectNames } from "../../src/operators/names.ts";
import { textOf } from "../../src/syntax/source.ts";
import { walkTree } from "../../src/syntax/syntax-node.ts";
import { parse } from "./mend.ts";

async function read(path: string, text: string) {
  const source = await parse(path, text);
  const last = [...walkTree(source.root)].findLast((node) => node.type === "return_statement");
  if (last === undefined) throw new Error("no return");
  return { names: collectNames(source), last, source };
}

describe("names", () => {
  it("lists what nothing reads ahead of the others, and what the function declares ahead of the file's", async () => {
    const { names, last } = await read(
      "a.js",
      "const limit = 1; function f(used, unread) { let set = 1; set = used; return used; }",
    );
    expect(listLocals(last, names).map(({ name }) => name)).toEqual(["set", "unread", "used", "limit"]);
  });

  it("leaves out self, functions, imports and what is meant not to be read", async () => {
    const { names, last } = await read("a.py", "import a\ndef f(self, _b, c):\n    return c\n");
    expect(listLocals(last, names).map(({ name }) => name)).toEqual(["c"]);
  });

  it("knows what functions, methods and constructors take", async () => {
    const { names } = await read(
      "a.py",
      "class A:\n    def __init__(self, x, *, y=1):\n        pass\n    def f(self, *rest):\n        return 1\n",
    );
    expect(names.signaturesOf("A")[0]?.parameters).toEqual(["x", "y"]);
    expect(names.signaturesOf("f")[0]).toMatchObject({ parameters: [], isOpen: true });
    expect(names.signaturesOf("g")).toEqual([]);
    const script = await read(
      "a.ts",
      "class B { constructor(a: A, b = 1) {} }\nconst g = ({ x }, y?: T) => { return x; };",
    );
    expect(script.names.signaturesOf("B")[0]?.parameters).toEqual(["a", "b"]);
    expect(script.names.signaturesOf("g")[0]?.parameters).toEqual(["", "y"]);
  });

  it("knows what calls of a name pass in a place", async () => {
    const { names } = await read("a.js", "function f() { g(1, a); x.g(2, b); return g(3, a); }");
    expect(names.argumentsOf("g", 1)).toEqual(["a", "b"]);
    expect(names.argumentsOf("g", 2)).toEqual([]);
  });

  it("tells methods from properties", async () => {
    const { names } = await read("a.js", "class A { run() { return this.size + this.count(); } }");
    expect(["run", "count", "size"].map((member) => names.isMethod(member))).toEqual([true, true, false]);
  });

  it("finds what a name means, the innermost first, and where it is used", async () => {
    const { names, last, source } = await read("a.js", "const x = 1; function f(x) { return x + x; }");
    const declared = names.declarationOf("x", last);
    expect(declared?.kind).toBe("parameter");
    expect(declared === null ? [] : names.usesOf(declared).map((node) => textOf(node, source))).toEqual([
      "x",
      "x",
    ]);
    expect(names.declarationOf("y", last)).toBeNull();
  });
});
