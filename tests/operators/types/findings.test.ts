import { describe, expect, it } from "vitest";
import type { SeenFinding } from "../../../src/operators/clues.ts";
import { operators } from "../../../src/operators/registry.ts";
import { findingCases } from "../cases/findings.ts";
import { mend, parse } from "../mend.ts";

/** E722 is of line 2 above. */
const lineOf = (rule: string) => (rule === "E722" ? 2 : 1);

describe("operators that follow findings", () => {
  it.each(findingCases)("%s mends %s of %s (%s)", async (operator, path, rule, message, bug, fix) => {
    const findings: readonly SeenFinding[] = [{ rule, message, line: lineOf(rule) }];
    const fixed = await mend(operator, path, bug, { findings });
    expect(fixed).toContain(fix);
    for (const text of fixed) await parse(path, text);
  });

  it("does nothing without a finding, for one of another line, and for a rule that is not its own", async () => {
    for (const [operator, path, rule, message, bug] of findingCases) {
      const elsewhere = [{ rule, message, line: 90 }];
      const other = [{ rule: "other-rule", message, line: lineOf(rule) }];
      expect(await mend(operator, path, bug), operator).toEqual([]);
      if (rule !== "TS2588")
        expect(await mend(operator, path, bug, { findings: elsewhere }), operator).toEqual([]);
      expect(await mend(operator, path, bug, { findings: other }), operator).toEqual([]);
    }
  });

  it("has a row for every operator that sees types", () => {
    const covered = new Set(findingCases.map(([operator]) => operator));
    expect(operators.filter(({ seesTypes, name }) => seesTypes === true && !covered.has(name))).toEqual([]);
  });

  it("takes an import out with its line, and keeps the line ends of the others", async () => {
    const findings = [{ rule: "TS6133", message: "'b' is declared but its value is never read.", line: 1 }];
    expect(await mend("unused-name", "a.ts", "import { b } from 'c';\r\nf();\r\n", { findings })).toContain(
      "f();\r\n",
    );
  });
});
