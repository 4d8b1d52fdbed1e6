import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { evaluate, tokenize } from "./calculator.js";

describe("tokenize", () => {
  it("tells tokens apart", () => {
    assert.deepEqual(tokenize("2.5*x1 "), [
      { kind: "number", value: "2.5", at: 0 },
      { kind: "sign", value: "*", at: 3 },
      { kind: "name", value: "x1", at: 4 },
    ]);
  });
  it("refuses other signs", () => assert.throws(() => tokenize("1 $ 2"), /unexpected \$ at 2/));
});
describe("evaluate", () => {
  const cases = [
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["24 / 4 / 2", 3],
    ["2 ^ 3 ^ 2", 512],
    ["-3 + 5", 2],
    ["2 * -3", -6],
    ["-2 ^ 2", -4],
    ["--2", 2],
    ["17 % 5", 2],
    ["max(1, 2 + 3, 4)", 5],
    ["abs(-2) + min(3, 1)", 3],
    ["round(2.6)", 3],
  ];
  for (const [text, value] of cases) it(text, () => assert.equal(evaluate(text), value));
  it("looks names up", () => assert.equal(evaluate("a * (b + 1)", { a: 3, b: 4 }), 15));
  it("knows no other names", () => {
    assert.throws(() => evaluate("a"), ReferenceError);
    assert.throws(() => evaluate("toString(1)"), SyntaxError);
  });
  it("refuses what is not whole", () => {
    for (const text of ["", "1 +", "(1", "1 2", "max(1", "1)", "* 2"]) assert.throws(() => evaluate(text), SyntaxError);
  });
  it("does not divide by zero", () => assert.throws(() => evaluate("1 / (2 - 2)"), RangeError));
});
