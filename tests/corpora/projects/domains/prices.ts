import type { Domain } from "../domain.ts";

/** Prices with tax; cents are cut where they should be rounded. */
export const prices: Domain = {
  module: "prices",
  names: ["withTax", "addTax", "grossPrice"],
  parameters: [
    { name: "cents", type: "number" },
    { name: "percent", type: "number" },
  ],
  returns: "number",
  summary: "A price with tax, in cents, rounded to the nearest cent.",
  js: {
    buggy: "return Math.floor((cents * (100 + percent)) / 100);",
    fixes: {
      operator: { body: "return Math.round((cents * (100 + percent)) / 100);" },
      guard: {
        body: "const exact = cents * (100 + percent);\nconst rest = exact % 100;\nif (rest >= 50) {\n  return (exact - rest) / 100 + 1;\n}\nreturn (exact - rest) / 100;",
      },
      loop: { body: "const exact = cents * (100 + percent);\nreturn Math.floor((exact + 50) / 100);" },
      helper: {
        body: "return toCents((cents * (100 + percent)) / 100);",
        helper: "function toCents(amount) {\n  return Math.round(amount);\n}",
      },
    },
  },
  py: {
    buggy: "return cents * (100 + percent) // 100",
    fixes: {
      operator: { body: "return (cents * (100 + percent) + 50) // 100" },
      guard: {
        body: "whole, rest = divmod(cents * (100 + percent), 100)\nif rest >= 50:\n    return whole + 1\nreturn whole",
      },
      loop: { body: "exact = cents * (100 + percent)\nreturn (exact + 50) // 100" },
      helper: {
        body: "return _to_cents(cents * (100 + percent))",
        helper: "def _to_cents(hundredths):\n    return (hundredths + 50) // 100",
      },
    },
  },
  right: (cents, percent) => Math.round((Number(cents) * (100 + Number(percent))) / 100),
  ordinary: (random) => [random.int(2, 90) * 100, random.int(3, 25)],
  edge: (random) => {
    const percent = random.pick([7, 9, 11, 13, 17, 19, 21, 23]);
    let cents = random.int(101, 9000);
    while ((cents * (100 + percent)) % 100 < 51) cents += 1;
    return [cents, percent];
  },
};
