import type { PolicyRule } from "../policy-rule.ts";
import { compareExports } from "./compare-exports.ts";

export const newExport: PolicyRule = {
  id: "new-export",
  group: "scope",
  title: "Names that others could begin to use: new exports",
  explanation:
    "A fix mends what is there; a new name that others can import is a feature that somebody has to keep. Keep the " +
    "helper private to its file (in Python with a leading underscore), or set policy.allowNewFeatures. A name that " +
    "only moves between files of the change is fine.",
  async find(change, { config, parser }) {
    if (config.policy.allowNewFeatures) return [];
    const { gained } = await compareExports(change, parser);
    return gained
      .filter(({ counterpart }) => counterpart === null)
      .map(({ file, line, name }) => ({ file, line, reason: `${file} would export ${name}, which is new` }));
  },
};
