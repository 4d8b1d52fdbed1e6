import { describe, expect, it } from "vitest";
import type { TestLiteral } from "../../../src/operators/clues.ts";
import { collectNames } from "../../../src/operators/names.ts";
import { listLiterals } from "../../../src/operators/synthesis/list-literals.ts";
import { mend, parse } from "../mend.ts";

const literal = (text: string, kind: TestLiteral["kind"], role: TestLiteral["role"]): TestLiteral => ({
  text,
  kind,
  role,
});
const examples = [
  literal('"/a/../b"', "string", "input"),
  literal('"/b"', "string", "expected"),
  literal("42", "number", "input"),
  literal("1764", "number", "expected"),
  literal('["x"]', "list", "expected"),
];

async function list(text: string, literals: readonly TestLiteral[]) {
  const source = await parse("a.js", text);
  return listLiterals({ source, names: collectNames(source), literals });
}

describe("listLiterals", () => {
  it("leaves out the examples of a test, which no program should know by heart", async () => {
    expect(await list("const a = 3;", examples)).toEqual({ numbers: ["3"], strings: [], expected: [] });
  });

  it("takes signs, round and empty values, and what the file holds itself", async () => {
    const literals = [
      literal('"-"', "string", "input"),
      literal("100", "number", "other"),
      literal("0", "number", "input"),
      literal("null", "null", "expected"),
      literal("[]", "list", "expected"),
      literal('"IV"', "string", "expected"),
    ];
    expect(await list('const a = ["IV", 7];', literals)).toEqual({
      numbers: ["0", "100", "7"],
      strings: ['"-"', '"IV"'],
      expected: ["null", "[]", '"IV"'],
    });
  });

  it("keeps guards from answering a test with what it expects", async () => {
    const text = "function clean(path) {\n  return path.trim();\n}\n";
    for (const name of ["missing-guard", "early-exit", "condition-term", "condition-replacement"]) {
      const mended = await mend(name, "a.js", text, { literals: examples });
      expect(
        mended.filter((one) => /\/b|42|1764|"x"/.test(one)),
        name,
      ).toEqual([]);
    }
    expect(await mend("missing-guard", "a.js", text, { literals: examples })).not.toEqual([]);
  });
});
