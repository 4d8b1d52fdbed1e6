import type { PolicyRule } from "../policy-rule.ts";
import { findTestDifferences } from "./find-test-differences.ts";

export const testSetup: PolicyRule = {
  id: "test-setup",
  group: "tests",
  title: "Helpers, hooks, imports and stand-ins that change what existing tests do",
  explanation:
    "A helper, a hook or a mock decides what a test really looks at. Existing ones stay as they are; new ones may serve new " +
    "tests as long as no existing test notices.",
  find: (change, context) => findTestDifferences("test-setup", change, context),
};
