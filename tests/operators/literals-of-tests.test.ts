import { describe, expect, it } from "vitest";
import type { TestLiteral } from "../../src/operators/clues.ts";
import { mend } from "./mend.ts";

const literal = (text: string, kind: TestLiteral["kind"], role: TestLiteral["role"] = "expected") =>
  ({ text, kind, role }) as const;

describe("literals of failing tests", () => {
  it("put a text right that is much alike, and leave one alone that is not", async () => {
    const literals = [literal("'is not found'", "string"), literal("'Ann'", "string")];
    const fixed = await mend("text-literal", "a.js", "throw Error('is not fuond');", { literals });
    expect(fixed).toContain("throw Error('is not found');");
    expect(fixed).not.toContain("throw Error('Ann');");
  });

  it("never are what a function returns or a constant becomes by heart", async () => {
    const literals = [
      literal("4711", "number"),
      literal('[{ "name": "Ann" }]', "list"),
      literal('"Ann"', "string"),
    ];
    const code = "function f(a) { const limit = 5; return g(a, limit); }";
    for (const operator of ["return-value", "constant", "operand-kind", "choice-by-flag"]) {
      const fixed = await mend(operator, "a.js", code, { literals });
      expect(
        fixed.filter((text) => /4711|Ann/.test(text)),
        operator,
      ).toEqual([]);
    }
  });

  it("may be empty or plain values that are returned", async () => {
    const fixed = await mend("return-value", "a.js", "function f(a) { return g(a); }", {
      literals: [literal("-Infinity", "number")],
    });
    expect(fixed).toContain("function f(a) { return -Infinity; }");
  });
});
