import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeAgo, formatClock, formatDuration, parseDuration } from "./duration.js";

describe("parseDuration", () => {
  it("reads one unit", () => assert.deepEqual(["90s", "2d", "15ms", "3m"].map(parseDuration), [90_000, 172_800_000, 15, 180_000]));
  it("adds units", () => {
    assert.equal(parseDuration("1h 30m"), 5_400_000);
    assert.equal(parseDuration("1m1s1ms"), 61_001);
  });
  it("reads parts of a unit", () => assert.equal(parseDuration("1.5 h"), 5_400_000));
  it("reads what is negative", () => assert.equal(parseDuration("-2M"), -120_000));
  it("refuses other text", () => {
    for (const text of ["", "5", "5x", "h"]) assert.throws(() => parseDuration(text), SyntaxError);
  });
});
describe("formatDuration", () => {
  it("writes the two largest units", () => assert.equal(formatDuration(3_723_004), "1h 2m"));
  it("writes more on demand", () => assert.equal(formatDuration(3_723_004, { parts: 9 }), "1h 2m 3s 4ms"));
  it("leaves out what is nothing", () => assert.equal(formatDuration(3_600_500), "1h 500ms"));
  it("writes zero", () => assert.equal(formatDuration(0), "0s"));
  it("writes what is negative", () => assert.equal(formatDuration(-90_000), "-1m 30s"));
});
describe("formatClock", () => {
  it("has hours", () => assert.equal(formatClock(3_723_999), "1:02:03"));
  it("has no hours", () => assert.equal(formatClock(245_000), "4:05"));
  it("has seconds alone", () => assert.equal(formatClock(7_000), "0:07"));
  it("begins anew after an hour", () => assert.equal(formatClock(7_200_000), "2:00:00"));
});
describe("describeAgo", () => {
  it("has words", () => {
    assert.equal(describeAgo(59_000), "just now");
    assert.equal(describeAgo(60_000), "1 minute ago");
    assert.equal(describeAgo(7_200_000), "2 hours ago");
    assert.equal(describeAgo(86_400_000 * 3.5), "3 days ago");
  });
});
