import { describe, expect, it } from "vitest";
import { listDenials, swap } from "./check-test-edit.ts";

const nodeTest = `import assert from "node:assert/strict";
import { before, describe, mock, test } from "node:test";
import { Cart, total } from "../src/cart.js";

const cases = [
  { name: "one", prices: [1], sum: 1 },
  { name: "two", prices: [1, 2], sum: 3 },
];

for (const { name, prices, sum } of cases) {
  test(\`sums \${name}\`, () => {
    assert.equal(total(prices), sum);
  });
}

test("parts", async (t) => {
  await t.test("empty", () => {
    assert.deepEqual(new Cart([]).items, []);
  });
  await t.test("refuses", () => {
    assert.throws(() => new Cart([-1]), { message: "negative" });
  });
});

describe("rounding", () => {
  let cart;
  before(() => {
    cart = new Cart([0.1, 0.2]);
  });
  test("is near", { timeout: 1000 }, () => {
    assert.ok(Math.abs(cart.total - 0.3) < 1e-9);
  });
  test("waits", async () => {
    await assert.rejects(cart.load(), /offline/);
  });
});
`;
const mochaChai = `const { expect } = require("chai");
const sinon = require("sinon");
const { Cart, total } = require("../lib/cart");

describe("cart", function () {
  this.timeout(2000);
  beforeEach(function () {
    this.cart = new Cart([1, 2]);
  });

  it("adds", function () {
    expect(total(this.cart)).to.equal(3);
    expect(this.cart.items).to.deep.equal([1, 2]);
  });

  it("is open", function () {
    expect(this.cart.isOpen).to.be.true;
    this.cart.name.should.equal("x");
  });

  it("refuses", () => {
    expect(() => new Cart([-1])).to.throw(RangeError, /negative/);
    expect(total([0.1, 0.2])).to.be.closeTo(0.3, 0.001);
  });

  it("is slow", (done) => {
    new Cart([]).load(done);
  }).timeout(500);
});
`;
const tape = `const test = require("tape");
const { total } = require("../index.js");

test("adds", (t) => {
  t.plan(2);
  t.equal(total([1, 2]), 3, "adds");
  t.deepEqual(total.parts([1]), [1]);
});

test("throws", (t) => {
  t.throws(() => total(null), /null/);
  t.end();
});
`;
const jest = `import { total } from "./cart";
import api from "./api";

jest.mock("./api");

describe.each([
  ["one", 1],
  ["two", 2],
])("%s", (name, count) => {
  test("counts", () => {
    expect(total(name)).toEqual(count);
  });
});

test.each\`
  a    | b
  \${1} | \${2}
\`("doubles $a", ({ a, b }) => {
  expect(a * 2).toBe(b);
});

test("is asked once", () => {
  expect(api.get).toHaveBeenCalledWith("x", expect.any(Function));
  expect(total("x")).toMatchSnapshot();
});
`;
const bases = { nodeTest, mochaChai, tape, jest } as const;
const paths = {
  nodeTest: "test/cart.test.js",
  mochaChai: "test/cart.js",
  tape: "test/index.js",
  jest: "src/cart.test.jsx",
};
type Name = keyof typeof bases;
/** A row of a tagged template. */
const row = (one: number, other: number) => `  \${${one}} | \${${other}}\n`;
const edit = (name: Name, from: string | RegExp, to: string) => [name, swap(bases[name], from, to)] as const;

