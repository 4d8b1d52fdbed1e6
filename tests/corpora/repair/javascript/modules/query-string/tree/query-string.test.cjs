"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { formatQuery, parseQuery, updateUrl } = require("./query-string.cjs");

test("reads names and values", () => assert.deepEqual(parseQuery("a=1&b=two"), { a: "1", b: "two" }));
test("takes a question mark at the start", () => assert.deepEqual(parseQuery("?a=1"), { a: "1" }));
test("reads a name more than once", () => assert.deepEqual(parseQuery("a=1&a=2&a=3"), { a: ["1", "2", "3"] }));
test("reads a name without a value", () => assert.deepEqual(parseQuery("a&b="), { a: true, b: "" }));
test("keeps further equals signs", () => assert.deepEqual(parseQuery("q=a=b"), { q: "a=b" }));
test("decodes", () => assert.deepEqual(parseQuery("full+name=J%C3%B6rg%20K"), { "full name": "Jörg K" }));
test("keeps what cannot be decoded", () => assert.deepEqual(parseQuery("a=%zz"), { a: "%zz" }));
test("reads nothing", () => assert.deepEqual(parseQuery("&"), {}));
test("reads names that objects have", () => assert.deepEqual(parseQuery("toString=1").toString, "1"));
test("writes in order", () => assert.equal(formatQuery({ b: 2, a: "x y" }), "a=x+y&b=2"));
test("writes lists", () => assert.equal(formatQuery({ a: [1, 2] }), "a=1&a=2"));
test("writes what is true without a value", () => assert.equal(formatQuery({ a: true }), "a"));
test("leaves out what is nothing", () => assert.equal(formatQuery({ a: null, b: undefined, c: false, d: 0, e: "" }), "d=0&e="));
test("updates a URL", () => assert.equal(updateUrl("/list?page=2&q=x#top", { page: 3 }), "/list?page=3&q=x#top"));
test("takes values away", () => assert.equal(updateUrl("/list?page=2#top", { page: null }), "/list#top"));
test("adds a query", () => assert.equal(updateUrl("/list", { q: "a&b" }), "/list?q=a%26b"));
