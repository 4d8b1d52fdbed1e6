import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isOpen, minutesOf, minutesOpen } from "../src/opening-hours.js";

const teaHouse = { opens: "16:00", closes: "22:00" };
const grill = { opens: "18:30", closes: "02:00" };

describe("opening hours", () => {
  it("reads times", () => {
    assert.equal(minutesOf("00:00"), 0);
    assert.equal(minutesOf("19:30"), 1170);
  });

  it("is open from the first minute until before the last", () => {
    assert.equal(isOpen(teaHouse, "15:59"), false);
    assert.equal(isOpen(teaHouse, "16:00"), true);
    assert.equal(isOpen(teaHouse, "21:59"), true);
    assert.equal(isOpen(teaHouse, "22:00"), false);
  });

  it("stays open past midnight", () => {
    assert.equal(isOpen(grill, "18:30"), true);
    assert.equal(isOpen(grill, "23:00"), true);
    assert.equal(isOpen(grill, "01:59"), true);
    assert.equal(isOpen(grill, "02:00"), false);
    assert.equal(isOpen(grill, "12:00"), false);
  });

  it("counts the minutes across midnight", () => {
    assert.equal(minutesOpen(teaHouse), 360);
    assert.equal(minutesOpen(grill), 450);
  });
});
