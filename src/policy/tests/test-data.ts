import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testData: PolicyRule = {
  id: "test-data",
  group: "tests",
  title: "Existing fixtures, snapshots and golden outputs that are changed or deleted",
  explanation:
    "What tests compare with is part of what they demand. New data for new tests is free; a changed snapshot needs a " +
    "person who has looked at it.",
  find: (change, context) => findTestDifferences("test-data", change, context),
};
