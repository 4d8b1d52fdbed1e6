import assert from "node:assert/strict";
import { test } from "node:test";
import { RangeSet } from "./range-set.ts";

const of = (text: string) => RangeSet.parse(text);

test("reads and writes", () => assert.equal(String(of("1-5, 8,10-12")), "1-5,8,10-12"));
test("reads nothing", () => assert.equal(String(of(" ")), ""));
test("refuses other text", () => {
  for (const text of ["a", "1-", "1--2", "1,,2"]) assert.throws(() => of(text), SyntaxError);
});
test("joins what overlaps or touches", () => assert.equal(String(of("7-9,1-3,4,8-12")), "1-4,7-12"));
test("joins what is within", () => assert.equal(String(of("1-10,3-4")), "1-10"));
test("drops what is empty", () => assert.equal(String(RangeSet.of([5, 2], [7, 7])), "7"));
test("counts", () => assert.equal(of("1-5,8").size, 6));
test("finds numbers", () => {
  const set = of("1-3,6,9-12,20-30");
  assert.deepEqual([1, 3, 6, 12, 20, 30].map((value) => set.has(value)), [true, true, true, true, true, true]);
  assert.deepEqual([0, 4, 5, 7, 13, 31].map((value) => set.has(value)), [false, false, false, false, false, false]);
});
test("unites", () => assert.equal(String(of("1-3,8").union(of("4-5,10"))), "1-5,8,10"));
test("intersects", () => {
  assert.equal(String(of("1-5,8-12").intersect(of("4-9,11"))), "4-5,8-9,11");
  assert.equal(String(of("1-2").intersect(of("3-4"))), "");
  assert.equal(String(of("1-10").intersect(of("1-3,5,7-10"))), "1-3,5,7-10");
});
test("finds gaps", () => {
  assert.equal(String(of("3-4,8").gaps(1, 10)), "1-2,5-7,9-10");
  assert.equal(String(of("1-4").gaps(2, 6)), "5-6");
  assert.equal(String(of("1-9").gaps(2, 6)), "");
  assert.equal(String(of("20").gaps(1, 5)), "1-5");
});
test("subtracts", () => {
  assert.equal(String(of("1-10,20-22").subtract(of("3-4,9-20"))), "1-2,5-8,21-22");
  assert.equal(String(of("1-3").subtract(of(""))), "1-3");
});
test("compares", () => {
  assert.equal(of("1-3,5").equals(of("5,1,2-3")), true);
  assert.equal(of("1-3").equals(of("1-3,5")), false);
  assert.equal(of("1-3").equals(of("1-4")), false);
});
