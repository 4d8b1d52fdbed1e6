/** What mends one bug of the example project. */
export type Fix = {
  /** Stands in the item's title, and so early in what a model is told. */
  readonly mark: string;
  readonly file: string;
  readonly old: string;
  readonly new: string;
  readonly summary: string;
  /** The gate that it turns green. */
  readonly gate: string;
};

/** One fix for each bug of the example project; that of the csv reader takes more than one edit of a token. */
export const fixes: readonly Fix[] = [
  {
    mark: "strict-equality",
    file: "src/slug.js",
    old: 'if (slug == "")',
    new: 'if (slug === "")',
    summary: "compare strictly in slugOf",
    gate: "lint",
  },
  {
    mark: "test/cart.test.js",
    file: "src/cart.js",
    old: "goods + discount + bag",
    new: "goods - discount + bag",
    summary: "take the discount off in total",
    gate: "tests",
  },
  {
    mark: "test/csv.test.js",
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
  },
  {
    mark: "test/opening-hours.test.js",
    file: "src/opening-hours.js",
    old: "now < end;\n  return now >= start && now < end;",
    new: "now < end;\n  return now >= start || now < end;",
    summary: "stay open past midnight in isOpen",
    gate: "tests",
  },
  {
    mark: "test/pages.test.js",
    file: "src/pages.js",
    old: "hasNext: page <= pageCount",
    new: "hasNext: page < pageCount",
    summary: "end with the last page in paginate",
    gate: "tests",
  },
  {
    mark: "test/stock.test.js",
    file: "src/stock.js",
    old: "item.reserved + left",
    new: "item.reserved + quantity",
    summary: "reserve what is asked for in reserve",
    gate: "tests",
  },
  {
    mark: "golden/friday",
    file: "src/takings.js",
    old: "a.cents - b.cents",
    new: "b.cents - a.cents",
    summary: "put the best stall first in takingsByStall",
    gate: "takings",
  },
];

/** The fix of the bug that a text names first. */
export function findFix(text: string): Fix {
  const places = fixes
    .map((fix) => ({ fix, at: text.indexOf(fix.mark) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at);
  const [first] = places;
  if (first === undefined) throw new Error(`no bug of the night market is named in: ${text.slice(0, 2000)}`);
  return first.fix;
}
