import type { PolicyRule } from "../policy-rule.ts";

export const twice: PolicyRule = {
  id: "twice",
  group: "shape",
  title: "Two changes of files whose names some systems take for one",
  explanation:
    "On a file system that ignores case the second change would hide the first. Change each file once.",
  find({ files }) {
    const seen = new Set<string>();
    return files.flatMap(({ path }) => {
      const name = path.normalize("NFC").toLowerCase();
      const isKnown = seen.has(name);
      seen.add(name);
      return isKnown ? [{ file: path, line: null, reason: `${path} is changed twice` }] : [];
    });
  },
};
