import { describe, expect, it } from "vitest";
import { applyOperators } from "../../src/operators/apply-operators.ts";
import { operators } from "../../src/operators/registry.ts";
import { applyTextEdit } from "../../src/operators/text-edit.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

const parser = createSourceParser();

/** Operator, file, the bug, and how one edit mends it. */
const cases: readonly (readonly [string, string, string, string])[] = [
  ["comparison", "a.js", "if (a < b) c();", "if (a <= b) c();"],
  ["comparison", "a.ts", "const f = (a: number) => a === 1;", "const f = (a: number) => a !== 1;"],
  ["comparison", "a.py", "x = a >= b\n", "x = a > b\n"],
  ["comparison", "a.py", "x = a not in b\n", "x = a in b\n"],
  ["comparison", "a.py", "x = a is not b\n", "x = a is b\n"],
  ["comparison", "a.py", "x = a is b\n", "x = a == b\n"],
  ["arithmetic", "a.js", "const x = a - b;", "const x = a + b;"],
  ["arithmetic", "a.py", "x = a / b\n", "x = a // b\n"],
  ["operand-order", "a.js", "const x = a - b * c;", "const x = b * c - a;"],
  ["operand-order", "a.py", "x = a / b\n", "x = b / a\n"],
  ["off-by-one", "a.js", "x = list[i];", "x = list[i - 1];"],
  ["off-by-one", "a.js", "x = list[list.length];", "x = list[list.length - 1];"],
  ["off-by-one", "a.js", "for (let i = 0; i < n - 1; i++) f(i);", "for (let i = 0; i < n; i++) f(i);"],
  ["off-by-one", "a.js", "x = s.slice(0, n);", "x = s.slice(0, n + 1);"],
  ["off-by-one", "a.py", "for i in range(n): f(i)\n", "for i in range(n + 1): f(i)\n"],
  ["off-by-one", "a.py", "x = a[1:n]\n", "x = a[1:n - 1]\n"],
  [
    "off-by-one",
    "a.js",
    "const f = (a, b) => { return a.length; };",
    "const f = (a, b) => { return a.length + 1; };",
  ],
  ["boolean", "a.js", "if (a && b) c();", "if (a || b) c();"],
  ["boolean", "a.js", "const x = a || 1;", "const x = a ?? 1;"],
  ["boolean", "a.js", "const x = true;", "const x = false;"],
  ["boolean", "a.py", "x = a and b\n", "x = a or b\n"],
  ["boolean", "a.py", "x = True\n", "x = False\n"],
  ["negation", "a.js", "if (a.b()) c();", "if (!a.b()) c();"],
  ["negation", "a.js", "if (!a) c();", "if (a) c();"],
  ["negation", "a.js", "const x = a > b ? 1 : 2;", "const x = !(a > b) ? 1 : 2;"],
  ["negation", "a.js", "const f = (x) => x.every(g);", "const f = (x) => !x.every(g);"],
  ["negation", "a.js", "x.filter((item) => item.isNew);", "x.filter((item) => !item.isNew);"],
  ["negation", "a.js", "const x = -a;", "const x = a;"],
  ["negation", "a.py", "if a == b:\n    pass\n", "if not (a == b):\n    pass\n"],
  ["negation", "a.js", "const x = a < 0 ? f(a) : 0;", "const x = a < 0 ? -f(a) : 0;"],
  ["negation", "a.py", "def f(a):\n    return a\n", "def f(a):\n    return -a\n"],
  ["negation", "a.py", "x = 1 if a else 2\n", "x = 1 if not a else 2\n"],
  ["negation", "a.py", "x = [a for a in b if a]\n", "x = [a for a in b if not a]\n"],
  ["negation", "a.py", "while not a:\n    pass\n", "while a:\n    pass\n"],
  ["constant", "a.js", "const day = 23;", "const day = 24;"],
  ["constant", "a.js", "const ms = 100;", "const ms = 1000;"],
  ["constant", "a.py", "x = 0.5\ny = 3\n", "x = 3\ny = 3\n"],
  ["constant", "a.py", "x = 0\n", "x = 1\n"],
  ["text-literal", "a.js", "x = a.join(', ');", "x = a.join(',');"],
  ["text-literal", "a.py", "a = 'left'\nb = 'right'\n", "a = 'right'\nb = 'right'\n"],
  ["assignment", "a.js", "total = n;", "total += n;"],
  ["assignment", "a.js", "i--;", "i++;"],
  ["assignment", "a.py", "x -= 1\n", "x += 1\n"],
  ["call-name", "a.js", "x = Math.min(a, b);", "x = Math.max(a, b);"],
  ["call-name", "a.js", "x = this.first + this.last;", "x = this.last + this.last;"],
  ["call-name", "a.py", "x.append(y)\n", "x.extend(y)\n"],
  ["call-name", "a.py", "x = any(y)\n", "x = all(y)\n"],
  ["name", "a.js", "function f(start, end) { return start; }", "function f(start, end) { return end; }"],
  ["name", "a.js", "const f = ({ a, b: c }) => a;", "const f = ({ a, b: c }) => c;"],
  [
    "name",
    "a.js",
    "const f = (low, high) => ({ low, x: 1 });",
    "const f = (low, high) => ({ low: high, x: 1 });",
  ],
  [
    "name",
    "a.tsx",
    "const C = ({ on, off }: P) => <p a={on}>x</p>;",
    "const C = ({ on, off }: P) => <p a={off}>x</p>;",
  ],
  ["name", "a.py", "def f(low, high):\n    return low\n", "def f(low, high):\n    return high\n"],
  [
    "name",
    "a.py",
    "def f(x):\n    for i, j in x:\n        g(i)\n",
    "def f(x):\n    for i, j in x:\n        g(j)\n",
  ],
  ["argument-order", "a.js", "f(a, b);", "f(b, a);"],
  ["argument-order", "a.py", "f(a, b.c, k=1)\n", "f(b.c, a, k=1)\n"],
  ["missing-return", "a.js", "function f(a) { a.b(); }", "function f(a) { return a.b(); }"],
  [
    "missing-return",
    "a.js",
    "function f(l) {\n  const o = [];\n  for (const x of l) { o.push(x); }\n}",
    "function f(l) {\n  const o = [];\n  for (const x of l) { o.push(x); }\n  return o;\n}",
  ],
  ["missing-return", "a.py", "def f(a):\n    a.b()\n", "def f(a):\n    return a.b()\n"],
  [
    "missing-return",
    "a.py",
    "def f(l):\n    o = []\n    for x in l:\n        o.append(x)\n",
    "def f(l):\n    o = []\n    for x in l:\n        o.append(x)\n    return o\n",
  ],
  [
    "missing-guard",
    "a.js",
    "function f(l) {\n  return l[0].x;\n}",
    "function f(l) {\n  if (l.length === 0) return null;\n  return l[0].x;\n}",
  ],
  ["missing-guard", "a.js", "x = a.b.c;", "x = a.b?.c;"],
  [
    "missing-guard",
    "a.py",
    "def f(l):\n    return sum(l) / len(l)\n",
    "def f(l):\n    if not l: return 0\n    return sum(l) / len(l)\n",
  ],
  [
    "missing-await",
    "a.js",
    "async function f() { const x = g(); }",
    "async function f() { const x = await g(); }",
  ],
  ["missing-await", "a.js", "async () => g().x;", "async () => (await g()).x;"],
  ["missing-await", "a.py", "async def f():\n    x = g()\n", "async def f():\n    x = await g()\n"],
  ["ternary-swap", "a.js", "const x = a ? b : c;", "const x = a ? c : b;"],
  ["ternary-swap", "a.py", "x = a if b else c\n", "x = c if b else a\n"],
  ["slice-range", "a.js", "x = a.slice(1, n);", "x = a.slice(1);"],
  ["slice-range", "a.js", "x = a[0];", "x = a[a.length - 1];"],
  ["slice-range", "a.py", "x = a[1:]\n", "x = a[1:-1]\n"],
  ["slice-range", "a.py", "x = a[::2]\n", "x = a[1::2]\n"],
  ["slice-range", "a.py", "for i in range(n): f(i)\n", "for i in range(1, n): f(i)\n"],
  ["slice-range", "a.py", "x = a[0]\n", "x = a[-1]\n"],
  ["pattern", "a.js", "x = s.replace(/a/, 'b');", "x = s.replace(/a/g, 'b');"],
  ["pattern", "a.js", "x = /a+/.test(s);", "x = /^a+/.test(s);"],
  [
    "loop-exit",
    "a.js",
    "for (const a of b) { if (a) break; c(); }",
    "for (const a of b) { if (a) continue; c(); }",
  ],
  ["loop-exit", "a.py", "for a in b:\n    continue\n", "for a in b:\n    break\n"],
  ["return-value", "a.js", "function f() { return -1; }", "function f() { return null; }"],
  ["return-value", "a.py", "def f():\n    return []\n", "def f():\n    return None\n"],
  ["statement-order", "a.js", "function f() { a(); b(); }", "function f() { b(); a(); }"],
  ["statement-order", "a.py", "def f():\n    a()\n    b()\n", "def f():\n    b()\n    a()\n"],
  ["statement-deletion", "a.js", "function f() { a(); b(); }", "function f() {  b(); }"],
  ["statement-deletion", "a.py", "def f():\n    a()\n", "def f():\n    pass\n"],
];

