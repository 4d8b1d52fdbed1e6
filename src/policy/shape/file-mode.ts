import type { ChangedFile } from "../change-set.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";

const regular: readonly string[] = ["100644", "100755"];

export const fileMode: PolicyRule = {
  id: "file-mode",
  group: "shape",
  title: "Symbolic links, submodules, and modes other than 100644 and 100755",
  explanation:
    "A link points anywhere, a submodule brings foreign code, and other modes are none that git writes. Change regular " +
    "files alone. That a file becomes executable, or is no longer, is a note for the reviewer.",
  find: ({ files }) => files.flatMap(findFaults),
};

function findFaults({ path, before, after }: ChangedFile): readonly PolicyFinding[] {
  const place = { file: path, line: null };
  const shown = JSON.stringify(path);
  const odd = [before?.mode, after?.mode].find((mode) => mode !== undefined && !regular.includes(mode));
  if (odd !== undefined) return [{ ...place, reason: `${shown} ${nameMode(odd)}` }];
  const was = before?.mode ?? "100644";
  if (after === null || after.mode === was) return [];
  const reason = `${shown} ${after.mode === "100755" ? "becomes executable" : "is no longer executable"}`;
  return [{ ...place, reason, severity: "note" }];
}

function nameMode(mode: string): string {
  if (mode === "120000") return "is a symbolic link";
  if (mode === "160000") return "is a submodule";
  return `has the mode ${JSON.stringify(mode)}, which no regular file has`;
}
