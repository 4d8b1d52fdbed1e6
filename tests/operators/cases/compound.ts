import { leaves, mends, type OperatorCase } from "./case.ts";

/** Fixes that change two places or more. */
export const compoundCases: readonly OperatorCase[] = [
  ...mends(
    ["both-bounds", "a.js", "for (let i = 0; i < n; i++) f(i);", "for (let i = 1; i < n + 1; i++) f(i);"],
    ["both-bounds", "a.js", "x = s.slice(i, j - 1);", "x = s.slice(i + 1, j);"],
    ["both-bounds", "a.py", "for i in range(n):\n    f(i)\n", "for i in range(1, n + 1):\n    f(i)\n"],
    ["both-bounds", "a.py", "x = a[1:n]\n", "x = a[0:n - 1]\n"],
    [
      "interval-style",
      "a.js",
      "function f(xs, t) {\n  let lo = 0;\n  let hi = xs.length;\n  while (lo <= hi) {\n    const mid = (lo + hi) >> 1;\n    if (xs[mid] < t) lo = mid + 1;\n    else hi = mid - 1;\n  }\n}",
      "function f(xs, t) {\n  let lo = 0;\n  let hi = xs.length;\n  while (lo < hi) {\n    const mid = (lo + hi) >> 1;\n    if (xs[mid] < t) lo = mid + 1;\n    else hi = mid;\n  }\n}",
    ],
    [
      "interval-style",
      "a.py",
      "def f(xs):\n    lo, n = 0, 1\n    hi = len(xs)\n    while lo < hi:\n        mid = lo + hi\n        hi = mid - 1\n",
      "def f(xs):\n    lo, n = 0, 1\n    hi = len(xs) - 1\n    while lo <= hi:\n        mid = lo + hi\n        hi = mid - 1\n",
    ],
    [
      "extremum",
      "a.js",
      "function f(xs) {\n  let best = 0;\n  for (const x of xs) if (x > best) best = x;\n  return best;\n}",
      "function f(xs) {\n  let best = -Infinity;\n  for (const x of xs) if (x > best) best = x;\n  return best;\n}",
    ],
    [
      "extremum",
      "a.py",
      "def low(xs):\n    best = 0\n    for x in xs:\n        if x > best:\n            best = x\n    return best\n",
      "def low(xs):\n    best = xs[0]\n    for x in xs:\n        if x < best:\n            best = x\n    return best\n",
    ],
    [
      "simultaneous-assignment",
      "a.js",
      "while (b) {\n  a = b;\n  b = a % b;\n}",
      "while (b) {\n  [a, b] = [b, a % b];\n}",
    ],
    [
      "simultaneous-assignment",
      "a.py",
      "while n:\n    a = b\n    b += a\n",
      "while n:\n    a, b = b, b + a\n",
    ],
    [
      "flush-behind-loop",
      "a.js",
      "function f(xs) {\n  for (const x of xs) {\n    if (x) out.push(run);\n    run.push(x);\n  }\n  return out;\n}",
      "function f(xs) {\n  for (const x of xs) {\n    if (x) out.push(run);\n    run.push(x);\n  }\n  if (run.length > 0) out.push(run);\n  return out;\n}",
    ],
    [
      "flush-behind-loop",
      "a.py",
      "def f(xs):\n    for x in xs:\n        if x:\n            out.append(run)\n    return out\n",
      "def f(xs):\n    for x in xs:\n        if x:\n            out.append(run)\n    if run:\n        out.append(run)\n    return out\n",
    ],
    ["mirror", "a.js", "return a.x * b.y - a.y * a.y;", "return a.y * b.x - a.x * a.x;"],
    [
      "mirror",
      "a.js",
      "function f(a, b) {\n  g(a, 1);\n  g(b, 2);\n}",
      "function f(a, b) {\n  g(1, a);\n  g(2, b);\n}",
    ],
    ["mirror", "a.py", "if a:\n    b()\nelse:\n    c()\n", "if a:\n    c()\nelse:\n    b()\n"],
    [
      "repeated-edit",
      "a.js",
      "const ok = (x, y) => { return x < 3 && y < 4; };",
      "const ok = (x, y) => { return x <= 3 && y <= 4; };",
    ],
    [
      "repeated-edit",
      "a.py",
      "def f(low, high):\n    a = low + 1\n    return a + low\n",
      "def f(low, high):\n    a = high + 1\n    return a + high\n",
    ],
    [
      "guarded-result",
      "a.js",
      "function f(n) { if (n < 1) return 0; return n * f(n - 1); }",
      "function f(n) { if (n <= 1) return 1; return n * f(n - 1); }",
    ],
    [
      "guarded-result",
      "a.py",
      "def f(n):\n    if n < 1:\n        return 0\n    return n * f(n - 1)\n",
      "def f(n):\n    if n <= 1:\n        return 1\n    return n * f(n - 1)\n",
    ],
  ),
  ...leaves(
    ["both-bounds", "a.js", "f(a, b); x = s.slice(1);"],
    ["simultaneous-assignment", "a.js", "a = 1; b = 2;"],
    ["extremum", "a.js", "function f(a) { let n = 0; n += a; return n; }"],
    ["interval-style", "a.js", "while (a < b) a++;"],
    ["mirror", "a.js", "f(a, b);"],
  ),
];
