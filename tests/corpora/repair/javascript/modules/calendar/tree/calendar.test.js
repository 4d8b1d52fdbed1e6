import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, addMonths, dayOfYear, daysInMonth, isLeapYear, isValid, nextWorkday, weekday } from "./calendar.js";

const on = (year, month, day) => ({ year, month, day });

describe("isLeapYear", () => {
  it("every fourth year", () => assert.deepEqual([2023, 2024].map(isLeapYear), [false, true]));
  it("no full century, but every fourth of them", () => assert.deepEqual([1900, 2000].map(isLeapYear), [false, true]));
});
it("knows the days of a month", () => {
  assert.deepEqual([1, 2, 4, 12].map((month) => daysInMonth(2023, month)), [31, 28, 30, 31]);
  assert.equal(daysInMonth(2024, 2), 29);
});
it("knows which dates there are", () => {
  assert.equal(isValid(on(2024, 2, 29)), true);
  for (const date of [on(2023, 2, 29), on(2023, 4, 31), on(2023, 13, 1), on(2023, 0, 1), on(2023, 1, 0)]) assert.equal(isValid(date), false);
});
it("counts the days of a year", () => {
  assert.equal(dayOfYear(on(2023, 1, 1)), 1);
  assert.equal(dayOfYear(on(2023, 3, 1)), 60);
  assert.equal(dayOfYear(on(2024, 12, 31)), 366);
});
it("knows weekdays", () => {
  assert.equal(weekday(on(2024, 1, 1)), 0);
  assert.equal(weekday(on(2024, 2, 29)), 3);
  assert.equal(weekday(on(2000, 1, 1)), 5);
  assert.equal(weekday(on(2023, 12, 31)), 6);
});
describe("addDays", () => {
  it("stays in the month", () => assert.deepEqual(addDays(on(2024, 5, 1), 30), on(2024, 5, 31)));
  it("goes into the next month and year", () => {
    assert.deepEqual(addDays(on(2024, 2, 28), 2), on(2024, 3, 1));
    assert.deepEqual(addDays(on(2023, 12, 31), 1), on(2024, 1, 1));
    assert.deepEqual(addDays(on(2023, 1, 1), 365), on(2024, 1, 1));
  });
  it("goes back", () => {
    assert.deepEqual(addDays(on(2024, 3, 1), -1), on(2024, 2, 29));
    assert.deepEqual(addDays(on(2024, 1, 1), -1), on(2023, 12, 31));
  });
});
describe("addMonths", () => {
  it("goes on", () => assert.deepEqual(addMonths(on(2023, 11, 5), 3), on(2024, 2, 5)));
  it("goes back", () => assert.deepEqual(addMonths(on(2024, 1, 5), -1), on(2023, 12, 5)));
  it("takes the last day of a shorter month", () => assert.deepEqual(addMonths(on(2024, 1, 31), 1), on(2024, 2, 29)));
});
describe("nextWorkday", () => {
  it("is tomorrow", () => assert.deepEqual(nextWorkday(on(2024, 1, 1)), on(2024, 1, 2)));
  it("leaves out the weekend", () => assert.deepEqual(nextWorkday(on(2024, 1, 5)), on(2024, 1, 8)));
  it("leaves out holidays", () => assert.deepEqual(nextWorkday(on(2024, 4, 30), [{ month: 5, day: 1 }]), on(2024, 5, 2)));
});
