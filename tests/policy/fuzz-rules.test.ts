import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyRules } from "../../src/policy/registry.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { judgeChange } from "../helpers/judge-change.ts";

const rules = policyRules.filter(({ group }) => ["shape", "protected", "scope"].includes(group));
const word = fc.constantFrom(
  "export ",
  "import ",
  "{",
  "}",
  "(",
  '"',
  "'",
  "`",
  "/*",
  "*/",
  "//",
  "\n",
  "\r",
  "#",
  "__all__",
  "=",
  "pub use ",
  "\u202e",
  "\0",
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 60 }).map((parts) => parts.join("")),
);
const path = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .tuple(
      fc.constantFrom("src/", "test/", "", ".git/"),
      fc.string({ maxLength: 6 }),
      fc.constantFrom(".js", ".ts", ".py", ".go", ".rs", ".d.ts", ""),
    )
    .map((parts) => parts.join("")),
);
const tree = fc.dictionary(path, text, { maxKeys: 4, noNullPrototype: true });

describe("the rules on shape, protected paths and scope", () => {
  it("read any garbage without failing", async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.dictionary(path, fc.option(text), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
        async (before, after) => {
          // Alone, so that no rule is spared by another one's denial.
          for (const rule of rules) {
            const verdict = await judgeChange(before, after, { rules: [rule] });
            const reasons = verdict.status === "denied" ? verdict.denials.map(({ reason }) => reason) : [];
            expect(reasons.filter((reason) => reason.includes("could not be checked"))).toEqual([]);
          }
        },
      ),
      { seed: corpusSeed, numRuns: isFullCorpus ? 2_000 : 100 },
    );
  });
});
