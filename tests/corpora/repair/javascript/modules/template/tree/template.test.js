import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeHtml, render } from "./template.js";

test("leaves text alone", () => assert.equal(render("a {b} c", {}), "a {b} c"));
test("fills in values", () => assert.equal(render("Hi {{ name }}, {{age}}!", { name: "Ann", age: 0 }), "Hi Ann, 0!"));
test("fills in nothing for what is not there", () => assert.equal(render("[{{x}}{{y}}]", { y: null }), "[]"));
test("follows paths", () => assert.equal(render("{{a.b.c}}{{a.x.y}}", { a: { b: { c: 1 } } }), "1"));
test("escapes", () => assert.equal(render("{{x}}", { x: "<a & 'b'>" }), "&lt;a &amp; &#39;b&#39;&gt;"));
test("does not escape on demand", () => assert.equal(render("{{&x}}", { x: "<b>" }), "<b>"));
test("repeats a section", () => assert.equal(render("{{#items}}<{{name}}>{{/items}}", { items: [{ name: "a" }, { name: "b" }] }), "<a><b>"));
test("repeats plain values", () => assert.equal(render("{{#n}}{{.}};{{/n}}", { n: [1, 2] }), "1;2;"));
test("shows a section on a condition", () => {
  assert.equal(render("{{#ok}}yes{{/ok}}{{^ok}}no{{/ok}}", { ok: true }), "yes");
  assert.equal(render("{{#ok}}yes{{/ok}}{{^ok}}no{{/ok}}", { ok: false }), "no");
});
test("shows another section for an empty list", () => assert.equal(render("{{#l}}x{{/l}}{{^l}}none{{/l}}", { l: [] }), "none"));
test("sees what is around a section", () => assert.equal(render("{{#items}}{{sep}}{{n}}{{/items}}", { sep: "-", items: [{ n: 1 }, { n: 2, sep: "+" }] }), "-1+2"));
test("puts sections into sections", () => {
  const values = { rows: [{ cells: [1, 2] }, { cells: [3] }] };
  assert.equal(render("{{#rows}}[{{#cells}}{{.}}{{/cells}}]{{/rows}}", values), "[12][3]");
});
test("applies filters", () => {
  assert.equal(render("{{name | trim | upper}}", { name: " ann " }), "ANN");
  assert.equal(render("{{tags | join}} {{tags | count}}", { tags: ["a", "b"] }), "a, b 2");
});
test("refuses a section that is not closed", () => assert.throws(() => render("{{#a}}x", { a: 1 }), /not closed: a/));
test("escapeHtml escapes each time", () => assert.equal(escapeHtml("a<b<c"), "a&lt;b&lt;c"));
