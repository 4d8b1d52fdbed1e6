import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testWeakened: PolicyRule = {
  id: "test-weakened",
  group: "tests",
  title: "Existing tests that demand less than before, or something else",
  explanation:
    "Existing tests may only gain: assertions not fewer, matchers not weaker, what they expect the same. Format, comments " +
    "and a linter's own fixes are free, and so are added assertions and stricter matchers.",
  find: (change, context) => findTestDifferences("test-weakened", change, context),
};
