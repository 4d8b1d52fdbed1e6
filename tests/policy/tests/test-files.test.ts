import { describe, expect, it } from "vitest";
import { checkEdit, type Files } from "./check-test-edit.ts";

const base: Files = {
  "src/cart.js": "export const total = () => 3;\n",
  "src/money.py": "import requests\n",
  "cart/__init__.py": "",
  "tests/cart.test.js": 'import { help } from "./help";\ntest("a", () => expect(help()).toBe(3));\n',
  "tests/help/index.js": "export function help() {\n  return 3;\n}\n",
  "tests/tools.ts": "export const tool = (a: number) => a + 1;\n",
  "tests/make.js": "function make() {\n  return 3;\n}\nmodule.exports = { make };\n",
  "tests/test_cart.py": "import cart\n\n\ndef test_a():\n    assert cart\n",
  "tests/fixtures/cart.json": "{}\n",
  "tests/fixtures/sample.js": "export const a = 1;\n",
  "tests/__snapshots__/cart.test.js.snap": "exports[`a 1`] = `3`;\n",
  "tests/data.csv": "1,2\n",
  "tests/README.md": "# Tests\n",
  "tests/long.test.js": `test("a", () => expect("${"x".repeat(3_000)}").toBe(1));\n`,
  "pkg/cart_test.go": "package cart\n\nfunc TestA(t *testing.T) {}\n",
  "tests/cart.rs": "fn help() -> i32 { 3 }\n\n#[test]\nfn adds() {\n    assert_eq!(help(), 3);\n}\n",
};
const rulesOf = async (change: Files) => (await checkEdit(base, change)).denials.map(({ rule }) => rule);

describe("new test files", () => {
  it.each([
    [
      "a test",
      "tests/more.test.js",
      'import { total } from "../src/cart.js";\ntest("a", () => expect(total()).toBe(3));\n',
    ],
    [
      "a test with stand-ins of its own",
      "tests/more.test.js",
      'vi.mock("../src/cart.js");\ntest("a", () => {\n  vi.spyOn(Date, "now").mockReturnValue(1);\n  expect(1).toBe(1);\n});\n',
    ],
    [
      "a test with limits of its own",
      "tests/more.test.js",
      'test("a", { timeout: 9000 }, () => expect(1).toBeCloseTo(1, 1));\n',
    ],
    [
      "a test that sets variables",
      "tests/more.test.js",
      'test("a", () => {\n  process.env.MODE = "x";\n  expect(1).toBe(1);\n});\n',
    ],
    [
      "a test of a class of its own",
      "tests/more.test.js",
      "class A {}\nA.prototype.b = () => 1;\nconst c = {};\nc.d = 2;\ntest('a', () => expect(c.d).toBe(2));\n",
    ],
    [
      "a pytest file",
      "tests/test_more.py",
      "import cart\n\n\ndef test_b(monkeypatch):\n    monkeypatch.setenv('A', 'b')\n    assert cart\n",
    ],
    [
      "a unittest file",
      "tests/test_more.py",
      "import unittest\nfrom unittest import mock\n\n\nclass TestB(unittest.TestCase):\n    def setUp(self):\n        self.a = 1\n\n    @mock.patch('cart.x')\n    def test_b(self, x):\n        x.return_value = 2\n        self.assertEqual(self.a, 1)\n\n\nif __name__ == '__main__':\n    unittest.main()\n",
    ],
    [
      "settings of an app",
      "tests/test_more.py",
      "from cart import app\n\n\ndef test_b():\n    app.config['TESTING'] = True\n    assert app\n",
    ],
    ["a helper", "tests/helpers/make.js", "export const make = () => 1;\n"],
    ["a Python helper", "tests/factories.py", "def make():\n    return 1\n"],
    ["an empty package", "tests/unit/__init__.py", "# Tests.\n"],
    ["data", "tests/fixtures/more.json", "{}\n"],
    ["a snapshot of a new test", "tests/__snapshots__/more.test.js.snap", "exports[`a 1`] = `3`;\n"],
    ["a Go test", "pkg/more_test.go", "package cart\n\nfunc TestB(t *testing.T) {}\n"],
    ["a Rust test", "tests/more.rs", "#[test]\nfn a() {}\n"],
    ["a test of what is called set-up", "tests/setup.test.js", 'test("a", () => expect(1).toBe(1));\n'],
  ])("may be %s", async (_name, path, text) => {
    expect(await rulesOf({ [path]: text })).toEqual([]);
  });

  it.each([
    ["what pytest loads", "tests/unit/conftest.py", "x = 1\n", "test-setup"],
    ["a package that runs code", "tests/unit/__init__.py", "import cart\ncart.total = None\n", "test-setup"],
    ["a stand-in of a module", "tests/__mocks__/cart.js", "export const total = 3;\n", "test-setup"],
    ["set-up", "tests/setup.js", "globalThis.x = 1;\n", "test-setup"],
    ["set-up of a runner", "tests/vitest.setup.ts", "export {};\n", "test-setup"],
    ["a module in place of another", "tests/help.js", "export const help = () => 3;\n", "test-setup"],
    [
      "a module in place of another language's",
      "tests/tools.js",
      "export const tool = () => 3;\n",
      "test-setup",
    ],
    ["a module in place of the tested one", "tests/cart.py", "total = 3\n", "test-setup"],
    ["a module in place of an installed one", "tests/requests.py", "get = None\n", "test-setup"],
    ["a module in place of the language's", "tests/json.py", "loads = None\n", "test-setup"],
    [
      "a snapshot of an existing test",
      "tests/__snapshots__/tools.ts.snap",
      "exports[`a 1`] = `3`;\n",
      "test-data",
    ],
    ["a test that runs alone", "tests/more.test.js", 'test.only("a", () => {});\n', "test-skipped"],
    [
      "a test that is skipped",
      "tests/test_more.py",
      "import pytest\n\n@pytest.mark.skip\ndef test_b():\n    assert 1\n",
      "test-skipped",
    ],
    ["a test that leaves", "tests/more.test.js", 'test("a", () => process.exit(0));\n', "test-skipped"],
    [
      "a test that is tried again",
      "tests/more.test.js",
      'test("a", { retry: 3 }, () => {});\n',
      "test-tolerance",
    ],
    [
      "a test that patches a prototype",
      "tests/more.test.js",
      "Array.prototype.map = () => [];\ntest('a', () => {});\n",
      "test-setup",
    ],
    [
      "a test that patches the tested class",
      "tests/more.test.js",
      'import { Cart } from "../src/cart.js";\nCart.prototype.sum = () => 3;\n',
      "test-setup",
    ],
    ["a test that patches the runner", "tests/more.test.js", "globalThis.test = () => {};\n", "test-setup"],
    [
      "a test that patches assertions",
      "tests/more.test.js",
      'import assert from "node:assert";\nassert.equal = () => {};\n',
      "test-setup",
    ],
    [
      "a test that patches a module",
      "tests/test_more.py",
      "import cart\ncart.total = lambda: 3\n",
      "test-setup",
    ],
    [
      "a test that patches built-ins",
      "tests/test_more.py",
      "import builtins\nbuiltins.sum = lambda x: 3\n",
      "test-setup",
    ],
    [
      "a test that replaces modules",
      "tests/test_more.py",
      "import sys\nsys.modules['cart'] = object()\n",
      "test-setup",
    ],
    [
      "a test that patches assertions of unittest",
      "tests/test_more.py",
      "import unittest\nsetattr(unittest.TestCase, 'assertEqual', None)\n",
      "test-setup",
    ],
    ["a test that cannot be read", "tests/more.test.js", "test((((\n", "test-unreadable"],
  ])("may not be %s", async (_name, path, text, rule) => {
    expect(await rulesOf({ [path]: text })).toContain(rule);
  });
});

