import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { listWords, ordinal, pluralize, slugify, splitWords, toCamelCase, toSnakeCase, toTitle } from "./text-case.js";

describe("splitWords", () => {
  it("splits camels", () => assert.deepEqual(splitWords("fooBarBaz2Go"), ["foo", "Bar", "Baz2", "Go"]));
  it("keeps short forms together", () => assert.deepEqual(splitWords("parseHTMLText"), ["parse", "HTML", "Text"]));
  it("splits at other signs", () => assert.deepEqual(splitWords("_foo-bar baz!"), ["foo", "bar", "baz"]));
});
it("writes camels", () => {
  assert.equal(toCamelCase("foo_bar BAZ"), "fooBarBaz");
  assert.equal(toCamelCase(""), "");
});
it("writes snakes", () => assert.equal(toSnakeCase("parseHTMLText"), "parse_html_text"));
describe("toTitle", () => {
  it("keeps small words small", () => assert.equal(toTitle("the lord OF the rings"), "The Lord of the Rings"));
  it("but not the last", () => assert.equal(toTitle("what is it for"), "What Is It For"));
});
describe("slugify", () => {
  it("is for URLs", () => assert.equal(slugify("  Héllo, Wörld & more! "), "hello-world-more"));
  it("is cut between words", () => assert.equal(slugify("one two three four", 9), "one-two"));
  it("keeps a word that just fits", () => assert.equal(slugify("one two three", 7), "one-two"));
  it("cuts one long word", () => assert.equal(slugify("abcdefgh", 5), "abcde"));
});
describe("pluralize", () => {
  it("adds endings", () => {
    assert.deepEqual(["cat", "box", "city", "day", "wish", "bus"].map((word) => pluralize(word)), ["cats", "boxes", "cities", "days", "wishes", "buses"]);
  });
  it("knows odd words", () => assert.equal(pluralize("child"), "children"));
  it("leaves one alone", () => {
    assert.equal(pluralize("cat", 1), "cat");
    assert.equal(pluralize("cat", 0), "cats");
  });
});
it("counts", () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 10].map(ordinal), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th", "10th"]);
});
it("lists", () => {
  assert.equal(listWords(["a", "b", "c"]), "a, b and c");
  assert.equal(listWords(["a", "b"], "or"), "a or b");
  assert.equal(listWords(["a"]), "a");
  assert.equal(listWords([]), "");
});
