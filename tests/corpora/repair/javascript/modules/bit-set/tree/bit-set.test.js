import assert from "node:assert/strict";
import { test } from "node:test";
import { BitSet } from "./bit-set.js";

const list = (set) => [...set.values()];

test("holds what was added", () => {
  const set = new BitSet([3, 40]);
  assert.equal(set.has(3), true);
  assert.equal(set.has(4), false);
  assert.equal(set.has(40), true);
  assert.equal(set.has(8), false);
  assert.equal(set.has(1000), false);
});
test("gives its numbers in order", () => assert.deepEqual(list(new BitSet([70, 2, 31, 32, 2])), [2, 31, 32, 70]));
test("deletes", () => {
  const set = new BitSet([1, 2, 33]);
  set.delete(33).delete(7).delete(900);
  assert.deepEqual(list(set), [1, 2]);
});
test("counts", () => {
  assert.equal(new BitSet([0, 31, 32, 95]).size, 4);
  assert.equal(new BitSet().size, 0);
});
test("unites", () => assert.deepEqual(list(new BitSet([1, 50]).union(new BitSet([2]))), [1, 2, 50]));
test("intersects", () => assert.deepEqual(list(new BitSet([1, 2, 50]).intersection(new BitSet([2, 50, 60]))), [2, 50]));
test("subtracts", () => assert.deepEqual(list(new BitSet([1, 2, 50]).difference(new BitSet([2, 99]))), [1, 50]));
test("knows subsets", () => {
  assert.equal(new BitSet([1, 50]).isSubsetOf(new BitSet([1, 2, 50])), true);
  assert.equal(new BitSet([1, 51]).isSubsetOf(new BitSet([1, 2, 50])), false);
  assert.equal(new BitSet().isSubsetOf(new BitSet()), true);
});
test("finds the first that is free", () => {
  assert.equal(new BitSet([0, 1, 3]).firstFree(), 2);
  assert.equal(new BitSet().firstFree(), 0);
  const full = new BitSet(Array.from({ length: 32 }, (_, at) => at));
  assert.equal(full.firstFree(), 32);
  assert.equal(full.add(33).firstFree(), 32);
});
test("is written with runs", () => {
  assert.equal(String(new BitSet([0, 1, 2, 3, 7, 9, 10])), "0-3,7,9,10");
  assert.equal(String(new BitSet([5, 6, 7])), "5-7");
  assert.equal(String(new BitSet()), "");
});
test("leaves both as they are", () => {
  const [a, b] = [new BitSet([1]), new BitSet([2])];
  a.union(b);
  assert.deepEqual([list(a), list(b)], [[1], [2]]);
});
