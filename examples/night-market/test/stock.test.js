import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { available, collect, reserve } from "../src/stock.js";

const skewers = { name: "skewers", onHand: 12, reserved: 3 };

describe("stock", () => {
  it("promises what is on hand and not reserved", () => {
    assert.equal(available(skewers), 9);
  });

  it("reserves what is asked for", () => {
    assert.deepEqual(reserve(skewers, 4), { status: "reserved", item: { ...skewers, reserved: 7 } });
    assert.deepEqual(reserve(skewers, 9), { status: "reserved", item: { ...skewers, reserved: 12 } });
  });

  it("says how many are missing", () => {
    assert.deepEqual(reserve(skewers, 11), { status: "short", missing: 2 });
  });

  it("hands over what was reserved", () => {
    assert.deepEqual(collect(skewers, 2), { ...skewers, onHand: 10, reserved: 1 });
    assert.throws(() => collect(skewers, 4), RangeError);
  });
});
