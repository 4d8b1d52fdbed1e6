import type { ChangedFile } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";
import { findGateScripts } from "./find-gate-scripts.ts";
import { findSetupFiles } from "./find-setup-files.ts";
import { isTestData } from "./is-test-data.ts";
import { listProtectedGlobs } from "./list-protected-globs.ts";
import { createPathProtection, type Protection } from "./protected-paths.ts";

export const protectedPath: PolicyRule = {
  id: "protected-path",
  group: "protected",
  title: "Changes of files that decide what is run and judged",
  explanation:
    "Workflows, manifests, lock files, the settings of tools, what interpreters load by themselves and the data that " +
    "tests compare with decide what a gate sees; who may change them can make any gate green. Such a change needs a " +
    "person. policy.protected adds globs; nothing takes one away. Tests have rules of their own.",
  async find({ files, entries }, { config, readBase }) {
    const protectionOf = createPathProtection(listProtectedGlobs(config));
    const scripts = new Set(await findGateScripts(config.gates, readBase));
    const setups = new Set(await findSetupFiles(entries, readBase));
    const loaded = (path: string): Pick<Protection, "reason"> | null => {
      if (scripts.has(path)) return { reason: "a gate's command runs it" };
      return setups.has(path) ? { reason: "a test runner's configuration loads it into every test" } : null;
    };
    return files.flatMap((file) => {
      const protection = loaded(file.path) ?? narrow(protectionOf(file.path), file);
      const reason = `${file.path} is protected: ${protection?.reason}`;
      return protection === null ? [] : [{ file: file.path, line: null, reason }];
    });
  },
};

/** The rules on tests know what of a test's code may change, and new data judges nothing that is there. */
function narrow(protection: Protection | null, { path, before }: ChangedFile): Protection | null {
  if (protection?.rule !== "tests") return protection;
  return before !== null && isTestData(path) ? protection : null;
}
