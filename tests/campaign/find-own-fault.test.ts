import { describe, expect, it } from "vitest";
import { findOwnFault } from "../../src/campaign/reproduction/find-own-fault.ts";
import type { Check } from "../../src/domain/gate.ts";

const file = "test/total.test.js";
const tracked = new Set([file, "src/price.js", "shop/price.py", "tests/test_total.py"]);
const find = (changes: Partial<Check>, allowsNewNames = false) => {
  const check: Check = { file, suite: "", name: "adds", status: "failed", ...changes };
  return findOwnFault(check, { siblings: [check], tracked, allowsNewNames });
};
const inTest = "    at test/total.test.js:3:1";
const inSource = "    at total (src/price.js:2:9)\n    at test/total.test.js:3:1";

describe("findOwnFault", () => {
  it.each([
    ["an assertion", { message: "Expected values to be strictly equal:\n\n1 !== 5", stack: inTest }],
    ["an assertion about time-outs", { message: "expected 'timeout' to be 'ok'", stack: inTest }],
    ["an error of the code under test", { message: "ReferenceError: wrod is not defined", stack: inSource }],
    [
      "a call that the code under test does",
      { message: "TypeError: x.map is not a function", stack: inSource },
    ],
    [
      "what the code gave",
      { message: "TypeError: Cannot read properties of undefined (reading 'a')", stack: inTest },
    ],
    ["a parser of the code under test", { message: "SyntaxError: Unexpected token", stack: inSource }],
    [
      "an error of the code under test, in Python",
      {
        message: "NameError: name 'prise' is not defined",
        stack: "tests/test_total.py:5: \nshop/price.py:3: NameError",
      },
    ],
    [
      "a wrong None",
      { message: "AttributeError: 'NoneType' object has no attribute 'total'", stack: inTest },
    ],
  ])("counts %s", (_, changes) => {
    expect(find(changes)).toBeNull();
  });

  it.each([
    [
      "vitest's imports",
      { message: 'Failed to resolve import "./prise" from "test/total.test.js"' },
      "not there",
    ],
    [
      "jest's imports",
      { message: "Cannot find module '../src/prise' from 'test/total.test.js'" },
      "not there",
    ],
    ["node's imports", { message: "does not provide an export named 'sum'" }, "not there"],
    ["Python's imports", { message: "ImportError: cannot import name 'sum' from 'shop.price'" }, "not there"],
    ["a file that does not load", { name: "(file)", message: "SyntaxError: missing )" }, "does not load"],
    ["a hook", { name: '"before all" hook for "adds"', message: "no" }, "does not load"],
    ["vitest's time-out", { message: "Error: Test timed out in 5000ms." }, "too long"],
    ["jest's time-out", { message: 'thrown: "Exceeded timeout of 5000 ms for a test.' }, "too long"],
    ["mocha's time-out", { message: "Error: Timeout of 2000ms exceeded. For async tests" }, "too long"],
    ["pytest's time-out", { message: "Failed: Timeout >1.0s" }, "too long"],
    ["a name of its own", { message: "ReferenceError: totall is not defined", stack: inTest }, "of its own"],
    ["a name of its own, without a stack", { message: "totall is not defined" }, "of its own"],
    ["a fixture", { message: "fixture 'shop' not found" }, "fixture"],
    [
      "what the project lacks",
      { message: "TypeError: (0 , sum) is not a function", stack: inTest },
      "not have",
    ],
  ])("does not count %s", (_, changes, reason) => {
    expect(find(changes)).toContain(reason);
  });

  it("counts a name that the project lacks where new names are allowed", () => {
    expect(find({ message: "TypeError: (0 , sum) is not a function", stack: inTest }, true)).toBeNull();
  });
});
