import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testUnreadable: PolicyRule = {
  id: "test-unreadable",
  group: "tests",
  title: "Changes of existing tests that cannot be compared",
  explanation:
    "Whether a test lost something is told from its syntax; where there is none to read, nobody knows, and unknown is " +
    "denied. Put new tests into a file of their own.",
  find: (change, context) => findTestDifferences("test-unreadable", change, context),
};
