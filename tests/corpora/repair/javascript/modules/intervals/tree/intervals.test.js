import assert from "node:assert/strict";
import { test } from "node:test";
import { coveredLength, intersect, isEmpty, maxOverlap, merge, overlaps, subtract } from "./intervals.js";

const of = (...pairs) => pairs.map(([start, end]) => ({ start, end }));

test("an interval without length is empty", () => {
  assert.equal(isEmpty({ start: 2, end: 2 }), true);
  assert.equal(isEmpty({ start: 2, end: 3 }), false);
});
test("intervals overlap", () => {
  assert.equal(overlaps({ start: 0, end: 5 }, { start: 4, end: 9 }), true);
  assert.equal(overlaps({ start: 0, end: 5 }, { start: 6, end: 9 }), false);
});
test("intervals that touch do not overlap", () => {
  assert.equal(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 }), false);
});
test("intersect gives what is shared", () => {
  assert.deepEqual(intersect({ start: 0, end: 5 }, { start: 3, end: 9 }), { start: 3, end: 5 });
  assert.equal(intersect({ start: 0, end: 5 }, { start: 5, end: 9 }), null);
});
test("merge joins what overlaps or touches", () => {
  assert.deepEqual(merge(of([5, 8], [0, 3], [3, 4], [7, 9])), of([0, 4], [5, 9]));
});
test("merge keeps an interval that holds another", () => {
  assert.deepEqual(merge(of([0, 9], [2, 3])), of([0, 9]));
});
test("merge drops what is empty", () => assert.deepEqual(merge(of([4, 4], [1, 2])), of([1, 2])));
test("merge leaves its argument alone", () => {
  const given = of([0, 3], [1, 5]);
  merge(given);
  assert.deepEqual(given, of([0, 3], [1, 5]));
});
test("subtract cuts out", () => {
  assert.deepEqual(subtract({ start: 0, end: 10 }, of([2, 3], [5, 7])), of([0, 2], [3, 5], [7, 10]));
});
test("subtract cuts the edges", () => {
  assert.deepEqual(subtract({ start: 0, end: 10 }, of([-2, 1], [8, 20])), of([1, 8]));
});
test("subtract may leave nothing", () => {
  assert.deepEqual(subtract({ start: 2, end: 4 }, of([0, 10])), []);
});
test("coveredLength counts shared points once", () => assert.equal(coveredLength(of([0, 4], [2, 6], [8, 9])), 7));
test("maxOverlap", () => {
  assert.equal(maxOverlap(of([0, 5], [1, 3], [2, 4], [6, 7])), 3);
  assert.equal(maxOverlap(of([0, 2], [2, 4])), 1);
  assert.equal(maxOverlap([]), 0);
});
