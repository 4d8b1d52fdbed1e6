import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Calendar, formatTime, parseTime } from "./time-slots.ts";

const open = () => new Calendar({ start: 540, end: 1020 });

describe("times", () => {
  it("are read", () => assert.deepEqual(["9:30", "09:05", "0:00", "24:00"].map(parseTime), [570, 545, 0, 1440]));
  it("are refused", () => {
    for (const text of ["25:00", "9:60", "24:01", "930", "9:5", ""]) assert.throws(() => parseTime(text), SyntaxError);
  });
  it("are written", () => assert.deepEqual([545, 0, 1440].map(formatTime), ["09:05", "00:00", "24:00"]));
});
describe("book", () => {
  it("books", () => assert.deepEqual(open().book("a", 600, 660), { id: "b1", room: "a", start: 600, end: 660 }));
  it("books a room once", () => {
    const calendar = open();
    calendar.book("a", 600, 660);
    for (const [start, end] of [[630, 690], [570, 610], [610, 620], [540, 700]] as const) assert.equal(calendar.book("a", start, end), null);
    assert.notEqual(calendar.book("b", 600, 660), null);
  });
  it("books what touches", () => {
    const calendar = open();
    calendar.book("a", 600, 660);
    assert.equal(calendar.book("a", 660, 700)?.id, "b2");
    assert.equal(calendar.book("a", 540, 600)?.id, "b3");
  });
  it("books while it is open", () => {
    assert.equal(open().book("a", 500, 600), null);
    assert.equal(open().book("a", 1000, 1021), null);
    assert.equal(open().book("a", 600, 600), null);
    assert.notEqual(open().book("a", 540, 1020), null);
  });
});
it("cancels", () => {
  const calendar = open();
  calendar.book("a", 600, 660);
  calendar.book("b", 600, 660);
  assert.equal(calendar.cancel("b1"), true);
  assert.equal(calendar.cancel("b1"), false);
  assert.notEqual(calendar.book("a", 600, 660), null);
  assert.equal(calendar.bookingsOf("b").length, 1);
});
describe("freeSlots", () => {
  it("are between bookings", () => {
    const calendar = open();
    calendar.book("a", 700, 720);
    calendar.book("a", 540, 600);
    assert.deepEqual(calendar.freeSlots("a"), [{ start: 600, end: 700 }, { start: 720, end: 1020 }]);
  });
  it("are long enough", () => {
    const calendar = open();
    calendar.book("a", 570, 990);
    assert.deepEqual(calendar.freeSlots("a", 30), [{ start: 540, end: 570 }, { start: 990, end: 1020 }]);
    assert.deepEqual(calendar.freeSlots("a", 31), []);
  });
  it("are all of the day", () => assert.deepEqual(open().freeSlots("a"), [{ start: 540, end: 1020 }]));
});
describe("findCommon", () => {
  it("finds the first", () => {
    const calendar = open();
    calendar.book("a", 540, 605);
    calendar.book("b", 630, 700);
    assert.deepEqual(calendar.findCommon(["a", "b"], 30), { start: 705, end: 735 });
    assert.deepEqual(calendar.findCommon(["a", "b"], 15), { start: 615, end: 630 });
  });
  it("finds none", () => {
    const calendar = open();
    calendar.book("a", 600, 1020);
    assert.equal(calendar.findCommon(["a"], 61), null);
    assert.deepEqual(calendar.findCommon(["a"], 60), { start: 540, end: 600 });
  });
});
it("tells how much is booked", () => {
  const calendar = open();
  calendar.book("a", 540, 660);
  calendar.book("a", 700, 820);
  assert.equal(calendar.utilization("a"), 0.5);
  assert.equal(calendar.utilization("b"), 0);
});
it("finds the peak", () => {
  const calendar = open();
  assert.equal(calendar.peak(), null);
  calendar.book("a", 600, 700);
  calendar.book("b", 650, 800);
  calendar.book("c", 680, 690);
  assert.deepEqual(calendar.peak(), { rooms: 3, slot: { start: 680, end: 690 } });
});
