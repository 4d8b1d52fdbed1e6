import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { expandBraces, matches, select } from "./glob.js";

describe("matches", () => {
  const yes = [
    ["a/b.js", "a/b.js"],
    ["a/*.js", "a/b.js"],
    ["*", "a"],
    ["a?c", "abc"],
    ["**/*.js", "x.js"],
    ["**/*.js", "a/b/x.js"],
    ["a/**", "a/b/c"],
    ["a/**/z", "a/z"],
    ["a/**/z", "a/b/c/z"],
    ["[a-c]1", "b1"],
    ["[!a-c]1", "d1"],
    ["*.{js,ts}", "x.ts"],
    [".env", ".env"],
    [".*", ".env"],
    ["!a", "b"],
    ["a.b+c", "a.b+c"],
  ];
  for (const [pattern, path] of yes) it(`${pattern} matches ${path}`, () => assert.equal(matches(pattern, path), true));
  const no = [
    ["*.js", "a/b.js"],
    ["a/*", "a/b/c"],
    ["a?c", "ac"],
    ["a.c", "abc"],
    ["[!a-c]1", "b1"],
    ["*", ".env"],
    ["*.{js,ts}", "x.css"],
    ["!a", "a"],
    ["a/**/z", "a/b/y"],
  ];
  for (const [pattern, path] of no) it(`${pattern} does not match ${path}`, () => assert.equal(matches(pattern, path), false));
});
describe("expandBraces", () => {
  it("expands", () => assert.deepEqual(expandBraces("a{b,c}d"), ["abd", "acd"]));
  it("expands more than once", () => assert.deepEqual(expandBraces("{a,b}{1,2}"), ["a1", "a2", "b1", "b2"]));
  it("expands braces in braces", () => assert.deepEqual(expandBraces("{a,b{1,2}}"), ["a", "b1", "b2"]));
  it("leaves what is not closed", () => assert.deepEqual(expandBraces("a{b"), ["a{b"]));
});
describe("select", () => {
  const paths = ["a.js", "a.test.js", "lib/b.js", "lib/c.css"];
  it("selects", () => assert.deepEqual(select(paths, ["*.js", "lib/*.css"]), ["a.js", "a.test.js", "lib/c.css"]));
  it("takes out again", () => assert.deepEqual(select(paths, ["**/*.js", "!**/*.test.js"]), ["a.js", "lib/b.js"]));
  it("the last pattern decides", () => assert.deepEqual(select(paths, ["!a.js", "*.js"]), ["a.js", "a.test.js"]));
});
