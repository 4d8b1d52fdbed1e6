import { leaves, mends, type OperatorCase } from "./case.ts";

/** Logic that is missing. */
export const synthesisCases: readonly OperatorCase[] = [
  ...mends(
    [
      "condition-term",
      "a.js",
      "const f = (a, b) => { if (a.ok) g(); };",
      "const f = (a, b) => { if (a.ok && b) g(); };",
    ],
    [
      "condition-term",
      "a.js",
      "function f(year) {\n  return year % 4 === 0;\n}\nconst century = 100;",
      "function f(year) {\n  return year % 4 === 0 && year % 100 === 0;\n}\nconst century = 100;",
    ],
    [
      "condition-term",
      "a.js",
      "function f(a, b) { return a || b ? 1 : 2; }",
      "function f(a, b) { return (a || b) && !a ? 1 : 2; }",
    ],
    [
      "condition-term",
      "a.js",
      "function f(user) { if (user.name === 'x') g(); }",
      "function f(user) { if (user != null && user.name === 'x') g(); }",
    ],
    [
      "condition-term",
      "a.py",
      "def f(lo, hi, xs):\n    while xs[lo] < 3:\n        lo += 1\n",
      "def f(lo, hi, xs):\n    while lo < hi and xs[lo] < 3:\n        lo += 1\n",
    ],
    ["condition-term", "a.py", "def f(n):\n    return n == 1\n", "def f(n):\n    return n == 1 or n == 0\n"],
    [
      "accumulator-update",
      "a.js",
      "function f(xs) {\n  let i = 0;\n  while (i < xs.length) {\n    g(xs[i]);\n  }\n}",
      "function f(xs) {\n  let i = 0;\n  while (i < xs.length) {\n    g(xs[i]);\n    i++;\n  }\n}",
    ],
    [
      "accumulator-update",
      "a.js",
      "function f(xs) {\n  const seen = new Set();\n  for (const x of xs) {\n    if (!seen.has(x)) g(x);\n  }\n}",
      "function f(xs) {\n  const seen = new Set();\n  for (const x of xs) {\n    if (!seen.has(x)) {\n      g(x);\n      seen.add(x);\n    }\n  }\n}",
    ],
    [
      "accumulator-update",
      "a.py",
      "def f(xs):\n    last = None\n    out = []\n    for x in xs:\n        if x != last:\n            out.append(x)\n    return out\n",
      "def f(xs):\n    last = None\n    out = []\n    for x in xs:\n        if x != last:\n            out.append(x)\n            last = x\n    return out\n",
    ],
    [
      "accumulator-update",
      "a.py",
      "def f(words):\n    counts = {}\n    for word in words:\n        print(word)\n    return counts\n",
      "def f(words):\n    counts = {}\n    for word in words:\n        print(word)\n        counts[word] = counts.get(word, 0) + 1\n    return counts\n",
    ],
    [
      "recursive-result",
      "a.js",
      "function sum(node) { let total = 0; for (const c of node.all) sum(c); return total; }",
      "function sum(node) { let total = 0; for (const c of node.all) total += sum(c); return total; }",
    ],
    [
      "recursive-result",
      "a.js",
      "const fact = (n) => { return fact(n); };",
      "const fact = (n) => { return fact(n - 1); };",
    ],
    [
      "recursive-result",
      "a.js",
      "function depth(node, level = 0) { return depth(node.next); }",
      "function depth(node, level = 0) { return depth(node.next, level + 1); }",
    ],
    [
      "recursive-result",
      "a.py",
      "def find(t):\n    find(t.left)\n",
      "def find(t):\n    return find(t.left)\n",
    ],
    [
      "recursive-result",
      "a.py",
      "def n(t):\n    return n(t.left)\n",
      "def n(t):\n    return 1 + n(t.left)\n",
    ],
  ),
  ...leaves(
    ["accumulator-update", "a.js", "function f(a) { g(a); }"],
    ["recursive-result", "a.js", "function f(a) { g(a); }"],
    ["condition-term", "a.js", "const a = 1; f(a);"],
  ),
];
