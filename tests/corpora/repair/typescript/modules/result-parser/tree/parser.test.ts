import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { choice, many, map, parseAll, pattern, separated, sequence, text } from "./parser.ts";

const digit = pattern(/\d/, "a digit");
const number = map(pattern(/-?\d+/, "a number"), Number);
const list = separated(number, text(","));

describe("text and pattern", () => {
  it("take what is at the start", () => {
    assert.deepEqual(text("ab")("abc"), { ok: true, value: "ab", rest: "c" });
    assert.deepEqual(digit("1a"), { ok: true, value: "1", rest: "a" });
  });
  it("take nothing that comes later", () => {
    assert.deepEqual(text("b")("ab"), { ok: false, expected: '"b"', at: "ab" });
    assert.equal(digit("a1").ok, false);
  });
});
it("map changes values", () => assert.equal(parseAll(number, "-12"), -12));
describe("sequence", () => {
  it("takes one after the other", () => assert.deepEqual(parseAll(sequence(text("a"), text("b")), "ab"), ["a", "b"]));
  it("fails where one does", () => assert.deepEqual(sequence(text("a"), text("b"))("ac"), { ok: false, expected: '"b"', at: "c" }));
});
describe("choice", () => {
  it("takes the first that fits", () => assert.equal(parseAll(choice(text("a"), text("b")), "b"), "b"));
  it("tells the failure that came furthest", () => {
    const either = choice(sequence(text("x")), sequence(text("a"), text("b")), sequence(text("y")));
    assert.deepEqual(either("ac"), { ok: false, expected: '"b"', at: "c" });
  });
});
describe("many", () => {
  it("takes all there are", () => assert.deepEqual(parseAll(many(digit), "123"), ["1", "2", "3"]));
  it("takes none", () => assert.deepEqual(parseAll(many(digit), ""), []));
  it("takes at least so many", () => assert.equal(many(digit, 2)("1").ok, false));
  it("ends with what takes nothing", () => assert.deepEqual(parseAll(many(text("")), ""), []));
});
describe("separated", () => {
  it("drops what is between", () => assert.deepEqual(parseAll(list, "1,2,3"), [1, 2, 3]));
  it("takes one, and none", () => {
    assert.deepEqual(parseAll(list, "7"), [7]);
    assert.deepEqual(parseAll(list, ""), []);
  });
  it("wants a value behind what is between", () => assert.equal(list("1,").ok, false));
});
describe("parseAll", () => {
  it("says where it went wrong", () => assert.throws(() => parseAll(sequence(text("a"), digit), "ax"), /expected a digit at 1/));
  it("leaves nothing over", () => assert.throws(() => parseAll(digit, "12"), /unexpected text at 1/));
});
