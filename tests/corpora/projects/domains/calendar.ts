import type { Domain } from "../domain.ts";

/** Leap years without the rule of centuries. */
export const calendar: Domain = {
  module: "calendar",
  names: ["isLeapYear", "hasLeapDay", "isLongYear"],
  parameters: [{ name: "year", type: "number" }],
  returns: "boolean",
  summary: "Whether a year of the Gregorian calendar has a 29th of February.",
  js: {
    buggy: "return year % 4 === 0;",
    fixes: {
      operator: { body: "return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;" },
      guard: {
        body: "if (year % 400 === 0) {\n  return true;\n}\nif (year % 100 === 0) {\n  return false;\n}\nreturn year % 4 === 0;",
      },
      loop: {
        body: "const isCentury = year % 100 === 0;\nreturn isCentury ? year % 400 === 0 : year % 4 === 0;",
      },
      helper: {
        body: "return year % (isCentury(year) ? 400 : 4) === 0;",
        helper: "function isCentury(year) {\n  return year % 100 === 0;\n}",
      },
    },
  },
  py: {
    buggy: "return year % 4 == 0",
    fixes: {
      operator: { body: "return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0" },
      guard: {
        body: "if year % 400 == 0:\n    return True\nif year % 100 == 0:\n    return False\nreturn year % 4 == 0",
      },
      loop: { body: "is_century = year % 100 == 0\nreturn year % (400 if is_century else 4) == 0" },
      helper: {
        body: "return year % (400 if _is_century(year) else 4) == 0",
        helper: "def _is_century(year):\n    return year % 100 == 0",
      },
    },
  },
  right: (year) => {
    const number = Number(year);
    return (number % 4 === 0 && number % 100 !== 0) || number % 400 === 0;
  },
  ordinary: (random) => [random.int(1901, 1999)],
  edge: (random) => [random.pick([1700, 1800, 1900, 2100, 2200, 2300, 2500, 2600, 2700, 2900])],
};
