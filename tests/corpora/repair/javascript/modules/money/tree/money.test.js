import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addTax, allocate, formatAmount, makeChange, parseAmount } from "./money.js";

describe("parseAmount", () => {
  it("reads amounts", () => {
    assert.equal(parseAmount("12.34"), 1234);
    assert.equal(parseAmount("$7"), 700);
  });
  it("reads one digit behind the point", () => assert.equal(parseAmount("1.5"), 150));
  it("reads thousands", () => assert.equal(parseAmount("1,234,567.89"), 123456789));
  it("reads debts", () => assert.equal(parseAmount(" -€3.05 "), -305));
  it("refuses other text", () => {
    for (const text of ["", "abc", "1.234", "1,23"]) assert.throws(() => parseAmount(text), SyntaxError);
  });
});
describe("formatAmount", () => {
  it("writes cents", () => assert.equal(formatAmount(5), "$0.05"));
  it("writes thousands", () => {
    assert.equal(formatAmount(123456789), "$1,234,567.89");
    assert.equal(formatAmount(99999), "$999.99");
  });
  it("writes debts", () => assert.equal(formatAmount(-123450, "€"), "-€1,234.50"));
});
describe("allocate", () => {
  it("splits evenly", () => assert.deepEqual(allocate(900, [1, 1, 1]), [300, 300, 300]));
  it("loses no cent", () => {
    assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(allocate(101, [1, 1, 1]), [34, 34, 33]);
  });
  it("gives odd cents to the largest remainders", () => assert.deepEqual(allocate(101, [2, 1]), [67, 34]));
  it("goes by weight", () => assert.deepEqual(allocate(1000, [7, 3]), [700, 300]));
  it("gives nothing for no weight", () => assert.deepEqual(allocate(5, [0, 1]), [0, 5]));
  it("refuses no weights", () => assert.throws(() => allocate(5, [0, 0]), RangeError));
});
describe("addTax", () => {
  it("adds percent", () => assert.equal(addTax(1000, 19), 1190));
  it("rounds", () => assert.equal(addTax(50, 7), 54));
});
describe("makeChange", () => {
  it("uses large coins first", () => assert.deepEqual([...makeChange(388)], [[200, 1], [100, 1], [50, 1], [20, 1], [10, 1], [5, 1], [2, 1], [1, 1]]));
  it("uses a coin more than once", () => assert.deepEqual([...makeChange(440)], [[200, 2], [20, 2]]));
  it("sorts the coins", () => assert.deepEqual([...makeChange(30, [5, 25])], [[25, 1], [5, 1]]));
  it("says what it cannot make", () => assert.throws(() => makeChange(3, [2]), /1 cannot/));
});
