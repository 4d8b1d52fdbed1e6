import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { combinations, drop, filter, groupRuns, map, permutations, range, scan, take, unique, windows, zip } from "./iterators.js";

function* naturals() {
  for (let value = 0; ; value++) yield value;
}

describe("range", () => {
  it("goes up", () => assert.deepEqual([...range(1, 4)], [1, 2, 3]));
  it("goes down", () => assert.deepEqual([...range(5, 0, -2)], [5, 3, 1]));
  it("may be empty", () => assert.deepEqual([...range(2, 2)], []));
  it("has to move", () => assert.throws(() => [...range(0, 1, 0)], RangeError));
});
it("maps with a place", () => assert.deepEqual([...map("ab", (letter, at) => letter + at)], ["a0", "b1"]));
it("filters", () => assert.deepEqual([...take(filter(naturals(), (n) => n % 3 === 1), 3)], [1, 4, 7]));
describe("take", () => {
  it("takes no more than it has to", () => {
    let asked = 0;
    const counted = map(naturals(), (n) => {
      asked++;
      return n;
    });
    assert.deepEqual([...take(counted, 2)], [0, 1]);
    assert.equal(asked, 2);
  });
  it("takes what there is", () => assert.deepEqual([...take([1], 5)], [1]));
  it("takes nothing", () => assert.deepEqual([...take([1], 0)], []));
});
it("drops", () => {
  assert.deepEqual([...drop([1, 2, 3], 2)], [3]);
  assert.deepEqual([...drop([1], 5)], []);
});
it("zips", () => {
  assert.deepEqual([...zip([1, 2, 3], "ab")], [[1, "a"], [2, "b"]]);
  assert.deepEqual([...zip()], []);
});
it("has windows", () => {
  assert.deepEqual([...windows([1, 2, 3, 4], 3)], [[1, 2, 3], [2, 3, 4]]);
  assert.deepEqual([...windows([1], 2)], []);
});
it("groups runs", () => {
  assert.deepEqual([...groupRuns([1, 1, 2, 1])], [[1, [1, 1]], [2, [2]], [1, [1]]]);
  assert.deepEqual([...groupRuns(["a", "b", "cc"], (text) => text.length)], [[1, ["a", "b"]], [2, ["cc"]]]);
  assert.deepEqual([...groupRuns([])], []);
});
it("gives each once", () => assert.deepEqual([...unique(["a", "B", "A", "b", "c"], (text) => text.toLowerCase())], ["a", "B", "c"]));
it("scans", () => assert.deepEqual([...scan([1, 2, 3], (a, b) => a + b, 10)], [11, 13, 16]));
it("combines", () => {
  assert.deepEqual([...combinations([1, 2, 3], 2)], [[1, 2], [1, 3], [2, 3]]);
  assert.deepEqual([...combinations([1, 2], 0)], [[]]);
  assert.deepEqual([...combinations([1, 2], 3)], []);
});
it("permutes", () => {
  assert.deepEqual([...permutations([1, 2, 3])], [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]);
  assert.deepEqual([...permutations([])], [[]]);
});
