import { mends, type OperatorCase } from "./case.ts";

/** Statements that are missing, too many or out of order. */
export const statementCases: readonly OperatorCase[] = mends(
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
    "loop-exit",
    "a.js",
    "for (const a of b) { if (a) break; c(); }",
    "for (const a of b) { if (a) continue; c(); }",
  ],
  ["loop-exit", "a.py", "for a in b:\n    continue\n", "for a in b:\n    break\n"],
  ["statement-order", "a.js", "function f() { a(); b(); }", "function f() { b(); a(); }"],
  ["statement-order", "a.py", "def f():\n    a()\n    b()\n", "def f():\n    b()\n    a()\n"],
  ["statement-deletion", "a.js", "function f() { a(); b(); }", "function f() {  b(); }"],
  ["statement-deletion", "a.py", "def f():\n    a()\n", "def f():\n    pass\n"],
);
