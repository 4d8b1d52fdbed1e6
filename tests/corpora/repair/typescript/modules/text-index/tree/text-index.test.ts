import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { TextIndex, tokenize } from "./text-index.ts";

function filled(): TextIndex {
  const index = new TextIndex();
  index.add({ id: "1", title: "Cats", body: "A cat sleeps in the sun and the sun shines" });
  index.add({ id: "2", title: "Dogs and cats", body: "Dogs chase" });
  index.add({ id: "3", title: "Birds", body: "The glass is full, sings the bird of the sun" });
  return index;
}
const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id);

describe("tokenize", () => {
  it("takes words", () => assert.deepEqual(tokenize("The Cat, 2 dogs!"), ["cat", "2", "dog"]));
  it("takes off ends of plurals with care", () => assert.deepEqual(tokenize("glass gas cats bus"), ["glass", "gas", "cat", "bus"]));
  it("takes nothing", () => assert.deepEqual(tokenize("the of ..."), []));
});
describe("search", () => {
  it("finds the best first", () => {
    assert.deepEqual(ids(filled().search("sun")), ["1", "3"]);
    assert.deepEqual(ids(filled().search("cats")), ["1", "2"]);
  });
  it("counts the title more", () => {
    const index = new TextIndex();
    index.add({ id: "body", title: "x", body: "fox other words" });
    index.add({ id: "title", title: "fox", body: "many other words" });
    assert.deepEqual(ids(index.search("fox")), ["title", "body"]);
  });
  it("adds words up", () => assert.deepEqual(ids(filled().search("dog cat")), ["2", "1"]));
  it("counts rare words more", () => {
    const [first, second] = filled().search("chase cat");
    assert.equal(first?.id, "2");
    assert.ok((first?.score ?? 0) > (second?.score ?? 0));
  });
  it("gives scores", () => {
    const index = new TextIndex();
    index.add({ id: "a", title: "", body: "x y" });
    index.add({ id: "b", title: "", body: "y" });
    assert.deepEqual(index.search("x"), [{ id: "a", score: 0.5 * Math.log(3) }]);
  });
  it("leaves out, and asks for", () => {
    assert.deepEqual(ids(filled().search("cat -dog")), ["1"]);
    assert.deepEqual(ids(filled().search("cat +sun")), ["1", "3"]);
    assert.deepEqual(ids(filled().search("sun cat +bird")), ["3"]);
  });
  it("has a limit", () => assert.equal(filled().search("sun cat", 2).length, 2));
  it("finds nothing", () => assert.deepEqual(filled().search("whale"), []));
});
describe("add and remove", () => {
  it("replaces", () => {
    const index = filled();
    index.add({ id: "2", title: "Fish", body: "" });
    assert.equal(index.size, 3);
    assert.deepEqual(ids(index.search("dog")), []);
    assert.deepEqual(ids(index.search("fish")), ["2"]);
  });
  it("removes", () => {
    const index = filled();
    assert.equal(index.remove("1"), true);
    assert.equal(index.remove("1"), false);
    assert.deepEqual(ids(index.search("sun")), ["3"]);
    assert.deepEqual(index.suggest("sleep"), []);
  });
});
describe("suggest", () => {
  it("gives the most frequent first", () => assert.deepEqual(filled().suggest("s"), ["sun", "shine", "sing", "sleep"]));
  it("takes large letters, and a limit", () => assert.deepEqual(filled().suggest("S", 2), ["sun", "shine"]));
});
