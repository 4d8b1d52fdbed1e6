import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { indexOfRotated, indexOfSorted, insertSorted, largestFitting, lowerBound, pairWithSum, select } from "./search.js";

describe("lowerBound", () => {
  it("finds the first of equal ones", () => assert.equal(lowerBound([1, 3, 3, 3, 5], 3), 1));
  it("finds where a value would be", () => assert.deepEqual([0, 2, 6].map((value) => lowerBound([1, 3, 5], value)), [0, 1, 3]));
  it("takes nothing", () => assert.equal(lowerBound([], 1), 0));
  it("takes another order", () => assert.equal(lowerBound(["a", "bb", "dddd"], "ccc", (a, b) => a.length - b.length), 2));
});
describe("indexOfSorted", () => {
  it("finds", () => assert.deepEqual([2, 4, 9].map((value) => indexOfSorted([2, 4, 6, 9], value)), [0, 1, 3]));
  it("does not find", () => assert.deepEqual([1, 5, 10].map((value) => indexOfSorted([2, 4, 6, 9], value)), [-1, -1, -1]));
});
it("inserts", () => {
  assert.deepEqual(insertSorted([1, 3, 5], 4), [1, 3, 4, 5]);
  assert.deepEqual(insertSorted([1, 2], 3), [1, 2, 3]);
  assert.deepEqual(insertSorted([], 1), [1]);
});
describe("largestFitting", () => {
  it("finds a root", () => assert.equal(largestFitting(0, 100, (n) => n * n <= 50), 7));
  it("finds the end", () => assert.equal(largestFitting(1, 8, () => true), 8));
  it("finds none", () => assert.equal(largestFitting(1, 8, () => false), null));
});
describe("indexOfRotated", () => {
  const items = [7, 9, 11, 1, 3, 5];
  it("finds every item", () => assert.deepEqual(items.map((item) => indexOfRotated(items, item)), [0, 1, 2, 3, 4, 5]));
  it("does not find others", () => assert.deepEqual([0, 4, 12].map((item) => indexOfRotated(items, item)), [-1, -1, -1]));
  it("takes a list that was not turned", () => assert.equal(indexOfRotated([1, 2, 3], 3), 2));
});
describe("select", () => {
  it("finds ranks", () => assert.deepEqual([0, 1, 2, 3, 4].map((rank) => select([5, 1, 4, 1, 3], rank)), [1, 1, 3, 4, 5]));
  it("has no other ranks", () => assert.deepEqual([select([1], 1), select([1], -1)], [undefined, undefined]));
});
describe("pairWithSum", () => {
  it("finds a pair", () => assert.deepEqual(pairWithSum([2, 7, 11, 15], 26), [2, 3]));
  it("takes no item twice", () => assert.equal(pairWithSum([3, 4], 6), null));
  it("takes two that are equal", () => assert.deepEqual(pairWithSum([3, 1, 3], 6), [0, 2]));
  it("takes the first place", () => assert.deepEqual(pairWithSum([0, 5], 5), [0, 1]));
  it("takes the first of equal ones", () => assert.deepEqual(pairWithSum([1, 1, 4], 5), [0, 2]));
});
