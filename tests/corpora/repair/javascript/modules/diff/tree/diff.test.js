import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diff, editDistance, patch, similarity } from "./diff.js";

const short = (a, b) => diff([...a], [...b]).map(({ kind, value }) => `${{ same: "", added: "+", removed: "-" }[kind]}${value}`);

describe("diff", () => {
  it("keeps what is the same", () => assert.deepEqual(short("abc", "abc"), ["a", "b", "c"]));
  it("tells what was added", () => assert.deepEqual(short("ac", "abcd"), ["a", "+b", "c", "+d"]));
  it("tells what was removed", () => assert.deepEqual(short("abcd", "bd"), ["-a", "b", "-c", "d"]));
  it("removes ahead of adding", () => assert.deepEqual(short("ab", "ac"), ["a", "-b", "+c"]));
  it("finds the longest part in common", () => assert.equal(diff([..."ABCBDAB"], [..."BDCABA"]).filter(({ kind }) => kind === "same").length, 4));
  it("takes nothing", () => {
    assert.deepEqual(short("", "a"), ["+a"]);
    assert.deepEqual(short("a", ""), ["-a"]);
    assert.deepEqual(short("", ""), []);
  });
});
describe("patch", () => {
  it("does what the diff says", () => {
    const [a, b] = [[..."kitten"], [..."sitting"]];
    assert.deepEqual(patch(a, diff(a, b)), b);
  });
  it("refuses another text", () => assert.throws(() => patch(["x"], diff(["a"], ["a", "b"])), /expected a at 0/));
  it("refuses a longer text", () => assert.throws(() => patch(["a", "b"], diff(["a"], ["a"])), /left over/));
});
describe("similarity", () => {
  it("is one of the same and zero of nothing in common", () => {
    assert.equal(similarity([..."ab"], [..."ab"]), 1);
    assert.equal(similarity([..."ab"], [..."cd"]), 0);
    assert.equal(similarity([], []), 1);
  });
  it("is between", () => assert.equal(similarity([..."abcd"], [..."abxy"]), 0.5));
});
describe("editDistance", () => {
  it("counts edits", () => assert.equal(editDistance("kitten", "sitting"), 3));
  it("counts letters of the other where one is empty", () => {
    assert.equal(editDistance("", "abc"), 3);
    assert.equal(editDistance("abc", ""), 3);
  });
  it("is zero of the same", () => assert.equal(editDistance("flaw", "flaw"), 0));
});
