import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyRules } from "../../src/policy/registry.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { judgeChange } from "../helpers/judge-change.ts";

const root = join(import.meta.dirname, "../..");
const rules = policyRules.filter(({ group }) => !["shape", "protected", "scope"].includes(group));
const word = fc.constantFrom(
  ..."{ } ( ) [ ] \" ' ` ${ /* */ // # = => ... @ ; , : \0 \r x y process .exit eval( it( expect( .toBe(".split(
    " ",
  ),
  ...[
    "\n",
    "    ",
    "import ",
    "export ",
    "def ",
    "class ",
    "function ",
    "lambda ",
    "await ",
    "assert ",
    "test(",
  ],
);
const soup = fc
  .array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 80 })
  .map((parts) => parts.join(""));
const samples = [
  "src/policy/smells/code/script-bindings.ts",
  "tests/report/render-report.test.ts",
  "support/unittest_report.py",
].map((path) => readFileSync(join(root, path), "utf8").slice(0, 3_000));

/** Code that is cut and patched at some places, so that most of it still reads as code. */
const spoiled = fc
  .constantFrom(...samples)
  .chain((sample) =>
    fc
      .array(fc.tuple(fc.nat(sample.length), fc.nat(40), word), { maxLength: 6 })
      .map((cuts) =>
        cuts.reduce((text, [at, n, put]) => text.slice(0, at) + put + text.slice(at + n), sample),
      ),
  );
const text = fc.oneof(soup, spoiled, fc.string({ unit: "binary" }));
const path = fc.constantFrom(
  ...["src/a.js", "src/a.ts", "src/a.tsx", "src/a.py", "src/a.rs", "src/a.go"],
  ...["test/a.test.js", "test/a.test.ts", "tests/test_a.py"],
);

describe("the rules on tests, suppressions, smells and secrets", () => {
  it("read any garbage without failing", { timeout: 20 * 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(path, fc.option(text), text, async (file, before, after) => {
        const verdict = await judgeChange(
          before === null ? {} : { [file]: before },
          { [file]: after },
          { rules },
        );
        const denials = verdict.status === "denied" ? verdict.denials : [];
        expect(denials.filter(({ reason }) => reason.includes("could not be checked"))).toEqual([]);
      }),
      { seed: corpusSeed, numRuns: isFullCorpus ? 5_000 : 200 },
    );
  });
});
