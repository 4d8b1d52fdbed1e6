/** What mends one bug of the example project. */
export type Fix = {
  /** Stands in the heading of what fails. */
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
    mark: "src/slug.js",
    file: "src/slug.js",
    old: 'if (slug == "")',
    new: 'if (slug === "")',
    summary: "compare strictly in slugOf",
    gate: "lint",
  },
  {
    mark: "test/cart",
    file: "src/cart.js",
    old: "goods + discount + bag",
    new: "goods - discount + bag",
    summary: "take the discount off in total",
    gate: "tests",
  },
  {
    mark: "test/csv",
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
    mark: "test/opening-hours",
    file: "src/opening-hours.js",
    old: "now < end;\n  return now >= start && now < end;",
    new: "now < end;\n  return now >= start || now < end;",
    summary: "stay open past midnight in isOpen",
    gate: "tests",
  },
  {
    mark: "test/pages",
    file: "src/pages.js",
    old: "hasNext: page <= pageCount",
    new: "hasNext: page < pageCount",
    summary: "end with the last page in paginate",
    gate: "tests",
  },
  {
    mark: "test/stock",
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

/** The fix of the bug that the first heading of a prompt names, or null; lessons of other bugs may stand anywhere. */
export function findFix(prompt: string): Fix | null {
  for (const line of prompt.split("\n")) {
    const fix = line.startsWith("## ") ? fixes.find(({ mark }) => line.includes(mark)) : undefined;
    if (fix !== undefined) return fix;
  }
  return null;
}