describe("existing script tests may", () => {
  it.each([
    ["stay", "nodeTest", `${nodeTest}\n`] as const,
    [
      "gain a case of a loop",
      ...edit("nodeTest", '  { name: "two"', '  { name: "none", prices: [], sum: 0 },\n  { name: "two"'),
    ],
    [
      "gain a test",
      "nodeTest",
      `${nodeTest}\ntest("more", () => {\n  assert.equal(total([4]), 4);\n});\n`,
    ] as const,
    [
      "gain a part",
      ...edit(
        "nodeTest",
        '  await t.test("refuses"',
        '  await t.test("more", () => {\n    assert.equal(total([4]), 4);\n  });\n  await t.test("refuses"',
      ),
    ],
    [
      "gain an assertion",
      ...edit("nodeTest", ".items, []);\n", ".items, []);\n    assert.equal(total([]), 0);\n"),
    ],
    [
      "gain an import of the module under test",
      ...edit("nodeTest", "{ Cart, total }", "{ Cart, tax, total }"),
    ],
    [
      "gain a test with a stand-in of its own",
      "nodeTest",
      `${nodeTest}\ntest("logs", (t) => {\n  t.mock.method(console, "log", () => {});\n  assert.equal(total([4]), 4);\n});\n`,
    ] as const,
    ["be stricter", ...edit("nodeTest", "assert.deepEqual(", "assert.deepStrictEqual(")],
    ["have prefixes of modules", ...edit("nodeTest", '"node:assert/strict"', '"assert/strict"')],
    [
      "gain a test",
      ...edit(
        "mochaChai",
        '  it("refuses"',
        '  it("more", function () {\n    expect(total(this.cart)).to.be.above(2);\n  });\n\n  it("refuses"',
      ),
    ],
    [
      "gain an assertion",
      ...edit(
        "mochaChai",
        '[1, 2]);\n  });\n\n  it("is',
        '[1, 2]);\n    expect(total(this.cart)).to.not.equal(4);\n  });\n\n  it("is',
      ),
    ],
    ["have less time", ...edit("mochaChai", ".timeout(500)", ".timeout(400)")],
    ["lose an unused import", ...edit("mochaChai", 'const sinon = require("sinon");\n', "")],
    [
      "gain a test",
      "tape",
      `${tape}\ntest("more", (t) => {\n  t.equal(total([]), 0);\n  t.end();\n});\n`,
    ] as const,
    ["have other quotes and semicolons", "tape", tape.replaceAll('"', "'").replaceAll(";", "")] as const,
    ["gain an assertion", ...edit("tape", "/null/);\n", "/null/);\n  t.equal(total([]), 0);\n")],
    ["gain a row", ...edit("jest", '  ["two", 2],\n', '  ["two", 2],\n  ["three", 3],\n')],
    ["gain a row of a template", ...edit("jest", row(1, 2), row(1, 2) + row(2, 4))],
    ["have a table in line", ...edit("jest", "  a    | b\n", "  a | b\n")],
    [
      "gain a test",
      "jest",
      `${jest}\nit("is more", async () => {\n  await expect(Promise.resolve(1)).resolves.toBe(1);\n});\n`,
    ] as const,
  ])("%s (%s)", async (_name, name, after) => {
    expect(await listDenials(paths[name], bases[name], after)).toEqual([]);
  });
});

