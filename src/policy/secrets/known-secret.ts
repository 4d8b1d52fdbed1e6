import type { PolicyRule } from "../policy-rule.ts";

export const knownSecret: PolicyRule = {
  id: "known-secret",
  group: "secrets",
  title: "Values that Nightshift knows as secret, also encoded",
  explanation:
    "The value of a secret variable of the machine, plain, reversed or encoded, stands in the change: published, it " +
    "would be everybody's. Nothing of a candidate's may hold it. A value that stands in the base is no secret.",
  find({ files }, { hasSecret }) {
    return files.flatMap(({ path, after }) => {
      if (hasSecret(path)) {
        return [{ file: "", line: null, reason: "the name of a changed file holds a known secret" }];
      }
      const lines = (after?.text ?? "").split("\n");
      const at = lines.findIndex(hasSecret);
      // A secret of several lines, or one that a line break cuts, is in no single line.
      if (at === -1 && !hasSecret(after?.text ?? "")) return [];
      return [{ file: path, line: at === -1 ? null : at + 1, reason: `${path} would hold a known secret` }];
    });
  },
};
