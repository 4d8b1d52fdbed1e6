import { describe, expect, it } from "vitest";
import { listDenials } from "./check-test-edit.ts";

const inTest = (body: string) => `test("a", () => {\n  ${body}\n});\n`;

describe("what looks like a gain and is none", () => {
  it.each([
    ["not looser than before", inTest("expect(a).not.toEqual([1]);"), inTest("expect(a).not.toBe([1]);")],
    [
      "not throwing one error only",
      inTest("expect(f).not.toThrow();"),
      inTest('expect(f).not.toThrow("x");'),
    ],
    ["truth for a falsy value", inTest("expect(f()).toBeTruthy();"), inTest("expect(f()).toBe(false);")],
    [
      "a message in place of an error",
      inTest("assert.throws(f, RangeError);"),
      inTest('assert.throws(f, "x");'),
    ],
    [
      "one more assertion where failing is expected",
      'test.fails("a", () => {\n  expect(f()).toBe(1);\n});\n',
      'test.fails("a", () => {\n  expect(f()).toBe(1);\n  expect(1).toBe(2);\n});\n',
    ],
    [
      "a var that hides what is tested",
      inTest("expect(f()).toBe(1);"),
      inTest("expect(f()).toBe(1);\n  var f = () => 1;"),
    ],
    ["a directive in one test", inTest("f(a);"), inTest('"use strict";\n  f(a);')],
    [
      "an import of a global",
      inTest("expect(f()).toBe(1);"),
      `import { expect } from "./lenient.js";\n${inTest("expect(f()).toBe(1);")}`,
    ],
    [
      "an import of a global under another name",
      inTest("expect(f()).toBe(1);"),
      `import { lenient as expect } from "./more.js";\n${inTest("expect(f()).toBe(1);")}`,
    ],
    [
      "a require of a global",
      inTest("expect(f()).toBe(1);"),
      `const { expect } = require("./lenient.js");\n${inTest("expect(f()).toBe(1);")}`,
    ],
    [
      "more of an input",
      `const prices = [1, 2];\n${inTest("expect(total(prices)).toBe(6);")}`,
      `const prices = [1, 2, 3];\n${inTest("expect(total(prices)).toBe(6);")}`,
    ],
    [
      "more of an input that is a table too",
      `const rows = [1, 2];\ntest.each(rows)("%s", (row) => {\n  expect(total(rows, row)).toBe(6);\n});\n`,
      `const rows = [1, 2, 3];\ntest.each(rows)("%s", (row) => {\n  expect(total(rows, row)).toBe(6);\n});\n`,
    ],
    [
      "more of an input that a loop inside a test takes",
      `const rows = [1];\n${inTest("for (const row of rows) cart.add(row);\n  expect(cart.total).toBe(3);")}`,
      `const rows = [1, 2];\n${inTest("for (const row of rows) cart.add(row);\n  expect(cart.total).toBe(3);")}`,
    ],
    [
      "an arrow where this is the runner's",
      'it("a", function () {\n  const f = function () { return this.a; };\n  expect(f.call({ a: 1 })).toBe(1);\n});\n',
      'it("a", function () {\n  const f = () => this.a;\n  expect(f.call({ a: 1 })).toBe(1);\n});\n',
    ],
    [
      "braces that lose a promise",
      'test("a", () => expect(f()).resolves.toBe(1));\n',
      'test("a", () => {\n  expect(f()).resolves.toBe(1);\n});\n',
    ],
    [
      "braces that lose a call's promise",
      'test("a", () => check(f()));\n',
      'test("a", () => {\n  check(f());\n});\n',
    ],
    ["a hole in an array", inTest("expect(f([1, 2])).toBe(1);"), inTest("expect(f([1, , 2])).toBe(1);")],
    ["quotes inside a string", inTest(`f("a\\" \\"b");`), inTest(`f("a", "b");`)],
    ["another escape", inTest(`expect(f()).toBe("a\\nb");`), inTest(`expect(f()).toBe("a\\tb");`)],
    ["a sum that becomes text", inTest('f(1 + b + "c");'), inTest('f("1" + b + "c");')],
    ["another part of a text", inTest('f("a" + b + "c");'), inTest('f("a" + b + "d");')],
    ["a tagged template", inTest("f`a`;"), inTest('f("a");')],
    [
      "an await that is gone",
      'test("a", async (t) => {\n  await t.test("b", f);\n});\n',
      'test("a", async (t) => {\n  t.test("b", f);\n});\n',
    ],
    [
      "a reset that is gone",
      `afterEach(() => vi.restoreAllMocks());\n${inTest("expect(f()).toBe(1);")}`,
      inTest("expect(f()).toBe(1);"),
    ],
  ])("%s", async (_name, before, after) => {
    expect(await listDenials("tests/a.test.js", before, after)).not.toEqual([]);
  });

  it.each([
    ["an assertion method replaced in a new test", "        self.assertEqual = print\n"],
    ["a class method replaced in a new test", "        unittest.TestCase.assertTrue = print\n"],
    ["an attribute set on the class", "        setattr(unittest.TestCase, 'assertTrue', print)\n"],
  ])("%s", async (_name, line) => {
    const before =
      "import unittest\n\n\nclass TestA(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(f(), 1)\n";
    const after = `${before}\n    def test_b(self):\n${line}        self.assertTrue(True)\n`;
    expect(await listDenials("tests/test_a.py", before, after)).not.toEqual([]);
  });
});

