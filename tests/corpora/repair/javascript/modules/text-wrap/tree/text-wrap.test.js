import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { center, dedent, justify, truncate, wrap } from "./text-wrap.js";

describe("wrap", () => {
  it("breaks between words", () => {
    assert.deepEqual(wrap("the quick brown fox jumps", 10), ["the quick", "brown fox", "jumps"]);
  });
  it("fills a line to its last place", () => assert.deepEqual(wrap("aaa bbb cc", 7), ["aaa bbb", "cc"]));
  it("cuts words that are too long", () => assert.deepEqual(wrap("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]));
  it("makes one blank of many", () => assert.deepEqual(wrap("  a \n  b ", 10), ["a b"]));
  it("has no lines in nothing", () => assert.deepEqual(wrap("", 5), []));
  it("refuses a width of nothing", () => assert.throws(() => wrap("a", 0), RangeError));
});
describe("truncate", () => {
  it("leaves what fits", () => assert.equal(truncate("hello", 5), "hello"));
  it("cuts at a word's end", () => assert.equal(truncate("hello big world", 12), "hello big…"));
  it("cuts in a word where none ends near", () => assert.equal(truncate("a abcdefghijkl", 9), "a abcdef…"));
  it("takes another ellipsis", () => assert.equal(truncate("abcdefgh", 6, "..."), "abc..."));
});
describe("center", () => {
  it("puts blanks on both sides", () => assert.equal(center("ab", 6), "  ab  "));
  it("puts the odd one to the right", () => assert.equal(center("ab", 5, "*"), "*ab**"));
  it("leaves what is too long", () => assert.equal(center("abcdef", 3), "abcdef"));
});
describe("justify", () => {
  it("spreads words", () => assert.equal(justify("a b c", 9), "a   b   c"));
  it("gives odd blanks to the first gaps", () => assert.equal(justify("a b c d", 9), "a  b  c d"));
  it("leaves one word", () => assert.equal(justify(" word ", 9), "word"));
  it("keeps one blank where there is no room", () => assert.equal(justify("aaa bbb", 3), "aaa bbb"));
});
describe("dedent", () => {
  it("takes away what is common", () => assert.equal(dedent("  a\n    b\n  c"), "a\n  b\nc"));
  it("does not count empty lines", () => assert.equal(dedent("  a\n\n  b"), "a\n\nb"));
  it("leaves what is not indented", () => assert.equal(dedent("a\n  b"), "a\n  b"));
});
