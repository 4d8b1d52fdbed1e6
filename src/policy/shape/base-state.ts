import type { ChangedFile, ChangeSet } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";

export const baseState: PolicyRule = {
  id: "base-state",
  group: "shape",
  title: "Changes that are at odds with the tree they start from",
  explanation:
    "A change that adds what is there, deletes what is not, or writes inside a submodule was made against another " +
    "tree: what a reviewer sees is not what would happen. Make it again on the present state.",
  find: ({ files, entries }) =>
    files.flatMap((file) => {
      const fault = findFault(file, entries);
      return fault === null
        ? []
        : [{ file: file.path, line: null, reason: `${JSON.stringify(file.path)} ${fault}` }];
    }),
};

function findFault({ path, before, after }: ChangedFile, entries: ChangeSet["entries"]): string | null {
  const entry = entries.get(path);
  if (before === null && after === null) return "is to be deleted and is not there";
  if (before === null && entry !== undefined) return "is to be new and is there already";
  if (before !== null && entry === undefined) return "is to be changed and is not there";
  if (before !== null && entry?.mode !== before.mode)
    return `has the mode ${entry?.mode}, not ${before.mode}`;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    const above = entries.get(path.slice(0, at));
    if (above?.mode === "160000") return `lies beneath ${JSON.stringify(above.path)}, which is a submodule`;
  }
  return null;
}
