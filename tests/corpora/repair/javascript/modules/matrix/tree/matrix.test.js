import assert from "node:assert/strict";
import { test } from "node:test";
import { determinant, identity, multiply, power, rotate, spiral, transpose } from "./matrix.js";

test("identity", () => assert.deepEqual(identity(2), [[1, 0], [0, 1]]));
test("transpose", () => assert.deepEqual(transpose([[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]]));
test("transpose of nothing", () => assert.deepEqual(transpose([]), []));
test("multiply", () => assert.deepEqual(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]), [[19, 22], [43, 50]]));
test("multiply by another shape", () => assert.deepEqual(multiply([[1, 2, 3]], [[1], [2], [3]]), [[14]]));
test("multiply refuses sizes that do not fit", () => assert.throws(() => multiply([[1, 2]], [[1, 2]]), RangeError));
test("power", () => {
  assert.deepEqual(power([[1, 1], [1, 0]], 10), [[89, 55], [55, 34]]);
  assert.deepEqual(power([[2, 0], [0, 3]], 3), [[8, 0], [0, 27]]);
});
test("power of zero", () => assert.deepEqual(power([[4, 2], [1, 1]], 0), [[1, 0], [0, 1]]));
test("determinant of two", () => assert.equal(determinant([[3, 8], [4, 6]]), -14));
test("determinant of three", () => assert.equal(determinant([[6, 1, 1], [4, -2, 5], [2, 8, 7]]), -306));
test("rotate", () => assert.deepEqual(rotate([[1, 2, 3], [4, 5, 6]]), [[4, 1], [5, 2], [6, 3]]));
test("rotate leaves its argument alone", () => {
  const given = [[1, 2], [3, 4]];
  rotate(given);
  assert.deepEqual(given, [[1, 2], [3, 4]]);
});
test("spiral", () => {
  assert.deepEqual(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [1, 2, 3, 6, 9, 8, 7, 4, 5]);
  assert.deepEqual(spiral([[1, 2], [3, 4], [5, 6]]), [1, 2, 4, 6, 5, 3]);
});
test("spiral of one row and of one column", () => {
  assert.deepEqual(spiral([[1, 2, 3]]), [1, 2, 3]);
  assert.deepEqual(spiral([[1], [2], [3]]), [1, 2, 3]);
});
