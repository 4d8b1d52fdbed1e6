import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addRoman, fromRoman, toRoman } from "./roman.js";

describe("toRoman", () => {
  it("writes small numbers", () => {
    assert.equal(toRoman(1), "I");
    assert.equal(toRoman(3), "III");
  });
  it("subtracts", () => {
    assert.equal(toRoman(4), "IV");
    assert.equal(toRoman(90), "XC");
    assert.equal(toRoman(1994), "MCMXCIV");
  });
  it("writes the largest", () => assert.equal(toRoman(3999), "MMMCMXCIX"));
  it("refuses what cannot be written", () => {
    for (const number of [0, -1, 4000, 1.5]) assert.throws(() => toRoman(number), RangeError);
  });
});

describe("fromRoman", () => {
  it("reads additions", () => assert.equal(fromRoman("MDCLXVI"), 1666));
  it("reads subtractions", () => {
    assert.equal(fromRoman("XIV"), 14);
    assert.equal(fromRoman("MCMXCIV"), 1994);
  });
  it("takes small letters and blanks around", () => assert.equal(fromRoman(" xii "), 12));
  it("refuses other letters", () => assert.throws(() => fromRoman("XQ"), SyntaxError));
  it("refuses what is not in normal form", () => {
    for (const text of ["IIII", "VX", ""]) assert.throws(() => fromRoman(text), SyntaxError);
  });
});

it("adds", () => assert.equal(addRoman("XIX", "IV"), "XXIII"));
