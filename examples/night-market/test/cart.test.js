import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subtotal, total } from "../src/cart.js";

const supper = [
  { name: "dumplings", cents: 650, quantity: 2 },
  { name: "tea", cents: 200, quantity: 1 },
];

describe("cart", () => {
  it("adds up lines and quantities", () => {
    assert.equal(subtotal(supper), 1500);
    assert.equal(subtotal([]), 0);
  });

  it("charges others the full price", () => {
    assert.equal(total(supper), 1500);
  });

  it("gives regulars ten percent off", () => {
    assert.equal(total(supper, { isRegular: true }), 1350);
    assert.equal(total([{ cents: 105, quantity: 1 }], { isRegular: true }), 94);
  });

  it("charges for a bag below 20.00 only", () => {
    assert.equal(total(supper, { needsBag: true }), 1525);
    assert.equal(total([{ cents: 2000, quantity: 1 }], { needsBag: true }), 2000);
    assert.equal(total(supper, { isRegular: true, needsBag: true }), 1375);
  });
});
