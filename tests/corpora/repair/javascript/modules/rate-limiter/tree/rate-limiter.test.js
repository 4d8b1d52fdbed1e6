import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { backoff, SlidingWindow, TokenBucket } from "./rate-limiter.js";

const bucket = () => new TokenBucket({ capacity: 3, perSecond: 2 });

describe("TokenBucket", () => {
  it("starts full", () => {
    const full = bucket();
    assert.deepEqual([full.take(0), full.take(0), full.take(0), full.take(0)], [true, true, true, false]);
  });
  it("fills with time", () => {
    const used = bucket();
    used.take(0, 3);
    assert.equal(used.take(400), false);
    assert.equal(used.take(500), true);
    assert.equal(used.take(600), false);
  });
  it("holds no more than its capacity", () => {
    const used = bucket();
    used.take(0, 1);
    assert.equal(used.take(60_000, 4), false);
    assert.equal(used.take(60_000, 3), true);
  });
  it("takes all or none", () => {
    const used = bucket();
    used.take(0, 2);
    assert.equal(used.take(0, 2), false);
    assert.equal(used.take(0, 1), true);
  });
  it("does not mind a clock that goes back", () => {
    const used = bucket();
    used.take(1000, 3);
    assert.equal(used.take(500), false);
    assert.equal(used.take(1500), true);
  });
  it("says how long to wait", () => {
    const used = bucket();
    assert.equal(used.waitFor(0), 0);
    used.take(0, 3);
    assert.equal(used.waitFor(0, 2), 1000);
    assert.equal(used.waitFor(250), 250);
    assert.equal(used.waitFor(0, 4), Infinity);
  });
});
describe("SlidingWindow", () => {
  it("limits each key", () => {
    const limiter = new SlidingWindow(2, 1000);
    assert.deepEqual([limiter.allow("a", 0), limiter.allow("a", 10), limiter.allow("a", 20), limiter.allow("b", 20)], [true, true, false, true]);
  });
  it("lets through again when the window has moved on", () => {
    const limiter = new SlidingWindow(1, 1000);
    limiter.allow("a", 0);
    assert.equal(limiter.allow("a", 999), false);
    assert.equal(limiter.allow("a", 1000), true);
  });
  it("does not count what it refused", () => {
    const limiter = new SlidingWindow(1, 100);
    limiter.allow("a", 0);
    limiter.allow("a", 90);
    assert.equal(limiter.allow("a", 110), true);
  });
  it("says what remains", () => {
    const limiter = new SlidingWindow(3, 100);
    limiter.allow("a", 0);
    limiter.allow("a", 50);
    assert.equal(limiter.remaining("a", 60), 1);
    assert.equal(limiter.remaining("a", 120), 2);
    assert.equal(limiter.remaining("new", 0), 3);
  });
  it("sweeps what is old", () => {
    const limiter = new SlidingWindow(3, 100);
    limiter.allow("a", 0);
    limiter.allow("b", 80);
    assert.equal(limiter.sweep(120), 1);
    assert.equal(limiter.sweep(120), 0);
    assert.equal(limiter.remaining("b", 120), 2);
  });
});
describe("backoff", () => {
  it("doubles up to its limit", () => assert.deepEqual([0, 1, 2, 3, 9].map((at) => backoff(at)), [0, 100, 200, 400, 5000]));
  it("takes other bounds", () => assert.equal(backoff(4, { baseMs: 10, maxMs: 50 }), 50));
});
