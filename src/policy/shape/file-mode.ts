import type { ChangedFile } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";

const regular: readonly string[] = ["100644", "100755"];

export const fileMode: PolicyRule = {
  id: "file-mode",
  group: "shape",
  title: "Symbolic links, submodules, and modes that are not as they were",
  explanation:
    "A link points anywhere, a submodule brings foreign code, and what becomes executable may be run by a hook or a " +
    "build. Change regular files (100644, 100755), keep their mode, and leave new ones plain.",
  find: ({ files }) =>
    files.flatMap((file) => {
      const fault = findFault(file);
      return fault === null
        ? []
        : [{ file: file.path, line: null, reason: `${JSON.stringify(file.path)} ${fault}` }];
    }),
};

function findFault({ before, after }: ChangedFile): string | null {
  const odd = [before?.mode, after?.mode].find((mode) => mode !== undefined && !regular.includes(mode));
  if (odd !== undefined) return nameMode(odd);
  if (after === null) return null;
  if (before === null) return after.mode === "100644" ? null : "is new and must not be executable";
  return before.mode === after.mode ? null : `would change its mode from ${before.mode} to ${after.mode}`;
}

function nameMode(mode: string): string {
  if (mode === "120000") return "is a symbolic link";
  if (mode === "160000") return "is a submodule";
  return `has the mode ${JSON.stringify(mode)}, which no regular file has`;
}
