/** What mends one bug of the example project. */
export type Fix = {
  /** One of them stands in the heading of what fails. */
  readonly marks: readonly string[];
  readonly file: string;
  readonly old: string;
  readonly new: string;
  readonly summary: string;
  /** The gate that it turns green. */
  readonly gate: string;
  /** Another test that shows the bug; null where no test can. */
  readonly test: { readonly path: string; readonly content: string } | null;
  /** Words of a person who asks for it. */
  readonly request?: string;
  /** A change that turns the gate green all the same, and tests that a right fix passes and this one fails. */
  readonly careless?: { readonly new: string; readonly attack: string };
};

/** One fix for each bug of the example project; that of the csv reader takes more than one edit of a token. */
export const fixes: readonly Fix[] = [
  {
    marks: ["src/slug.js"],
    file: "src/slug.js",
    old: 'if (slug == "")',
    new: 'if (slug === "")',
    summary: "compare strictly in slugOf",
    gate: "lint",
    test: null,
  },
  {
    marks: ["test/cart"],
    file: "src/cart.js",
    old: "goods + discount + bag",
    new: "goods - discount + bag",
    summary: "take the discount off in total",
    gate: "tests",
    test: writeTest({
      path: "test/cart-regulars.test.js",
      name: "total",
      from: "cart.js",
      title: "takes a tenth off",
      check: `assert.equal(total([{ cents: 100, quantity: 2 }], { isRegular: true }), 180)`,
    }),
  },
  {
    marks: ["test/csv"],
    file: "src/csv.js",
    old: `  for (const character of line) {
    if (character === '"') {`,
    new: `  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && isQuoted && line[at + 1] === '"') {
      field += character;
      at += 1;
    } else if (character === '"') {`,
    summary: "read doubled quotes as one in parseLine",
    gate: "tests",
    test: writeTest({
      path: "test/csv-quotes.test.js",
      name: "parseCsv",
      from: "csv.js",
      title: "keeps a doubled quote",
      check: `assert.deepEqual(parseCsv('"a""b"'), [['a"b']])`,
    }),
  },
  {
    marks: ["test/opening-hours"],
    file: "src/opening-hours.js",
    old: "now < end;\n  return now >= start && now < end;",
    new: "now < end;\n  return now >= start || now < end;",
    summary: "stay open past midnight in isOpen",
    gate: "tests",
    test: writeTest({
      path: "test/opening-hours-late.test.js",
      name: "isOpen",
      from: "opening-hours.js",
      title: "is open late",
      check: `assert.equal(isOpen({ opens: "20:00", closes: "03:00" }, "21:00"), true)`,
    }),
  },
  {
    marks: ["test/pages"],
    file: "src/pages.js",
    old: "hasNext: page <= pageCount",
    new: "hasNext: page < pageCount",
    summary: "end with the last page in paginate",
    gate: "tests",
    test: writeTest({
      path: "test/pages-end.test.js",
      name: "paginate",
      from: "pages.js",
      title: "has no page after the last",
      check: `assert.equal(paginate(["a"], { size: 1 }).hasNext, false)`,
    }),
    request: "the last page says that one more follows",
    careless: {
      new: "hasNext: page !== pageCount",
      attack: `import assert from "node:assert/strict";
import { it } from "node:test";
import { paginate } from "../src/pages.js";

it("has nothing after a page beyond the end", () => {
  assert.equal(paginate(["a"], { page: 3, size: 1 }).hasNext, false);
});
`,
    },
  },
  {
    marks: ["test/stock"],
    file: "src/stock.js",
    old: "item.reserved + left",
    new: "item.reserved + quantity",
    summary: "reserve what is asked for in reserve",
    gate: "tests",
    test: writeTest({
      path: "test/stock-reserve.test.js",
      name: "reserve",
      from: "stock.js",
      title: "reserves one",
      check: `assert.equal(reserve({ onHand: 5, reserved: 0 }, 1).item.reserved, 1)`,
    }),
  },
  {
    marks: ["golden/friday", "test/takings"],
    file: "src/takings.js",
    old: "a.cents - b.cents",
    new: "b.cents - a.cents",
    summary: "put the best stall first in takingsByStall",
    gate: "takings",
    test: writeTest({
      path: "test/takings.test.js",
      name: "takingsByStall",
      from: "takings.js",
      title: "puts the best stall first",
      check: `assert.equal(takingsByStall([1, 2].map((quantity) => ({ stall: "s" + quantity, price: "1.00", quantity })))[0].stall, "s2")`,
    }),
  },
];

/** How the failures of an item are headed in prompts. */
const headings = /^## (Failing|Lint findings|Golden project|What fails)/;

/** The fix of the bug that a prompt says fails, or that a person asks for; others may be named anywhere in it. */
export function findFix(prompt: string): Fix | null {
  for (const line of prompt.split("\n")) {
    const isHeading = headings.test(line);
    const fix = fixes.find(
      ({ marks, request }) =>
        (isHeading && marks.some((mark) => line.includes(mark))) ||
        (request !== undefined && line.includes(request)),
    );
    if (fix !== undefined) return fix;
  }
  return null;
}

function writeTest(test: {
  readonly path: string;
  /** What is imported. */
  readonly name: string;
  readonly from: string;
  readonly title: string;
  readonly check: string;
}): { readonly path: string; readonly content: string } {
  const content = `import assert from "node:assert/strict";
import { it } from "node:test";
import { ${test.name} } from "../src/${test.from}";

it("${test.title}", () => {
  ${test.check};
});
`;
  return { path: test.path, content };
}
