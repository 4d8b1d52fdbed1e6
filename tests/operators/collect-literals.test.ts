import { describe, expect, it } from "vitest";
import { collectLiterals } from "../../src/operators/collect-literals.ts";
import { parse } from "./mend.ts";

async function collect(path: string, text: string, names: readonly string[] = []) {
  return collectLiterals(await parse(path, text), names).map(({ role, kind, text: code }) =>
    [role, kind, code].join(" "),
  );
}

describe("collectLiterals", () => {
  it("tells what node:test expects from what goes in, expectations first", async () => {
    const text = `test("adds up", () => { assert.equal(add(1, -2), 3); });`;
    expect(await collect("a.test.js", text, ["adds up"])).toEqual([
      "expected number 3",
      "input number 1",
      "input number -2",
    ]);
  });

  it("reads expectations of vitest, with lists and objects of literals", async () => {
    const text = `it("x", () => { expect(f({ a: "b" }, [y])).toEqual(["c", null]); });`;
    expect(await collect("a.test.ts", text, ["suite x"])).toEqual([
      `expected list ["c", null]`,
      `expected string "c"`,
      "expected null null",
      `input object { a: "b" }`,
      `input string "b"`,
    ]);
  });

  it("reads Python's assertions and those of unittest", async () => {
    const text =
      "def test_a():\n    assert f('x') == (1, 2)\n\nclass T:\n    def test_b(self):\n        self.assertEqual(g(True), None)\n";
    expect(await collect("test_a.py", text, ["test_a[one]"])).toEqual([
      "expected list (1, 2)",
      "expected number 1",
      "expected number 2",
      "input string 'x'",
    ]);
    expect(await collect("test_a.py", text, ["test_b"])).toEqual([
      "expected null None",
      "input boolean True",
    ]);
  });

  it("leaves other tests out, titles and keys too, and takes the whole file where no test has the name", async () => {
    const text = `test("one", () => { f("a"); });\ntest("two", () => { f({ b: 1 }); });`;
    expect(await collect("a.test.js", text, ["one"])).toEqual([`input string "a"`]);
    expect(await collect("a.test.js", text, ["three"])).toEqual([
      `input string "a"`,
      "input object { b: 1 }",
      "input number 1",
    ]);
  });

  it("leaves long literals out, and what holds more than literals", async () => {
    expect(await collect("a.test.js", `f("${"x".repeat(80)}", [a], { b: c() });`)).toEqual([]);
  });
});
