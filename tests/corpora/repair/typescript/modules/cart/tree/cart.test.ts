import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addLine, type Discount, discountOf, type Line, setQuantity, shippingOf, subtotalOf, totalsOf } from "./cart.ts";

const line = (sku: string, unitCents: number, quantity: number): Line => ({ sku, unitCents, quantity });
const lines = [line("mug", 800, 3), line("tea", 450, 2)];

describe("addLine", () => {
  it("adds", () => assert.deepEqual(addLine([], line("a", 1, 1)), [line("a", 1, 1)]));
  it("puts the same together", () => assert.deepEqual(addLine(lines, line("tea", 450, 3)), [line("mug", 800, 3), line("tea", 450, 5)]));
  it("keeps another price apart", () => assert.equal(addLine(lines, line("tea", 400, 1)).length, 3));
  it("adds something", () => assert.throws(() => addLine([], line("a", 1, 0)), RangeError));
});
describe("setQuantity", () => {
  it("sets", () => assert.deepEqual(setQuantity(lines, "mug", 1)[0], line("mug", 800, 1)));
  it("takes out", () => assert.deepEqual(setQuantity(lines, "mug", 0), [line("tea", 450, 2)]));
});
it("adds up", () => assert.equal(subtotalOf(lines), 3300));
describe("discountOf", () => {
  it("percent of all", () => assert.equal(discountOf(lines, { kind: "percent", percent: 10 }, 3300), 330));
  it("percent of one article", () => assert.equal(discountOf(lines, { kind: "percent", percent: 50, sku: "tea" }, 3300), 450));
  it("percent is rounded down", () => assert.equal(discountOf([], { kind: "percent", percent: 33 }, 100 / 2), 16));
  it("amount", () => {
    assert.equal(discountOf(lines, { kind: "amount", cents: 500 }, 3300), 500);
    assert.equal(discountOf(lines, { kind: "amount", cents: 500 }, 300), 300);
  });
  it("amount from a minimum on", () => {
    const discount: Discount = { kind: "amount", cents: 500, minimumCents: 3000 };
    assert.equal(discountOf(lines, discount, 2999), 0);
    assert.equal(discountOf(lines, discount, 3000), 500);
  });
  it("bundle", () => {
    const discount: Discount = { kind: "bundle", sku: "mug", buy: 2, free: 1 };
    assert.equal(discountOf(lines, discount, 3300), 800);
    assert.equal(discountOf([line("mug", 800, 5)], discount, 4000), 800);
    assert.equal(discountOf([line("mug", 800, 6)], discount, 4800), 1600);
    assert.equal(discountOf([line("tea", 1, 9)], discount, 9), 0);
  });
});
describe("shippingOf", () => {
  it("goes by quantity", () => assert.deepEqual([1, 2, 5, 6, 20, 21].map((quantity) => shippingOf(quantity, 100)), [390, 590, 590, 990, 990, 1990]));
  it("may be free", () => {
    assert.equal(shippingOf(3, 5000), 0);
    assert.equal(shippingOf(3, 4999), 590);
    assert.equal(shippingOf(0, 0), 0);
  });
});
describe("totalsOf", () => {
  it("adds up", () => assert.deepEqual(totalsOf(lines, [], 20), { subtotal: 3300, discount: 0, shipping: 590, tax: 778, total: 4668 }));
  it("takes discounts in their order", () => {
    const discounts: readonly Discount[] = [
      { kind: "amount", cents: 1000 },
      { kind: "percent", percent: 10 },
      { kind: "bundle", sku: "mug", buy: 2, free: 1 },
    ];
    assert.deepEqual(totalsOf(lines, discounts), { subtotal: 3300, discount: 2050, shipping: 590, tax: 0, total: 1840 });
  });
  it("ships pieces", () => assert.equal(totalsOf([line("mug", 100, 6)]).shipping, 990));
  it("is nothing of nothing", () => assert.deepEqual(totalsOf([]), { subtotal: 0, discount: 0, shipping: 0, tax: 0, total: 0 }));
});