describe("what a linter does to tests is free", () => {
  it.each([
    ["braces", inTest("if (a) f();"), inTest("if (a) {\n    f();\n  }")],
    ["shorthand", inTest("expect(f({ a: a, 'b': 1 })).toBe(1);"), inTest("expect(f({ a, b: 1 })).toBe(1);")],
    ["dots", inTest('expect(f["a"]).toBe(1);'), inTest("expect(f.a).toBe(1);")],
    ["arrows", inTest("f(function (a) { return a; });"), inTest("f((a) => a);")],
    ["templates", inTest('expect(f()).toBe("a" + b + "c");'), inTest(`expect(f()).toBe(\`a\${b}c\`);`)],
    ["plain templates", inTest("expect(f()).toBe(`a`);"), inTest('expect(f()).toBe("a");')],
    ["brackets", inTest("expect((f())).toBe((1));"), inTest("expect(f()).toBe(1);")],
    ["numbers", inTest("expect(f()).toBe(1000000);"), inTest("expect(f()).toBe(1_000_000);")],
    [
      "one more example under a new var",
      inTest("var x = f(1);\n  expect(x).toBe(1);"),
      inTest("var x = f(1);\n  expect(x).toBe(1);\n  var z = f(2);\n  expect(z).toBe(2);"),
    ],
    ["a directive", inTest("f(a);"), `"use strict";\n\n${inTest("f(a);")}`],
    ["last commas", inTest("f(a, b, [1, 2]);"), inTest("f(a, b, [1, 2,],);")],
    ["names of parameters' brackets", inTest("f(a => a);"), inTest("f((a) => a);")],
    ["blank lines and line ends", inTest("f(a);"), inTest("\n\n  f(a);\n").replaceAll("\n", "\r\n")],
  ])("%s", async (_name, before, after) => {
    expect(await listDenials("tests/a.test.js", before, after)).toEqual([]);
  });

  it.each([
    ["quotes and prefixes", "assert f('a', u'b') == \"c\"", 'assert f("a", "b") == \'c\''],
    ["strings with no holes", 'assert f(f"a") == 1', 'assert f("a") == 1'],
    ["strings in parts", "assert f('a' 'b') == 1", "assert f('ab') == 1"],
    ["brackets", "assert (f() == 1)", "assert f() == 1"],
    [
      "lines",
      "assert f(1, 2) == 3",
      "assert (\n        f(\n            1,\n            2,\n        )\n        == 3\n    )",
    ],
    ["numbers", "assert f() == 1000", "assert f() == 1_000"],
  ])("%s in Python", async (_name, before, after) => {
    const wrap = (line: string) => `def test_a():\n    ${line}\n`;
    expect(await listDenials("tests/test_a.py", wrap(before), wrap(after))).toEqual([]);
  });
});
