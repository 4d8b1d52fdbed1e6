import type { PolicyRule } from "../policy-rule.ts";
import { findGateScripts } from "./find-gate-scripts.ts";
import { findSetupFiles } from "./find-setup-files.ts";
import { listProtectedGlobs } from "./list-protected-globs.ts";
import { createPathProtection } from "./protected-paths.ts";

export const protectedPath: PolicyRule = {
  id: "protected-path",
  group: "protected",
  title: "Changes of files that decide what is run and judged",
  explanation:
    "Workflows, manifests, lock files, the settings of tools and what interpreters and runners load by themselves " +
    "decide what a gate sees; who may change them can make any gate green. Such a change needs a person. " +
    "policy.protected adds globs; nothing takes one away. Tests have rules of their own.",
  async find({ files, entries }, { config, readBase }) {
    const protectionOf = createPathProtection(listProtectedGlobs(config));
    const scripts = new Set(await findGateScripts(config.gates, readBase));
    const setups = new Set(await findSetupFiles(entries, readBase));
    const reasonFor = (path: string): string | null => {
      if (scripts.has(path)) return "a gate's command runs it";
      if (setups.has(path)) return "a test runner's configuration loads it into every test";
      const protection = protectionOf(path);
      // The rules on tests know what of them may change.
      return protection === null || protection.rule === "tests" ? null : protection.reason;
    };
    return files.flatMap(({ path }) => {
      const reason = reasonFor(path);
      return reason === null ? [] : [{ file: path, line: null, reason: `${path} is protected: ${reason}` }];
    });
  },
};
