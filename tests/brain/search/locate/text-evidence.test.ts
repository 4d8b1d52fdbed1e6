import { expect, it } from "vitest";
import { findTextEvidence } from "../../../../src/brain/search/locate/text-evidence.ts";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";

const parser = createSourceParser();
const files: Readonly<Record<string, string>> = {
  "a.js":
    "export function total(prices) {\n  return prices.length;\n}\nexport function other(x) {\n  return x;\n}\n",
  "a.py": "def monthly_price(rows):\n    return rows\n\nimport os\n",
  "broken.js": "export function total( {\n",
};
const sandbox = {
  read: async (path: string) => (path in files ? Buffer.from(files[path] ?? "") : null),
};
const find = (mentioned: readonly string[]) =>
  findTextEvidence(
    { files: [...Object.keys(files), "gone.js"], mentioned: new Set(mentioned) },
    { parser, sandbox },
  );

it("suspects the function that a test names most, then the one that shares its words, and no other line", async () => {
  const found = await find(["total", "Prices", "row"]);
  const lines = found.get("a.js")?.lines ?? new Map<number, number>();
  expect(lines.get(2)).toBeGreaterThan(0.6);
  expect(lines.get(5)).toBe(0);
  const python = found.get("a.py")?.lines ?? new Map<number, number>();
  expect(python.get(4)).toBeUndefined();
  const alike = (await find(["monthly price"])).get("a.py")?.lines.get(2) ?? 0;
  expect(alike).toBeGreaterThan(0);
  expect(alike).toBeLessThan(0.6);
});

it("says nothing of files that are gone or do not parse", async () => {
  expect([...(await find(["total"])).keys()].toSorted()).toEqual(["a.js", "a.py"]);
});
