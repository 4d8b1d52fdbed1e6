import type { ChangedFile } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";
import { findPathFault } from "./find-path-fault.ts";

export const path: PolicyRule = {
  id: "path",
  group: "shape",
  title: "Paths that are not plain and relative, links, submodules, changed modes",
  explanation:
    "A path that leaves the tree, names .git or means another file on another system would write where nobody looks. " +
    "Name a regular file inside the repository and keep its mode.",
  find: ({ files, entries }) =>
    files.flatMap((file) => {
      const fault = findPathFault(toEdit(file), entries);
      return fault === null ? [] : [{ file: file.path, line: null, reason: fault.reason }];
    }),
};

function toEdit({ path: name, before, after }: ChangedFile) {
  const mode = after?.mode ?? before?.mode ?? "100644";
  return { path: name, mode, content: after === null ? null : (after.text ?? "") };
}
