import type { PolicyRule } from "../policy-rule.ts";
import { compareExports } from "./compare-exports.ts";

export const removedExport: PolicyRule = {
  id: "removed-export",
  group: "scope",
  title: "Exports that are gone, which others may use",
  explanation:
    "Whoever imports the name breaks, and not every user has a test in this repository. Keep the name, if only as a " +
    "second one for what replaced it. A name that moves to another file of the change is a note.",
  async find(change, { parser }) {
    const { lost } = await compareExports(change, parser);
    return lost.map(({ file, name, counterpart }) => {
      // The line is the one before the change, which no longer stands there.
      const place = { file, line: null };
      return counterpart === null
        ? { ...place, reason: `${file} would no longer export ${name}` }
        : { ...place, reason: `${name} moves from ${file} to ${counterpart}`, severity: "note" as const };
    });
  },
};
