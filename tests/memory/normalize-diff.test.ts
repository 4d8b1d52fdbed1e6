import { createTwoFilesPatch } from "diff";
import { describe, expect, it } from "vitest";
import { normalizeDiff } from "../../src/memory/normalize-diff.ts";
import { renderDiff } from "../helpers/sample-lessons.ts";

const same = (a: string, b: string) => normalizeDiff(a) === normalizeDiff(b);

describe("normalizeDiff", () => {
  it("ignores line numbers, headers and white space", () => {
    const one = renderDiff("src/a.js", "if (a < b) {", "if (a <= b) {");
    expect(same(one, renderDiff("src/a.js", "if (a < b) {", "if (a <= b) {", 40))).toBe(true);
    expect(same(one, renderDiff("src/a.js", "  if(a<b){", "\tif (a  <=  b) { "))).toBe(true);
    expect(same(one, `diff --git a/src/a.js b/src/a.js\nindex 1..2 100644\n${one}`)).toBe(true);
    expect(same(one, one.replaceAll("\n", "\r\n"))).toBe(true);
  });

  it("tells other changes, other files and other places apart", () => {
    const one = renderDiff("src/a.js", "if (a < b) {", "if (a <= b) {");
    expect(same(one, renderDiff("src/a.js", "if (a < b) {", "if (a > b) {"))).toBe(false);
    expect(same(one, renderDiff("src/b.js", "if (a < b) {", "if (a <= b) {"))).toBe(false);
    expect(same(one, renderDiff("src/a.js", "if (a <= b) {", "if (a < b) {"))).toBe(false);
    expect(same(one, one.replace("context before", "another function"))).toBe(false);
    expect(same(one, `${one}${renderDiff("src/c.js", "x", "y")}`)).toBe(false);
  });

  it("keeps white space where it is all that changes", () => {
    expect(same(renderDiff("a.js", "  x", " x"), renderDiff("a.js", "  x", "x"))).toBe(false);
  });

  it("keeps indentation where it is meaning", () => {
    const python = (indent: string) => renderDiff("a.py", "    return 1", `${indent}return 2`);
    expect(same(python("    "), python("  "))).toBe(false);
    expect(same(python("  "), renderDiff("a.py", "    return  1", "  return   2"))).toBe(true);
    const js = (indent: string) => renderDiff("a.js", "    return 1", `${indent}return 2`);
    expect(same(js("    "), js("  "))).toBe(true);
  });

  it("is not misled by content that looks like a header", () => {
    const patch = (added: string) =>
      createTwoFilesPatch("a/x.sql", "b/x.sql", "-- old\nkeep\n", `${added}\nkeep\n`, "", "");
    expect(same(patch("++ b/other"), patch("++ b/another"))).toBe(false);
    expect(normalizeDiff(patch("@@ -1 +1 @@"))).toContain("@@-1+1@@");
  });

  it("knows new files by their name, and what is no text diff by itself", () => {
    const made = (path: string) => `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`;
    expect(same(made("a.js"), made("b.js"))).toBe(false);
    expect(same("Binary files a and b differ", "Binary files a and c differ")).toBe(false);
  });
});
