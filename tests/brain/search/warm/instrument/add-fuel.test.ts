import { describe, expect, it } from "vitest";
import { createFuelAdder } from "../../../../../src/brain/search/warm/instrument/add-fuel.ts";
import { createSourceParser } from "../../../../../src/syntax/parse-source.ts";

const parser = createSourceParser();
const add = (text: string, path = "a.js") => createFuelAdder(parser).add(path, text);
const tick = "__nightshift_tick()";

/** How many turns a script takes; it ends itself after a thousand. */
async function countTurns(text: string): Promise<number> {
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns >= 1_000) throw new Error("enough");
  };
  try {
    await new Function("__nightshift_tick", `return (async () => {${await add(text)}\n})()`)(count);
  } catch (error) {
    if (turns < 1_000) throw error;
  }
  return turns;
}

describe("counters", () => {
  it.each([
    ["for (;;);", 1_000],
    ["while (true) ;", 1_000],
    ["do ; while (true)", 1_000],
    ["let n = 0\nwhile (n < 3) n++\nreturn n", 3],
    ["for (const x of [1, 2]) for (const y in [3]) x + y;", 4],
    ["const f = (x) => f(x + 1); f(1);", 1_000],
    ["const f = a => b => c => ({ a, b, c }); f(1)(2)(3);", 3],
    ["function f() { 'use strict'; return f(); } f();", 1_000],
    ["class A { constructor() { this.m(); } m() { return this.g; } get g() { return 1; } } new A();", 3],
    ["function* g() { yield* g(); } [...g()];", 1_000],
    ["const f = async () => { while (true) await null; }; await f();", 1_000],
    ["if (true) for (const x of [1]) if (x) x; else x; else ;", 1],
    ["label: for (const x of [1, 2, 3]) for (;;) continue label;", 6],
    ["while (false) x => x", 0],
    ["const o = { m() { return 1 }, async *n() {}, set s(v) {} }; o.m(); o.s = 1;", 2],
  ])("count the turns of %s", async (text, turns) => {
    expect(await countTurns(text)).toBe(turns);
  });

  it("keep lines, directives, a hashbang and a byte order mark", async () => {
    const text = '\uFEFF"use strict";\r\nfunction f() {\r\n  "use strict";\r\n  return 1;\r\n}\r\n';
    const counted = await add(text);
    expect(counted).toBe(text.replace('"use strict";\r\n  return', `"use strict";${tick};\r\n  return`));
    expect(await add("#!/usr/bin/env node\nfor (;;);\n")).toMatch(/^#!\/usr\/bin\/env node\nfor \(;;\)\{/);
  });

  it("are in TypeScript and JSX as well", async () => {
    expect(await add("const f = <T,>(x: T): T => x;", "a.ts")).toBe(
      `const f = <T,>(x: T): T => (${tick}, x);`,
    );
    expect(await add("const f = (x) => <b>{x}</b>;", "a.jsx")).toBe(
      `const f = (x) => (${tick}, <b>{x}</b>);`,
    );
    expect(
      await add("declare function f(): void;\nabstract class A { abstract m(): void }", "a.ts"),
    ).not.toContain(tick);
  });

  it("are left out of what does not parse, and of other languages", async () => {
    expect(await add("for (;;")).toBe("for (;;");
    expect(await add("while True:\n  pass\n", "a.py")).toBe("while True:\n  pass\n");
  });

  it("of a candidate are those of the whole text parsed anew", async () => {
    const base =
      "function f(list) {\n  let n = 0;\n  for (const x of list) if (x > 1) n += x;\n  return n;\n}\nconst g = (x) => x;\n";
    const adder = createFuelAdder(parser);
    await adder.add("a.js", base);
    const edits: readonly (readonly [string, string])[] = [
      [">", ">="],
      ["n += x", "n -= x"],
      ["let n = 0;\n", ""],
      ["for (const x of list) if (x > 1) n += x;", "while (list.length > 0) n += list.pop();"],
      ["return n", "return list.map((x) => x)"],
      ["(x) => x", "(x) => x + 1"],
      ["if (x > 1) n += x;", "{ n += x; }"],
      ["n += x;", "n += x; n += 1;"],
      ["function f(list) {\n", "function f(list) {\n  if (!list) return 0;\n"],
      ["return n;\n}", "return n;\n}\nfunction h() {}"],
    ];
    for (const [from, to] of edits) {
      const text = base.replace(from, to);
      expect(await adder.add("a.js", text), text).toBe(await add(text));
    }
  });
});
