import type { Mutant } from "../../../src/campaign/mutants/mutant.ts";
import type { TriedMutant } from "../../../src/campaign/mutants/mutation-report.ts";

/** A mutant of `clamp` in a.js with what a test is about. */
export function buildTried(
  end: TriedMutant["end"],
  { reaching = ["a.test.js"], ...given }: Partial<Mutant> & { readonly reaching?: readonly string[] } = {},
): TriedMutant {
  const mutant: Mutant = {
    ...{
      path: "a.js",
      content: "",
      line: 2,
      operator: "comparison",
      summary: "compare with <= instead of <",
    },
    ...{ before: ["  return a < b;"], after: ["  return a <= b;"], likelihood: 0.8 },
    statement: { from: 2, to: 2, owner: "10", name: "clamp", isHead: false },
    ...given,
  };
  return { mutant, end, reaching };
}
