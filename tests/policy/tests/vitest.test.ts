import { describe, expect, it } from "vitest";
import { listDenials, swap } from "./check-test-edit.ts";

const path = "src/cart.test.ts";
const base = `import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Cart, total } from "./cart.ts";

const rows = [
  [1, 2],
  [2, 4],
];
let cart: Cart;

function makeCart(prices = [1, 2]) {
  return new Cart(prices);
}

beforeEach(() => {
  cart = makeCart();
});

describe("total", () => {
  it("adds prices", () => {
    // The sum.
    expect(total(cart)).toBe(3);
    expect(total(makeCart([]))).toBe(0);
  });

  it("rounds", () => {
    expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5);
  });

  it("refuses what is no price", () => {
    expect(() => makeCart([-1])).toThrow("negative price");
    expect(cart.items).toEqual([{ price: 1, name: 'a' }, { price: 2 }]);
  });

  it.each(rows)("doubles %i", (value, doubled) => {
    expect(value * 2).toBe(doubled);
  });

  it.each([
    ["a", 1],
    ["b", 2],
  ])("finds %s", (name, place) => {
    expect(cart.find(name)).not.toBe(place);
  });

  it("is quick", { timeout: 500 }, async () => {
    await expect(cart.load()).resolves.toStrictEqual({ ok: true });
  });

  it.skipIf(process.platform === "win32")("is for others", () => {
    expect(cart.path).toBe("/");
  });

  it.skip("is for later", () => {
    expect(cart.later()).toBe(1);
  });

  it.todo("does more");
});
`;
const edit = (from: string | RegExp, to: string) => swap(base, from, to);
const newTest = `it("is new", () => {\n    expect(total(makeCart([7]))).toBe(7);\n  });\n\n  `;

describe("existing vitest tests may", () => {
  it.each([
    ["gain a test in a suite", edit('it("rounds"', `${newTest}it("rounds"`)],
    ["gain a suite", `${base}\ndescribe("more", () => {\n  ${newTest}});\n`],
    [
      "gain a suite with hooks of its own",
      `${base}\ndescribe("more", () => {\n  beforeEach(() => { cart = makeCart([9]); });\n  ${newTest}});\n`,
    ],
    ["gain a row of a table", edit('    ["b", 2],\n', '    ["b", 2],\n    ["c", 3],\n')],
    ["gain a row of a named table", edit("  [2, 4],\n", "  [2, 4],\n  [3, 6],\n")],
    [
      "gain an import and a helper for new tests",
      edit(
        "let cart: Cart;",
        'import { tax } from "./tax.ts";\nconst rate = 0.2;\nfunction withTax() { return tax(1, rate); }\nlet cart: Cart;',
      ),
    ],
    ["gain names of an import", edit("{ Cart, total }", "{ Cart, discount, total }")],
    ["gain an assertion", edit("toBe(0);\n", "toBe(0);\n    expect(total(makeCart([5]))).toBe(5);\n")],
    [
      "gain a constant and an assertion on it",
      edit("toBe(0);\n", "toBe(0);\n    const big = makeCart([500]);\n    expect(total(big)).toBe(500);\n"),
    ],
    ["have other comments", edit("// The sum.", "/* What all prices come to. */")],
    ["have other quotes", edit("'a'", '"a"')],
    ["be formatted", base.replace(/\n {2,}/g, "\n ").replace("[1, 2],\n", "[1, 2,],\n")],
    ["lose semicolons", base.replaceAll(";", "")],
    ["lose an unused import", edit('import { readFileSync } from "node:fs";\n', "")],
    [
      "have imports in another order",
      edit(
        /import \{ readFile.*\n(import.*\n)/,
        'import { vi, it, expect, describe, beforeEach } from "vitest";\nimport { readFileSync } from "fs";\n',
      ),
    ],
    ["have const for let", edit("let cart", "var cart")],
    ["have other types", edit("let cart: Cart;", "let cart: InstanceType<typeof Cart>;")],
    [
      "have a body without braces",
      edit(
        /it\("rounds", \(\) => \{\n(.*);\n {2}\}\);/,
        'it("rounds", () => expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5));',
      ),
    ],
    ["have functions for arrows", edit('it("rounds", () => {', 'it("rounds", function () {')],
    ["no longer be skipped", edit("it.skip(", "it(")],
    [
      "be written where they were planned",
      edit('it.todo("does more");', 'it("does more", () => {\n    expect(cart.more()).toBe(1);\n  });'),
    ],
    ["have a stricter matcher", edit("toEqual([{", "toStrictEqual([{")],
    ["be more exact", edit("toBeCloseTo(0.3, 5)", "toBeCloseTo(0.3, 9)")],
    ["have less time", edit("timeout: 500", "timeout: 400")],
    [
      "be in another order",
      edit(
        /( {2}it\("adds[\s\S]*?\n {2}\}\);\n)\n( {2}it\("rounds[\s\S]*?\n {2}\}\);\n)/,
        '  it("rounds", () => {\n    expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5);\n  });\n\n  it("adds prices", () => {\n    expect(total(cart)).toBe(3);\n    expect(total(makeCart([]))).toBe(0);\n  });\n',
      ),
    ],
    [
      "gain a new test that spies and restores",
      edit(
        'it("rounds"',
        'it("logs", () => {\n    const log = vi.spyOn(console, "log");\n    total(cart);\n    expect(log).toHaveBeenCalled();\n    log.mockRestore();\n  });\n\n  it("rounds"',
      ),
    ],
    [
      "gain a hook that takes stand-ins away",
      edit('it("adds prices"', 'afterEach(() => {\n    vi.restoreAllMocks();\n  });\n  it("adds prices"'),
    ],
    [
      "gain a test for some machines",
      edit(
        'it("rounds"',
        'it.skipIf(process.platform === "aix")("is new", () => {\n    expect(total(cart)).toBe(3);\n  });\n  it("rounds"',
      ),
    ],
  ])("%s", async (_name, after) => {
    expect(await listDenials(path, base, after)).toEqual([]);
  });
});

