import assert from "node:assert/strict";
import { test } from "node:test";
import { LruCache } from "./lru-cache.js";

const filled = (capacity, ...keys) => {
  const cache = new LruCache(capacity);
  for (const key of keys) cache.set(key, key.toUpperCase());
  return cache;
};

test("keeps what is set", () => assert.equal(filled(2, "a", "b").get("b"), "B"));
test("forgets the oldest", () => {
  const cache = filled(2, "a", "b", "c");
  assert.equal(cache.get("a"), undefined);
  assert.equal(cache.size, 2);
});
test("set tells which key had to go", () => {
  const cache = filled(2, "a", "b");
  assert.equal(cache.set("c", 1), "a");
  assert.equal(new LruCache(1).set("x", 1), undefined);
});
test("using keeps", () => {
  const cache = filled(2, "a", "b");
  cache.get("a");
  cache.set("c", "C");
  assert.deepEqual(cache.keys(), ["c", "a"]);
});
test("setting again keeps and replaces", () => {
  const cache = filled(2, "a", "b");
  cache.set("a", "new");
  cache.set("c", "C");
  assert.equal(cache.get("a"), "new");
  assert.equal(cache.get("b"), undefined);
});
test("peeking does not keep", () => {
  const cache = filled(2, "a", "b");
  assert.equal(cache.peek("a"), "A");
  cache.set("c", "C");
  assert.equal(cache.peek("a"), undefined);
});
test("counts hits and misses", () => {
  const cache = filled(3, "a");
  cache.get("a");
  cache.get("a");
  cache.get("a");
  cache.get("b");
  assert.equal(cache.hitRate(), 0.75);
});
test("has no hit rate before it is asked", () => assert.equal(new LruCache(1).hitRate(), 0));
test("shrinks from the oldest", () => {
  const cache = filled(4, "a", "b", "c", "d");
  assert.deepEqual(cache.resize(2), ["a", "b"]);
  assert.deepEqual(cache.keys(), ["d", "c"]);
});
test("stays at its new size", () => {
  const cache = filled(3, "a", "b", "c");
  cache.resize(2);
  cache.set("d", "D");
  assert.equal(cache.size, 2);
});
test("clears all, its counts too", () => {
  const cache = filled(2, "a");
  cache.get("a");
  cache.clear();
  assert.equal(cache.size, 0);
  assert.equal(cache.hitRate(), 0);
});
test("refuses to hold nothing", () => {
  for (const capacity of [0, -1, 1.5]) assert.throws(() => new LruCache(capacity), RangeError);
});
test("keeps undefined as a value", () => {
  const cache = new LruCache(2);
  cache.set("a", undefined);
  cache.get("a");
  assert.equal(cache.hits, 1);
});
