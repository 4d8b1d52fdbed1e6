import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseBlocks, renderInline, renderMarkdown, tableOfContents } from "./markdown.ts";

describe("renderInline", () => {
  it("renders marks", () => assert.equal(renderInline("a **b** *c*"), "a <strong>b</strong> <em>c</em>"));
  it("renders links", () => assert.equal(renderInline("[x y](http://e.org)"), '<a href="http://e.org">x y</a>'));
  it("leaves code as it is", () => assert.equal(renderInline("`a **b** <`"), "<code>a **b** &lt;</code>"));
  it("escapes", () => assert.equal(renderInline("1 < 2 & 3 > 2"), "1 &lt; 2 &amp; 3 &gt; 2"));
  it("renders more than one", () => assert.equal(renderInline("*a* *b*"), "<em>a</em> <em>b</em>"));
});
describe("parseBlocks", () => {
  it("knows headings", () => {
    assert.deepEqual(parseBlocks("# One\n### Three ##"), [
      { kind: "heading", level: 1, text: "One" },
      { kind: "heading", level: 3, text: "Three" },
    ]);
  });
  it("joins the lines of a paragraph", () => assert.deepEqual(parseBlocks("a\n b\n\nc"), [{ kind: "paragraph", text: "a b" }, { kind: "paragraph", text: "c" }]));
  it("knows lists", () => {
    assert.deepEqual(parseBlocks("text\n- a\n* b\n1. c\n2. d"), [
      { kind: "paragraph", text: "text" },
      { kind: "list", isOrdered: false, items: ["a", "b"] },
      { kind: "list", isOrdered: true, items: ["c", "d"] },
    ]);
  });
  it("knows code", () => {
    assert.deepEqual(parseBlocks("```js\n# no\n\n- no\n```\nend"), [
      { kind: "code", language: "js", lines: ["# no", "", "- no"] },
      { kind: "paragraph", text: "end" },
    ]);
  });
  it("takes code that is not closed to the end", () => assert.deepEqual(parseBlocks("```\na\nb"), [{ kind: "code", language: "", lines: ["a", "b"] }]));
  it("takes line ends of Windows", () => assert.deepEqual(parseBlocks("# a\r\nb\r\n"), [{ kind: "heading", level: 1, text: "a" }, { kind: "paragraph", text: "b" }]));
  it("has no blocks in nothing", () => assert.deepEqual(parseBlocks("\n \n"), []));
  it("needs a blank behind the marks of a heading", () => assert.equal(parseBlocks("#tag")[0]?.kind, "paragraph"));
});
describe("renderMarkdown", () => {
  it("renders blocks", () => {
    assert.equal(renderMarkdown("## T *x*\n1. a\n2. `b`\n\np & q"), "<h2>T <em>x</em></h2>\n<ol><li>a</li><li><code>b</code></li></ol>\n<p>p &amp; q</p>");
  });
  it("renders code and plain lists", () => assert.equal(renderMarkdown("- a\n```\n<b>\nc\n```"), "<ul><li>a</li></ul>\n<pre>&lt;b&gt;\nc</pre>"));
});
it("makes a table of contents", () => {
  assert.equal(tableOfContents("## A b!\ntext\n### C\n## A b"), "- [A b!](#a-b)\n  - [C](#c)\n- [A b](#a-b-1)");
});
