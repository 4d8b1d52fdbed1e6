import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { area, bounds, contains, convexHull, cross, distance, overlap } from "./geometry.js";

const of = (...pairs) => pairs.map(([x, y]) => ({ x, y }));
const box = (x, y, width, height) => ({ x, y, width, height });
const square = of([0, 0], [4, 0], [4, 4], [0, 4]);

it("measures distances", () => assert.equal(distance({ x: 1, y: 2 }, { x: 4, y: 6 }), 5));
it("knows turns", () => {
  const [a, b, left, right, ahead] = of([0, 0], [2, 1], [2, 3], [3, 0], [4, 2]);
  assert.ok(cross(a, b, left) > 0);
  assert.ok(cross(a, b, right) < 0);
  assert.equal(cross(a, b, ahead), 0);
});
describe("area", () => {
  it("of a square", () => assert.equal(area(of([1, 1], [5, 1], [5, 5], [1, 5])), 16));
  it("of a triangle, either way round", () => {
    const points = of([0, 0], [4, 0], [1, 3]);
    assert.equal(area(points), 6);
    assert.equal(area([...points].reverse()), 6);
  });
});
describe("contains", () => {
  it("knows what is inside", () => {
    assert.equal(contains(square, { x: 1, y: 2 }), true);
    assert.equal(contains(square, { x: 5, y: 2 }), false);
    assert.equal(contains(square, { x: -1, y: 2 }), false);
    assert.equal(contains(square, { x: 2, y: 6 }), false);
  });
  it("knows notches", () => {
    const notched = of([0, 0], [6, 0], [6, 6], [3, 2], [0, 6]);
    assert.equal(contains(notched, { x: 3, y: 4 }), false);
    assert.equal(contains(notched, { x: 1, y: 4 }), true);
  });
});
it("finds bounds", () => assert.deepEqual(bounds(of([3, 1], [-1, 5], [2, 2])), box(-1, 1, 4, 4)));
describe("overlap", () => {
  it("is what both share", () => assert.deepEqual(overlap(box(0, 0, 4, 4), box(2, 1, 5, 2)), box(2, 1, 2, 2)));
  it("is nothing where they touch", () => assert.equal(overlap(box(0, 0, 2, 2), box(2, 0, 2, 2)), null));
  it("is nothing where they are apart one way", () => assert.equal(overlap(box(0, 0, 4, 4), box(1, 9, 2, 2)), null));
});
describe("convexHull", () => {
  it("leaves out what is inside", () => assert.deepEqual(convexHull([...square, { x: 2, y: 2 }, { x: 1, y: 3 }]), square));
  it("leaves out what is on an edge", () => assert.deepEqual(convexHull([...square, { x: 2, y: 0 }]), square));
  it("takes few points", () => assert.deepEqual(convexHull(of([3, 3], [1, 1])), of([1, 1], [3, 3])));
  it("leaves its argument alone", () => {
    const given = of([2, 2], [0, 0], [4, 1]);
    convexHull(given);
    assert.deepEqual(given, of([2, 2], [0, 0], [4, 1]));
  });
});
