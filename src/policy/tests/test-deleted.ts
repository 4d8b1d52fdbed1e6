import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testDeleted: PolicyRule = {
  id: "test-deleted",
  group: "tests",
  title: "Tests, test files or rows of test tables that are deleted, renamed or moved",
  explanation:
    "A test that is gone cannot fail. New tests go beside the old ones, under names of their own; who wants a test gone " +
    "asks a person.",
  find: (change, context) => findTestDifferences("test-deleted", change, context),
};
