import { describe, expect, it } from "vitest";
import { findOperatorSetVersion } from "../../src/operators/operator-set-version.ts";
import { operators } from "../../src/operators/registry.ts";
import { languageOf } from "../../src/syntax/language.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

const parser = createSourceParser();

describe("createSourceParser", () => {
  it.each([
    ["a.js", "\uFEFF#!/usr/bin/env node\r\nconst a = <b c={1} />;\r\n"],
    ["a.jsx", "const a = <b>{c}</b>;"],
    ["a.cjs", "module.exports = 1;"],
    ["a.mts", "export const a = <T>(b: T): T => b;"],
    ["a.tsx", "const A = <T,>(b: P<T>) => <div {...b}>x</div>;"],
    ["a.py", "async def f(a, /, b: int = 1, *, c) -> None:\n    match a:\n        case [1, *_]: pass\n"],
  ])("parses %s: %j", async (path, text) => {
    expect((await parser.parse(path, text)).status).toBe("parsed");
  });

  it.each([
    ["a.js", "const = 1;", "a.js: does not parse as javascript"],
    ["a.ts", "let a: = 1;", "a.ts: does not parse as typescript"],
    ["a.rb", "a = 1", "a.rb: no grammar for this kind of file"],
    ["a.d.ts", "export {};", "a.d.ts: no grammar for this kind of file"],
    ["a.js", `x(${"1,".repeat(1_500)}2)`, "a.js: a line of 3004 characters looks minified"],
    ["a.js", "x();\n".repeat(41_000), "a.js: 205000 characters are more than 204800"],
  ])("skips %s with a reason", async (path, text, reason) => {
    expect(await parser.parse(path, text)).toEqual({ status: "skipped", reason });
  });

  it("gives places as offsets into the text and 1-based lines, also behind non-ASCII characters", async () => {
    const text = "// größe 🙂\nconst a = b;\n";
    const parsed = await parser.parse("a.js", text);
    if (parsed.status !== "parsed") throw new Error(parsed.reason);
    const statement = parsed.source.root.children.find(({ type }) => type === "lexical_declaration");
    expect(text.slice(statement?.start, statement?.end)).toBe("const a = b;");
    expect(statement?.line).toBe(2);
  });
});

describe("languageOf", () => {
  it("goes by the extension alone", () => {
    expect(["x.mjs", "x.cts", "x.tsx", "x.py", "x.go", "Makefile"].map(languageOf)).toEqual([
      "javascript",
      "typescript",
      "tsx",
      "python",
      null,
      null,
    ]);
  });
});

describe("findOperatorSetVersion", () => {
  it("changes with a name or a version, not with the order", () => {
    const version = findOperatorSetVersion(operators);
    expect(findOperatorSetVersion(operators.toReversed())).toBe(version);
    expect(findOperatorSetVersion(operators.slice(1))).not.toBe(version);
    expect(
      findOperatorSetVersion(operators.map((operator) => ({ ...operator, version: operator.version + 1 }))),
    ).not.toBe(version);
  });
});