describe("existing vitest tests may not", () => {
  it.each([
    ["be deleted", edit(/ {2}it\("rounds"[\s\S]*?\n {2}\}\);\n/, ""), "test-deleted"],
    ["be deleted with their file", null, "test-deleted"],
    ["be renamed", edit("adds prices", "adds some prices"), "test-deleted"],
    [
      "move to another suite",
      edit(/ {2}it\("rounds"[\s\S]*?\n {2}\}\);\n/, "").concat(
        'it("rounds", () => {\n    expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5);\n  });\n',
      ),
      "test-deleted",
    ],
    ["lose a suite's name", edit('describe("total"', 'describe("sum"'), "test-deleted"],
    ["lose a row", edit('    ["b", 2],\n', ""), "test-deleted"],
    ["have another row", edit('["b", 2]', '["b", 3]'), "test-weakened"],
    ["lose a row of a named table", edit("  [2, 4],\n", ""), "test-setup"],
    ["be commented out", edit(/ {2}it\("rounds"[\s\S]*?\n {2}\}\);\n/, '/* it("rounds") */'), "test-deleted"],
    [
      "be wrapped in a condition",
      edit(
        /( {2}it\("rounds"[\s\S]*?\n {2}\}\);\n)/,
        'if (process.env.ALL) {\n  it("rounds", () => {\n    expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5);\n  });\n}\n',
      ),
      "test-deleted",
    ],
    ["become a plan", edit(/it\("rounds"[\s\S]*?\n {2}\}\);\n/, 'it.todo("rounds");\n'), "test-skipped"],
    ["lose an assertion", edit("    expect(total(makeCart([]))).toBe(0);\n", ""), "test-weakened"],
    [
      "lose their only assertion",
      edit("    expect(total(makeCart([0.1, 0.2]))).toBeCloseTo(0.3, 5);\n", ""),
      "test-weakened",
    ],
    ["be truthy instead", edit("toBe(3)", "toBeTruthy()"), "test-weakened"],
    ["be defined instead", edit("toBe(3)", "toBeDefined()"), "test-weakened"],
    ["match loosely", edit("toStrictEqual({ ok", "toMatchObject({ ok"), "test-weakened"],
    ["expect another value", edit("toBe(3)", "toBe(4)"), "test-weakened"],
    ["expect anything", edit("toBe(3)", "toEqual(expect.anything())"), "test-weakened"],
    ["throw anything", edit('toThrow("negative price")', "toThrow()"), "test-weakened"],
    ["throw something else", edit('toThrow("negative price")', 'toThrow("")'), "test-weakened"],
    [
      "be turned round",
      edit("expect(total(cart)).toBe(3)", "expect(total(cart)).not.toBe(4)"),
      "test-weakened",
    ],
    ["lose a not", edit(".not.toBe(place)", ".toBe(place)"), "test-weakened"],
    ["look at something else", edit("expect(total(cart))", "expect(3)"), "test-weakened"],
    ["have another input", edit("makeCart([0.1, 0.2])", "makeCart([0.3])"), "test-weakened"],
    ["lose an await", edit("await expect", "expect"), "test-weakened"],
    [
      "swallow what fails",
      edit("    expect(total(cart)).toBe(3);", "    try { expect(total(cart)).toBe(3); } catch {}"),
      "test-weakened",
    ],
    [
      "check only sometimes",
      edit("    expect(total(cart)).toBe(3);", "    if (total(cart) === 3) expect(total(cart)).toBe(3);"),
      "test-weakened",
    ],
    ["be skipped", edit('it("rounds"', 'it.skip("rounds"'), "test-skipped"],
    ["be skipped by a bracket", edit('it("rounds"', 'it["skip"]("rounds"'), "test-skipped"],
    ["be skipped by an option", edit("timeout: 500", "timeout: 500, skip: true"), "test-skipped"],
    ["be skipped as a suite", edit('describe("total"', 'describe.skip("total"'), "test-skipped"],
    ["be skipped on a condition", edit('it("rounds"', 'it.skipIf(true)("rounds"'), "test-skipped"],
    ["be expected to fail", edit('it("rounds"', 'it.fails("rounds"'), "test-skipped"],
    ["be skipped in more cases", edit('process.platform === "win32"', "true"), "test-skipped"],
    [
      "be given a test that no machine runs",
      edit(
        'it("rounds"',
        'it.skipIf(true)("is new", () => {\n    expect(total(cart)).toBe(3);\n  });\n  it("rounds"',
      ),
      "test-skipped",
    ],
    [
      "gain a hook that does more than take stand-ins away",
      edit(
        'it("adds prices"',
        'afterEach(() => {\n    vi.restoreAllMocks();\n    cart = makeCart([3]);\n  });\n  it("adds prices"',
      ),
      "test-setup",
    ],
    ["be silenced by only", edit('it("rounds"', 'it.only("rounds"'), "test-skipped"],
    [
      "be silenced by a new test that runs alone",
      edit('it("rounds"', `${swap(newTest, "it(", "it.only(")}it("rounds"`),
      "test-skipped",
    ],
    [
      "be given a new skipped test",
      edit('it("rounds"', `${swap(newTest, "it(", "it.skip(")}it("rounds"`),
      "test-skipped",
    ],
    ["end early", edit("    // The sum.", "    return;"), "test-skipped"],
    ["end early on a condition", edit("    // The sum.", "    if (!cart) return;"), "test-skipped"],
    ["leave the process", edit("    // The sum.", "    process.exit(0);"), "test-skipped"],
    [
      "skip from inside",
      edit('it("rounds", () => {', 'it("rounds", (t) => {\n    t.skip();'),
      "test-skipped",
    ],
    ["be less exact", edit("toBeCloseTo(0.3, 5)", "toBeCloseTo(0.3, 1)"), "test-tolerance"],
    ["be compared with no digits", edit("toBeCloseTo(0.3, 5)", "toBeCloseTo(0.3)"), "test-tolerance"],
    ["have more time", edit("timeout: 500", "timeout: 5000"), "test-tolerance"],
    [
      "be given time",
      edit("toBeCloseTo(0.3, 5);\n  });", "toBeCloseTo(0.3, 5);\n  }, 60_000);"),
      "test-tolerance",
    ],
    ["be tried again", edit("timeout: 500", "timeout: 500, retry: 3"), "test-tolerance"],
    [
      "all be given time",
      edit("let cart: Cart;", "vi.setConfig({ testTimeout: 60_000 });\nlet cart: Cart;"),
      "test-tolerance",
    ],
    [
      "have a module mocked",
      edit("let cart: Cart;", 'vi.mock("./cart.ts", () => ({ total: () => 3 }));\nlet cart: Cart;'),
      "test-setup",
    ],
    [
      "have a prototype patched",
      edit("let cart: Cart;", "Cart.prototype.sum = () => 3;\nlet cart: Cart;"),
      "test-setup",
    ],
    [
      "have a prototype spied on in a new test",
      edit(
        'it("rounds"',
        'it("x", () => {\n    vi.spyOn(Cart.prototype, "sum").mockReturnValue(3);\n    expect(1).toBe(1);\n  });\n  it("rounds"',
      ),
      "test-setup",
    ],
    [
      "have an import patched in a new test",
      edit(
        'it("rounds"',
        'it("x", () => {\n    Cart.sum = () => 3;\n    expect(1).toBe(1);\n  });\n  it("rounds"',
      ),
      "test-setup",
    ],
    [
      "have matchers replaced in a new test",
      edit(
        'it("rounds"',
        'it("x", () => {\n    expect.extend({ toBe: () => ({ pass: true }) });\n  });\n  it("rounds"',
      ),
      "test-setup",
    ],
    [
      "have a prototype patched by another name",
      edit(
        'it("rounds"',
        'it("x", () => {\n    const other = Array;\n    other.prototype.map = () => [];\n  });\n  it("rounds"',
      ),
      "test-setup",
    ],
    [
      "be patched where they were planned",
      edit('it.todo("does more");', 'it("does more", () => {\n    Cart.sum = () => 3;\n  });'),
      "test-setup",
    ],
    [
      "have globals replaced",
      edit("let cart: Cart;", "globalThis.expect = () => new Proxy({}, {});\nlet cart: Cart;"),
      "test-setup",
    ],
    [
      "gain a hook",
      edit('it("adds prices"', 'beforeEach(() => {\n    cart = { sum: 3 };\n  });\n  it("adds prices"'),
      "test-setup",
    ],
    ["gain a statement", edit("    // The sum.", "    cart.items = [3];"), "test-setup"],
    [
      "gain an assertion that changes something",
      edit("    // The sum.", "    expect((cart.sum = () => 3)).toBeTruthy();"),
      "test-setup",
    ],
    ["have another helper", edit("return new Cart(prices)", "return new Cart([3])"), "test-setup"],
    ["have another hook", edit("cart = makeCart();", "cart = makeCart([3]);"), "test-setup"],
    ["have another default", edit("prices = [1, 2]", "prices = [3]"), "test-setup"],
    ["import something else", edit('from "./cart.ts"', 'from "./fake-cart.ts"'), "test-setup"],
    ["import another name", edit("{ Cart, total }", "{ Cart, three as total }"), "test-setup"],
    [
      "have a name hidden",
      edit("describe, expect,", "describe,").replace(
        "let cart: Cart;",
        "const expect = () => ({ toBe() {} });\nlet cart: Cart;",
      ),
      "test-setup",
    ],
    [
      "have a name hidden in a suite",
      edit('it("adds prices"', 'const total = () => 3;\n  it("adds prices"'),
      "test-setup",
    ],
    [
      "gain a statement that runs at once",
      edit("let cart: Cart;", "patchEverything();\nlet cart: Cart;"),
      "test-setup",
    ],
    ["stop parsing", edit("let cart", "let let cart ((("), "test-unreadable"],
  ])("%s", async (_name, after, rule) => {
    const denials = await listDenials(path, base, after);
    expect(denials.map((denial) => denial.split(":")[0])).toContain(rule);
    expect(new Set(denials).size).toBeGreaterThan(0);
  });
});
