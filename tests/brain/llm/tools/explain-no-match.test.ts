import { describe, expect, it } from "vitest";
import { explainNoMatch } from "../../../../src/brain/llm/tools/explain-no-match.ts";

const text = [
  "export function lastPage(total, size) {",
  "  if (total < 1) return 0;",
  "  return Math.floor(total / size);",
  "}",
  "",
  "export function firstPage() {",
  "  return 1;",
  "}",
  "",
].join("\n");

describe("a text that does not stand in a file", () => {
  it("is told from one that differs in white space alone, with the lines as they are", () => {
    const told = explainNoMatch("a.js", text, "if (total<1)\n\treturn 0;");
    expect(told).toContain(
      "differs in white space or line breaks alone from line 2:\n  if (total < 1) return 0;",
    );
  });

  it("is answered with the lines that come nearest", () => {
    const told = explainNoMatch(
      "a.js",
      text,
      "  if (total < 0) return 0;\n  return Math.ceil(total / size);",
    );
    expect(told).toContain(
      "Nearest to it come lines 2 to 3:\n  if (total < 1) return 0;\n  return Math.floor",
    );
  });

  it("is told to be copied without the numbers of lines", () => {
    expect(explainNoMatch("a.js", text, "6|export function firstPage() {\n7|  return 1;")).toContain(
      "give it without them",
    );
  });

  it("is told to be nowhere, where nothing is like it", () => {
    expect(explainNoMatch("a.js", text, "class Basket extends Map")).toContain("nor anything like it");
    expect(explainNoMatch("a.js", text, "%%%")).toContain("nor anything like it");
    expect(explainNoMatch("a.js", "", "x")).toContain("nor anything like it");
  });

  it("shows the lines of a CRLF file as they read", () => {
    expect(explainNoMatch("a.js", text.replaceAll("\n", "\r\n"), "if (total<1) return 0;")).toContain(
      "line 2:\n  if (total < 1) return 0;",
    );
  });

  it("shows a bounded part, whatever the sizes", () => {
    const large = Array.from(
      { length: 30_000 },
      (_, n) => `const value${n} = compute(${n}, "text ${n}");`,
    ).join("\n");
    const near = explainNoMatch("a.js", large, 'const value29000 = compute(29000, "text");');
    expect(near).toContain("line 29001:\n");
    const wide = explainNoMatch("a.js", large, large.replaceAll("compute", "calculate").slice(0, 200_000));
    expect(wide.length).toBeLessThan(2_300);
    const minified = explainNoMatch("a.js", `a b c ${"x".repeat(900_000)}`, "a b d");
    expect(minified.length).toBeLessThan(2_300);
  });
});
