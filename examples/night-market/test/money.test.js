import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatAmount, parseAmount, percentOf } from "../src/money.js";

describe("money", () => {
  it("reads amounts", () => {
    assert.equal(parseAmount("3.50"), 350);
    assert.equal(parseAmount(" 12 "), 1200);
  });

  it("refuses what is no amount", () => {
    for (const text of ["", "3.5", "-1", "three"]) assert.throws(() => parseAmount(text), RangeError);
  });

  it("writes amounts", () => {
    assert.equal(formatAmount(350), "3.50");
    assert.equal(formatAmount(5), "0.05");
    assert.equal(formatAmount(-1999), "-19.99");
  });

  it("rounds percentages to the cent", () => {
    assert.equal(percentOf(1500, 10), 150);
    assert.equal(percentOf(105, 10), 11);
  });
});
