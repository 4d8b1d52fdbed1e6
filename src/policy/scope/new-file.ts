import type { PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";

export const newFile: PolicyRule = {
  id: "new-file",
  group: "scope",
  title: "New files outside of tests",
  explanation:
    "A fix belongs where the fault is; a new file may shadow another one, or be loaded by a tool that nobody thought " +
    "of. Write the fix into the file that needs it, or set policy.allowNewFeatures. New tests are welcome.",
  find: ({ files }, { config }) =>
    files
      .filter(({ path, before }) => before === null && !config.policy.allowNewFeatures && !isTestFile(path))
      .map(({ path }) => ({
        file: path,
        line: null,
        reason: `${path} would be a new file outside of tests`,
      })),
};