describe("existing script tests may not", () => {
  it.each([
    [
      "lose a case of a loop",
      ...edit("nodeTest", '  { name: "one", prices: [1], sum: 1 },\n', ""),
      "test-setup",
    ],
    ["have another case", ...edit("nodeTest", "sum: 3", "sum: -1"), "test-setup"],
    [
      "lose a part",
      ...edit("nodeTest", / {2}await t\.test\("refuses"[\s\S]*?\n {2}}\);\n/, ""),
      "test-deleted",
    ],
    [
      "skip a part",
      ...edit("nodeTest", 't.test("refuses", ', 't.test("refuses", { skip: true }, '),
      "test-skipped",
    ],
    [
      "be planned",
      ...edit("nodeTest", 't.test("refuses", ', 't.test("refuses", { todo: "later" }, '),
      "test-skipped",
    ],
    [
      "be skipped by their context",
      ...edit("nodeTest", "async (t) => {\n", "async (t) => {\n  t.skip();\n"),
      "test-skipped",
    ],
    ["run alone", ...edit("nodeTest", 'test("parts"', 'test.only("parts"'), "test-skipped"],
    [
      "be skipped under another name",
      "nodeTest",
      swap(nodeTest, "mock, test }", "mock, test, test as check }").concat('check.skip("x", () => {});\n'),
      "test-skipped",
    ] as const,
    [
      "be equal only",
      ...edit("nodeTest", "assert.deepEqual(new Cart([]).items, [])", "assert.ok(new Cart([]).items)"),
      "test-weakened",
    ],
    [
      "be called by something else",
      "nodeTest",
      swap(nodeTest, 'test("waits"', 'it("waits"').replace(
        "const cases",
        "const it = () => {};\nconst cases",
      ),
      "test-weakened",
    ] as const,
    [
      "be called on something else",
      ...edit("nodeTest", 't.test("refuses"', 'fake.test("refuses"'),
      "test-weakened",
    ],
    ["be loose", ...edit("nodeTest", '"node:assert/strict"', '"node:assert"'), "test-setup"],
    ["throw anything", ...edit("nodeTest", ', { message: "negative" }', ""), "test-weakened"],
    ["not wait", ...edit("nodeTest", "await assert.rejects", "assert.rejects"), "test-weakened"],
    ["be nearer to nothing", ...edit("nodeTest", "1e-9", "1e-1"), "test-weakened"],
    ["have more time", ...edit("nodeTest", "timeout: 1000", "timeout: 9000"), "test-tolerance"],
    ["have no limit", ...edit("nodeTest", "{ timeout: 1000 }", "{}"), "test-tolerance"],
    ["have another hook", ...edit("nodeTest", "new Cart([0.1, 0.2])", "new Cart([0.3])"), "test-setup"],
    [
      "have methods replaced",
      ...edit("nodeTest", "const cases", 'mock.method(Cart.prototype, "sum", () => 3);\nconst cases'),
      "test-setup",
    ],
    [
      "have modules replaced",
      ...edit("nodeTest", "const cases", 'mock.module("../src/cart.js", {});\nconst cases'),
      "test-setup",
    ],
    [
      "have assertions replaced",
      ...edit("nodeTest", "const cases", "assert.equal = () => {};\nconst cases"),
      "test-setup",
    ],
    [
      "have assertions replaced in a new test",
      "nodeTest",
      `${nodeTest}\ntest("more", () => {\n  Object.assign(assert, { equal() {} });\n});\n`,
      "test-setup",
    ] as const,
    [
      "leave in the end",
      "nodeTest",
      `${nodeTest}\nprocess.on("exit", () => {\n  process.exitCode = 0;\n});\n`,
      "test-skipped",
    ] as const,
    ["be truthy", ...edit("mochaChai", "to.equal(3)", "to.be.ok"), "test-weakened"],
    ["be there", ...edit("mochaChai", "to.equal(3)", "to.exist"), "test-weakened"],
    ["include something", ...edit("mochaChai", "to.deep.equal([1, 2])", "to.include(1)"), "test-weakened"],
    ["not be deep", ...edit("mochaChai", "to.deep.equal", "to.equal"), "test-weakened"],
    [
      "lose a property",
      ...edit("mochaChai", "    expect(this.cart.isOpen).to.be.true;\n", ""),
      "test-weakened",
    ],
    ["turn a property round", ...edit("mochaChai", "to.be.true", "to.be.false"), "test-weakened"],
    [
      "lose what they should",
      ...edit("mochaChai", '    this.cart.name.should.equal("x");\n', ""),
      "test-weakened",
    ],
    [
      "throw anything",
      ...edit("mochaChai", "to.throw(RangeError, /negative/)", "to.throw()"),
      "test-weakened",
    ],
    ["be further away", ...edit("mochaChai", "closeTo(0.3, 0.001)", "closeTo(0.3, 1)"), "test-tolerance"],
    ["be skipped by a letter", ...edit("mochaChai", '  it("adds"', '  xit("adds"'), "test-skipped"],
    ["be skipped as a suite", ...edit("mochaChai", 'describe("cart"', 'xdescribe("cart"'), "test-skipped"],
    [
      "be skipped from inside",
      ...edit("mochaChai", '  it("adds", function () {\n', '  it("adds", function () {\n    this.skip();\n'),
      "test-skipped",
    ],
    [
      "lose their body",
      ...edit("mochaChai", /it\("adds", function[\s\S]*?\n {2}}\);/, 'it("adds");'),
      "test-deleted",
    ],
    [
      "be tried again",
      ...edit("mochaChai", "this.timeout(2000);", "this.timeout(2000);\n  this.retries(4);"),
      "test-tolerance",
    ],
    ["have more time", ...edit("mochaChai", ".timeout(500)", ".timeout(50000)"), "test-tolerance"],
    ["be done at once", ...edit("mochaChai", "new Cart([]).load(done)", "done()"), "test-weakened"],
    [
      "have a stub",
      ...edit(
        "mochaChai",
        'describe("cart"',
        'sinon.stub(Cart.prototype, "sum").returns(3);\ndescribe("cart"',
      ),
      "test-setup",
    ],
    [
      "have a stub in a hook",
      ...edit(
        "mochaChai",
        '  it("adds"',
        '  before(() => {\n    sinon.stub(Cart.prototype, "sum").returns(3);\n  });\n  it("adds"',
      ),
      "test-setup",
    ],
    ["plan fewer", ...edit("tape", "t.plan(2)", "t.plan(1)"), "test-weakened"],
    ["be deleted", ...edit("tape", /test\("throws"[\s\S]*$/, ""), "test-deleted"],
    ["be skipped", ...edit("tape", 'test("throws"', 'test.skip("throws"'), "test-skipped"],
    ["be the only one", ...edit("tape", 'test("throws"', 'test.only("throws"'), "test-skipped"],
    ["end at once", ...edit("tape", "t.plan(2);", "return t.end();"), "test-skipped"],
    ["be ok", ...edit("tape", "t.equal(total([1, 2]), 3,", "t.ok(total([1, 2]),"), "test-weakened"],
    ["expect something else", ...edit("tape", ", 3,", ", -1,"), "test-weakened"],
    ["lose a row", ...edit("jest", '  ["two", 2],\n', ""), "test-deleted"],
    ["lose a row of a template", ...edit("jest", row(1, 2), ""), "test-deleted"],
    ["have another row of a template", ...edit("jest", row(1, 2), row(1, 3)), "test-weakened"],
    [
      "have another stand-in",
      ...edit("jest", 'jest.mock("./api");', 'jest.mock("./api", () => ({}));'),
      "test-setup",
    ],
    [
      "have one more stand-in",
      ...edit(
        "jest",
        'jest.mock("./api");',
        'jest.mock("./api");\njest.mock("./cart", () => ({ total: () => 1 }));',
      ),
      "test-setup",
    ],
    [
      "be called with anything",
      ...edit("jest", 'toHaveBeenCalledWith("x", expect.any(Function))', "toHaveBeenCalled()"),
      "test-weakened",
    ],
    ["match no snapshot", ...edit("jest", "toMatchSnapshot()", "toBeDefined()"), "test-weakened"],
    [
      "all have time",
      ...edit("jest", 'jest.mock("./api");', 'jest.mock("./api");\njest.setTimeout(99999);'),
      "test-tolerance",
    ],
    [
      "all be tried again",
      ...edit("jest", 'jest.mock("./api");', 'jest.mock("./api");\njest.retryTimes(3);'),
      "test-tolerance",
    ],
  ])("%s (%s)", async (_name, name, after, rule) => {
    const denials = await listDenials(paths[name], bases[name], after);
    expect(denials.map((denial) => denial.split(":")[0])).toContain(rule);
  });
});