async function mend(name: string, path: string, text: string): Promise<readonly string[]> {
  const parsed = await parser.parse(path, text);
  if (parsed.status !== "parsed") throw new Error(parsed.reason);
  const chosen = operators.filter((operator) => operator.name === name);
  return [...applyOperators(parsed.source, chosen)].map((edit) => applyTextEdit(text, edit));
}

describe("operators", () => {
  it.each(cases)("%s mends %s: %j", async (name, path, bug, fix) => {
    expect(await mend(name, path, bug)).toContain(fix);
  });

  it("has a case for every operator, in JavaScript and Python where it takes both", () => {
    for (const { name, languages } of operators) {
      const paths = cases.filter((row) => row[0] === name).map((row) => row[1]);
      expect(
        paths.some((path) => /\.[jt]sx?$/.test(path)),
        name,
      ).toBe(true);
      if (languages.includes("python")) expect(paths, name).toContain("a.py");
    }
  });

  it("gives edits that parse, nearly all of them", async () => {
    const broken: string[] = [];
    let edits = 0;
    for (const [name, path, bug] of cases) {
      for (const text of await mend(name, path, bug)) {
        edits += 1;
        if ((await parser.parse(path, text)).status !== "parsed") broken.push(`${name}: ${text}`);
      }
    }
    expect(broken).toEqual([]);
    expect(edits).toBeGreaterThan(cases.length);
  });

  it("keeps byte order mark, hashbang and CRLF outside of the edit", async () => {
    const text =
      "\uFEFF#!/usr/bin/env node\r\nfunction f(l) {\r\n  const o = [];\r\n  for (const x of l) { o.push(x); }\r\n}\r\n";
    const fixed = await mend("missing-return", "a.js", text);
    expect(fixed).toContain(text.replace("; }\r\n}", "; }\r\n  return o;\r\n}"));
  });

  it("leaves imports, types, docstrings and directives alone", async () => {
    const script = 'import { a } from "./a.js";\n"use strict";\ntype T = 1 | 2;\nlet x: Map<1, 2>;\n';
    const python = '"""doc"""\nfrom a import b\n\ndef f():\n    "more"\n';
    for (const { name } of operators) {
      if (name === "statement-deletion" || name === "statement-order") continue;
      expect(await mend(name, "a.ts", script), name).toEqual([]);
      expect(await mend(name, "a.py", python), name).toEqual([]);
    }
  });
});
