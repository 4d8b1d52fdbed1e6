import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flatten, formatPointer, get, parsePointer, remove, set } from "./json-pointer.js";

const document = { a: { b: [10, { c: "x" }] }, "m/n": 1, "k~": 2, nothing: null };

describe("parsePointer", () => {
  it("splits", () => assert.deepEqual(parsePointer("/a/b/0"), ["a", "b", "0"]));
  it("reads what is escaped", () => assert.deepEqual(parsePointer("/m~1n/k~0/~01"), ["m/n", "k~", "~1"]));
  it("has no parts in nothing", () => assert.deepEqual(parsePointer(""), []));
  it("reads an empty name", () => assert.deepEqual(parsePointer("/"), [""]));
  it("refuses other text", () => assert.throws(() => parsePointer("a/b"), SyntaxError));
});
it("formats", () => assert.equal(formatPointer(["a", 0, "m/n", "~1"]), "/a/0/m~1n/~01"));
describe("get", () => {
  it("finds values", () => {
    assert.equal(get(document, "/a/b/1/c"), "x");
    assert.equal(get(document, "/m~1n"), 1);
    assert.equal(get(document, ""), document);
    assert.equal(get(document, "/nothing"), null);
  });
  it("finds nothing else", () => {
    assert.equal(get(document, "/a/x/y"), undefined);
    assert.equal(get(document, "/nothing/x"), undefined);
    assert.equal(get(document, "/toString"), undefined);
    assert.equal(get({ text: "ab" }, "/text/0"), undefined);
  });
});
describe("set", () => {
  it("sets", () => assert.deepEqual(set({ a: { b: 1, c: 2 } }, "/a/b", 3), { a: { b: 3, c: 2 } }));
  it("makes what is missing", () => assert.deepEqual(set({}, "/a/b", 1), { a: { b: 1 } }));
  it("sets in lists", () => assert.deepEqual(set([1, 2, 3], "/1", 9), [1, 9, 3]));
  it("adds to lists", () => assert.deepEqual(set({ list: [1] }, "/list/-", 2), { list: [1, 2] }));
  it("refuses places that lists do not have", () => {
    for (const part of ["5", "x", "-1"]) assert.throws(() => set([1], `/${part}`, 0), RangeError);
  });
  it("leaves the document alone", () => {
    const given = { a: [1, { b: 2 }] };
    set(given, "/a/1/b", 3);
    assert.deepEqual(given, { a: [1, { b: 2 }] });
  });
});
describe("remove", () => {
  it("removes from objects", () => assert.deepEqual(remove({ a: { b: 1, c: 2 } }, "/a/b"), { a: { c: 2 } }));
  it("removes from lists", () => assert.deepEqual(remove({ a: [1, 2, 3] }, "/a/1"), { a: [1, 3] }));
  it("removes nothing that is not there", () => assert.deepEqual(remove({ a: 1 }, "/b/c"), { a: 1 }));
});
it("flattens", () => {
  assert.deepEqual(flatten({ a: { b: [1, 2] }, "m/n": null, e: {} }), { "/a/b/0": 1, "/a/b/1": 2, "/m~1n": null, "/e": {} });
});
