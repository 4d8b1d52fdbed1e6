import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testSkipped: PolicyRule = {
  id: "test-skipped",
  group: "tests",
  title: "More tests that are skipped, expected to fail, run alone or left early",
  explanation:
    "A test that does not run proves nothing, and one that runs alone silences the others. Counts of skip, todo, only, " +
    "xfail and the like may fall, never rise, in new tests too.",
  find: (change, context) => findTestDifferences("test-skipped", change, context),
};
