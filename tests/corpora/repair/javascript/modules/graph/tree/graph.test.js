import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { breadthFirst, cheapestPath, createGraph, findComponents, sortTopologically } from "./graph.js";

const streets = createGraph([["a", "b", 7], ["a", "c", 3], ["c", "b", 1], ["b", "d", 2], ["c", "d", 8], ["x", "y"]]);

describe("createGraph", () => {
  it("goes both ways", () => assert.deepEqual(createGraph([["a", "b", 2]]).get("b"), [["a", 2]]));
  it("goes one way where it is directed", () => {
    const graph = createGraph([["a", "b"]], { isDirected: true });
    assert.deepEqual(graph.get("a"), [["b", 1]]);
    assert.deepEqual(graph.get("b"), []);
  });
});
describe("breadthFirst", () => {
  it("visits the nearest first", () => {
    const graph = createGraph([["a", "b"], ["a", "c"], ["b", "d"], ["d", "e"], ["c", "e"]]);
    assert.deepEqual(breadthFirst(graph, "a"), ["a", "b", "c", "d", "e"]);
  });
  it("visits nothing else", () => assert.deepEqual(breadthFirst(streets, "x"), ["x", "y"]));
});
describe("cheapestPath", () => {
  it("takes a detour that is cheaper", () => {
    assert.deepEqual(cheapestPath(streets, "a", "d"), { cost: 6, path: ["a", "c", "b", "d"] });
  });
  it("stays where it is", () => assert.deepEqual(cheapestPath(streets, "a", "a"), { cost: 0, path: ["a"] }));
  it("finds no way", () => assert.equal(cheapestPath(streets, "a", "x"), null));
  it("finds a better way late", () => {
    const graph = createGraph([["s", "a", 10], ["s", "b", 1], ["b", "c", 1], ["c", "a", 1], ["a", "t", 1]], { isDirected: true });
    assert.deepEqual(cheapestPath(graph, "s", "t"), { cost: 4, path: ["s", "b", "c", "a", "t"] });
  });
});
describe("sortTopologically", () => {
  it("puts causes first", () => {
    const graph = createGraph([["shirt", "tie"], ["tie", "jacket"], ["trousers", "shoes"], ["trousers", "jacket"]], { isDirected: true });
    const order = sortTopologically(graph);
    assert.equal(order.length, 5);
    for (const [from, edges] of graph) for (const [to] of edges) assert.ok(order.indexOf(from) < order.indexOf(to));
  });
  it("takes a node that two lead to for no cycle", () => {
    const graph = createGraph([["a", "b"], ["a", "c"], ["b", "d"], ["c", "d"]], { isDirected: true });
    assert.equal(sortTopologically(graph).length, 4);
  });
  it("refuses a cycle", () => {
    const graph = createGraph([["a", "b"], ["b", "c"], ["c", "a"]], { isDirected: true });
    assert.throws(() => sortTopologically(graph), /cycle/);
  });
});
describe("findComponents", () => {
  it("tells groups apart", () => assert.deepEqual(findComponents(streets), [["a", "b", "c", "d"], ["x", "y"]]));
});
