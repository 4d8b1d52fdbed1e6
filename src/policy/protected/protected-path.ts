import type { PolicyRule } from "../policy-rule.ts";
import { listProtectedGlobs } from "./list-protected-globs.ts";
import { createPathProtection } from "./protected-paths.ts";

export const protectedPath: PolicyRule = {
  id: "protected-path",
  group: "protected",
  title: "Changes of files that decide what is run and judged",
  explanation:
    "Workflows, manifests, lock files and the settings of tools decide what a gate sees; who may change them can make " +
    "any gate green. Such a change needs a person. policy.protected adds globs; nothing takes one away.",
  find({ files }, { config }) {
    const protectionOf = createPathProtection(listProtectedGlobs(config));
    return files.flatMap(({ path }) => {
      const protection = protectionOf(path);
      return protection === null
        ? []
        : [{ file: path, line: null, reason: `${path} is protected: ${protection.reason}` }];
    });
  },
};
