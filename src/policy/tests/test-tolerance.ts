import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testTolerance: PolicyRule = {
  id: "test-tolerance",
  group: "tests",
  title: "Tolerances, timeouts and retries that are raised",
  explanation:
    "A test that is given more time, more tries or more room passes more often, not more rightly. Make the code quicker or " +
    "more exact; a new test may have limits of its own, but no retries.",
  find: (change, context) => findTestDifferences("test-tolerance", change, context),
};
