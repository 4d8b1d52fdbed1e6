"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Inventory } = require("./inventory.cjs");

const stocked = () => {
  const inventory = new Inventory();
  inventory.receive("nut", 10, 2);
  inventory.receive("nut", 5, 3);
  inventory.receive("bolt", 4, 10);
  return inventory;
};

test("counts what is there", () => {
  assert.equal(stocked().onHand("nut"), 15);
  assert.equal(stocked().onHand("screw"), 0);
});
test("receives something", () => assert.throws(() => stocked().receive("nut", 0, 1), RangeError));
test("reserves what is available", () => {
  const inventory = stocked();
  assert.equal(inventory.reserve("nut", 12), true);
  assert.equal(inventory.available("nut"), 3);
  assert.equal(inventory.reserve("nut", 4), false);
  assert.equal(inventory.reserve("nut", 3), true);
  assert.equal(inventory.available("nut"), 0);
});
test("releases", () => {
  const inventory = stocked();
  inventory.reserve("nut", 12);
  inventory.release("nut", 5);
  assert.equal(inventory.available("nut"), 8);
  inventory.release("nut", 50);
  assert.equal(inventory.available("nut"), 15);
});
test("ships the oldest first", () => {
  const inventory = stocked();
  assert.equal(inventory.ship("nut", 12), 26);
  assert.equal(inventory.onHand("nut"), 3);
  assert.equal(inventory.ship("nut", 1), 3);
});
test("ships all", () => {
  const inventory = stocked();
  assert.equal(inventory.ship("nut", 15), 35);
  assert.equal(inventory.onHand("nut"), 0);
});
test("does not ship what is reserved", () => {
  const inventory = stocked();
  inventory.reserve("bolt", 3);
  assert.throws(() => inventory.ship("bolt", 2), /only 1 of bolt/);
  assert.equal(inventory.onHand("bolt"), 4);
});
test("ships what was reserved", () => {
  const inventory = stocked();
  inventory.reserve("bolt", 3);
  assert.equal(inventory.ship("bolt", 2, { isReserved: true }), 20);
  assert.equal(inventory.available("bolt"), 1);
  assert.throws(() => inventory.ship("bolt", 2, { isReserved: true }), /only 1 of bolt/);
});
test("knows its value", () => {
  const inventory = stocked();
  assert.equal(inventory.value(), 75);
  inventory.ship("nut", 11);
  assert.equal(inventory.value(), 52);
});
test("knows what to reorder", () => {
  const inventory = stocked();
  inventory.reserve("bolt", 4);
  assert.deepEqual(inventory.toReorder({ nut: 20, bolt: 5, screw: 5, pin: 0 }), [
    { article: "bolt", missing: 5 },
    { article: "nut", missing: 5 },
    { article: "screw", missing: 5 },
  ]);
  assert.deepEqual(inventory.toReorder({ nut: 15, screw: 9, bolt: 2 }).map(({ article }) => article), ["screw", "bolt"]);
});
test("writes down what went in and out", () => {
  const inventory = stocked();
  inventory.ship("bolt", 1);
  assert.deepEqual(inventory.log.at(-1), { kind: "out", article: "bolt", count: 1 });
  assert.equal(inventory.log.length, 4);
});
