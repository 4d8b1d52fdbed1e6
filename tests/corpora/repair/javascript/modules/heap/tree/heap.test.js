import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Heap, largest, mergeSorted } from "./heap.js";

describe("Heap", () => {
  it("gives the smallest first", () => {
    assert.deepEqual([...new Heap(undefined, [5, 3, 8, 1, 9, 2, 7]).drain()], [1, 2, 3, 5, 7, 8, 9]);
  });
  it("keeps equal items", () => assert.deepEqual([...new Heap(undefined, [2, 1, 2, 1]).drain()], [1, 1, 2, 2]));
  it("takes another order", () => {
    assert.deepEqual([...new Heap((a, b) => b - a, [1, 3, 2]).drain()], [3, 2, 1]);
  });
  it("shows the smallest and leaves it", () => {
    const heap = new Heap(undefined, [4, 2]);
    assert.equal(heap.peek(), 2);
    assert.equal(heap.size, 2);
  });
  it("has nothing to give when it is empty", () => {
    const heap = new Heap();
    assert.equal(heap.pop(), undefined);
    assert.equal(heap.peek(), undefined);
    assert.equal(heap.size, 0);
  });
  it("gives its only item", () => {
    const heap = new Heap().push(4);
    assert.equal(heap.pop(), 4);
    assert.equal(heap.size, 0);
  });
  it("replaces the smallest", () => {
    const heap = new Heap(undefined, [1, 5, 3]);
    assert.equal(heap.replace(4), 1);
    assert.deepEqual([...heap.drain()], [3, 4, 5]);
  });
  it("stays in order when filled and emptied in turns", () => {
    const heap = new Heap(undefined, [6, 4]);
    heap.pop();
    heap.push(1).push(9).push(2);
    heap.pop();
    assert.deepEqual([...heap.drain()], [2, 6, 9]);
  });
});
describe("largest", () => {
  it("finds the largest", () => assert.deepEqual(largest([3, 9, 1, 7, 5], 2), [9, 7]));
  it("gives all where there are fewer", () => assert.deepEqual(largest([3, 1], 5), [3, 1]));
  it("gives none", () => assert.deepEqual(largest([3, 1], 0), []));
});
describe("mergeSorted", () => {
  it("merges", () => assert.deepEqual(mergeSorted([[1, 4, 9], [2, 3], [], [0]]), [0, 1, 2, 3, 4, 9]));
  it("has nothing of nothing", () => assert.deepEqual(mergeSorted([]), []));
});
