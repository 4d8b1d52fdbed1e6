import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { describe, expect, it } from "vitest";
import { findEditKinds } from "../../../src/memory/policy/find-edit-kinds.ts";

function sort(before: string, after: string, path = "src/a.js"): readonly string[] {
  const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, `${before}\n`, `${after}\n`, "", "", {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return findEditKinds(diff);
}

describe("findEditKinds", () => {
  it.each([
    ["if (page < pages) {", "if (page <= pages) {", "condition"],
    ["return a && b;", "return a || b;", "condition"],
    ["    if x is None:", "    if x is not None:", "condition"],
    ["const isOver = value > limit;", "const isOver = value >= limit;", "condition"],
    ["const limit = 10;", "const limit = 11;", "constant"],
    ['  name: "one",', '  name: "two",', "constant"],
    ["return false;", "return true;", "constant"],
    ["return trimStart(text);", "return trimEnd(text);", "call"],
    ["return load(path);", "return await load(path);", "call"],
    ["return rows.length;", "return rows.size();", "call"],
    ["return total + tax;", "return total - tax;", "other"],
    ['import { a } from "./a.js";', 'import { a } from "./b.js";', "import"],
    ["from a import b", "from a import c", "import"],
    ["def parse(text: str) -> int:", "def parse(text: str) -> str:", "type"],
    ["export type Kind = string;", "export type Kind = number;", "type"],
    ["// one", "// another", "comment"],
  ])("sorts %s → %s as %s", (before, after, kind) => {
    expect(sort(before, after)).toEqual([kind]);
  });

  it.each([
    ["first();", "first();\nsecond();", "statement-added"],
    ["first();\nsecond();", "first();", "statement-removed"],
    ["first();", 'import "./second.js";\nfirst();', "import"],
    ["first();", "first();\nfunction second() {\n}", "function-added"],
    ["first();", "first();\n# why it is so", "comment"],
  ])("sorts lines that come or go: %j → %j is %s", (before, after, kind) => {
    expect(sort(before, after)).toEqual([kind]);
  });

  it("tells every kind of a larger edit once, sorted, over all files", () => {
    const one = createTwoFilesPatch("a/x.js", "b/x.js", "a(1);\nb(1);\n", "a(2);\nb(2);\nc();\n");
    const two = createTwoFilesPatch("a/y.js", "b/y.js", "if (x) y();\n", "if (!x) y();\n");
    expect(findEditKinds(one + two)).toEqual(["condition", "constant", "statement-added"]);
  });

  it("finds nothing in what is no diff, in white space and in brackets", () => {
    expect(findEditKinds("")).toEqual([]);
    expect(findEditKinds("Binary files differ")).toEqual([]);
    expect(sort("  call();", "    call();")).toEqual([]);
    expect(sort("a();", "a();\n}")).toEqual([]);
  });

  it("takes hostile lines within a moment", () => {
    const long = `${"a && b || ".repeat(5_000)}"${"\\".repeat(20_000)}`;
    expect(sort(long, `${long} c`)).toEqual(["condition"]);
  });
});
