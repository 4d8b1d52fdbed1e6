import assert from "node:assert/strict";
import { test } from "node:test";
import { TtlCache } from "./ttl-cache.ts";

function open(maxSize?: number) {
  const clock = { now: 0 };
  const options = { ttlMs: 100, now: () => clock.now, ...(maxSize === undefined ? {} : { maxSize }) };
  return { clock, cache: new TtlCache<string, number>(options) };
}

test("keeps values for a time", () => {
  const { clock, cache } = open();
  cache.set("a", 1);
  clock.now = 99;
  assert.equal(cache.get("a"), 1);
  clock.now = 100;
  assert.equal(cache.get("a"), undefined);
});
test("keeps a value for a time of its own", () => {
  const { clock, cache } = open();
  cache.set("a", 1, 500);
  clock.now = 400;
  assert.equal(cache.get("a"), 1);
});
test("counts what has not ended", () => {
  const { clock, cache } = open();
  cache.set("a", 1);
  clock.now = 50;
  cache.set("b", 2);
  assert.equal(cache.size, 2);
  clock.now = 120;
  assert.equal(cache.size, 1);
  assert.deepEqual(cache.keys(), ["b"]);
});
test("lets go of what ends first", () => {
  const { cache } = open(2);
  cache.set("a", 1, 300);
  cache.set("b", 2, 50);
  cache.set("c", 3, 200);
  assert.deepEqual(cache.keys(), ["a", "c"]);
  assert.equal(cache.evictions, 1);
});
test("does not count what ended as let go", () => {
  const { clock, cache } = open(1);
  cache.set("a", 1);
  clock.now = 150;
  cache.set("b", 2);
  assert.equal(cache.evictions, 0);
});
test("loads once", () => {
  const { cache } = open();
  let loaded = 0;
  const load = () => ++loaded;
  assert.equal(cache.getOrLoad("a", load), 1);
  assert.equal(cache.getOrLoad("a", load), 1);
  assert.equal(cache.getOrLoad("b", load), 2);
});
test("keeps zero", () => {
  const { cache } = open();
  cache.set("a", 0);
  assert.equal(cache.getOrLoad("a", () => 7), 0);
});
test("touching gives more time", () => {
  const { clock, cache } = open();
  cache.set("a", 1);
  clock.now = 80;
  assert.equal(cache.touch("a"), true);
  clock.now = 150;
  assert.equal(cache.get("a"), 1);
  assert.equal(cache.touch("x"), false);
});
test("tells the time that is left", () => {
  const { clock, cache } = open();
  cache.set("a", 1);
  clock.now = 30;
  assert.equal(cache.timeLeft("a"), 70);
  clock.now = 300;
  assert.equal(cache.timeLeft("a"), 0);
  assert.equal(cache.timeLeft("x"), 0);
});
test("needs a time", () => {
  assert.throws(() => new TtlCache({ ttlMs: 0, now: () => 0 }), RangeError);
});
