import assert from "node:assert/strict";
import { test } from "node:test";
import { correlation, histogram, mean, median, modes, quantile, standardDeviation, variance } from "./statistics.js";

test("mean", () => assert.equal(mean([1, 2, 6]), 3));
test("mean of nothing is no number", () => assert.ok(Number.isNaN(mean([]))));
test("median of an odd count", () => assert.equal(median([5, 1, 10]), 5));
test("median of an even count", () => assert.equal(median([4, 1, 3, 2]), 2.5));
test("median sorts by size and leaves its argument alone", () => {
  const given = [10, 9, 100];
  assert.equal(median(given), 10);
  assert.deepEqual(given, [10, 9, 100]);
});
test("modes", () => {
  assert.deepEqual(modes([1, 2, 2, 3, 3]), [2, 3]);
  assert.deepEqual(modes(["b", "a", "b"]), ["b"]);
});
test("variance of a sample", () => assert.equal(variance([2, 4, 4, 4, 5, 5, 7, 9]).toFixed(3), "4.571"));
test("variance of one number", () => assert.equal(variance([3]), 0));
test("standardDeviation", () => assert.equal(standardDeviation([1, 3]), Math.SQRT2));
test("quantile", () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([40, 10, 20, 30, 50], 0.25), 20);
  assert.equal(quantile([1, 9], 1), 9);
  assert.equal(quantile([7], 0.3), 7);
});
test("correlation", () => {
  assert.equal(correlation([1, 2, 3], [2, 4, 6]).toFixed(6), "1.000000");
  assert.equal(correlation([1, 2, 3], [3, 2, 1]).toFixed(6), "-1.000000");
  assert.equal(correlation([1, 2, 3, 4], [1, 3, 2, 5]).toFixed(3), "0.832");
  assert.equal(correlation([1, 1], [2, 3]), 0);
});
test("histogram", () => {
  assert.deepEqual(histogram([0, 1, 2, 3, 4, 10], 5), [2, 2, 1, 0, 1]);
  assert.deepEqual(histogram([3, 3], 2), [2, 0]);
});