describe("existing test files", () => {
  it.each([
    [
      "a helper that gains another",
      { "tests/tools.ts": `${base["tests/tools.ts"]}export const more = 1;\n` },
    ],
    [
      "a helper that gives more away",
      {
        "tests/make.js":
          "function make() {\n  return 3;\n}\nfunction makeTwo() {\n  return 2;\n}\nmodule.exports = { make, makeTwo };\n",
      },
    ],
    ["prose", { "tests/README.md": "# All tests\n" }],
    [
      "a Rust test beside others",
      { "tests/cart.rs": `${base["tests/cart.rs"]}\n#[test]\nfn more() {\n    assert!(true);\n}\n` },
    ],
    ["a source", { "src/cart.js": "export const total = () => 4;\n" }],
  ])("may change: %s", async (_name, change) => {
    expect(await rulesOf(change)).toEqual([]);
  });

  it.each([
    ["a helper", { "tests/tools.ts": "export const tool = (a: number) => a + 2;\n" }, "test-setup"],
    [
      "what a helper gives away",
      { "tests/make.js": "function make() {\n  return 3;\n}\nmodule.exports = { make: () => 4 };\n" },
      "test-setup",
    ],
    [
      "what a helper gives away under a name of its own",
      { "tests/make.js": "function make() {\n  return 3;\n}\nmodule.exports = { make, ...fake };\n" },
      "test-setup",
    ],
    ["a helper that is gone", { "tests/tools.ts": null }, "test-deleted"],
    ["a test that is gone", { "tests/cart.test.js": null }, "test-deleted"],
    [
      "a test that moved",
      { "tests/cart.test.js": null, "tests/basket.test.js": base["tests/cart.test.js"] ?? "" },
      "test-deleted",
    ],
    ["a fixture", { "tests/fixtures/cart.json": "[]\n" }, "test-data"],
    ["a fixture of code", { "tests/fixtures/sample.js": "export const a = 2;\n" }, "test-data"],
    ["data that is gone", { "tests/data.csv": null }, "test-data"],
    ["a snapshot", { "tests/__snapshots__/cart.test.js.snap": "exports[`a 1`] = `4`;\n" }, "test-data"],
    ["a snapshot that is gone", { "tests/__snapshots__/cart.test.js.snap": null }, "test-data"],
    ["a test that nobody can read", { "tests/long.test.js": "test('a', () => {});\n" }, "test-unreadable"],
    ["a Go test", { "pkg/cart_test.go": "package cart\n" }, "test-unreadable"],
    [
      "a Rust test",
      { "tests/cart.rs": (base["tests/cart.rs"] ?? "").replace("help(), 3", "help(), 4") },
      "test-weakened",
    ],
    ["a Rust test that is gone", { "tests/cart.rs": "fn help() -> i32 { 3 }\n" }, "test-deleted"],
    [
      "a Rust helper",
      { "tests/cart.rs": (base["tests/cart.rs"] ?? "").replace("{ 3 }", "{ 4 }") },
      "test-setup",
    ],
  ])("may not change: %s", async (_name, change, rule) => {
    expect(await rulesOf(change)).toContain(rule);
  });
});
