import type { ChangedFile } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";

export const text: PolicyRule = {
  id: "text",
  group: "shape",
  title: "Content that is no UTF-8 text, or a pointer to content elsewhere",
  explanation:
    "A reviewer reads the diff alone, and nobody reads a binary in one. Write plain UTF-8 text; images, archives and " +
    "files in large file storage need a person.",
  find: ({ files }) =>
    files.flatMap((file) => {
      const fault = findFault(file);
      return fault === null
        ? []
        : [{ file: file.path, line: fault.line, reason: `${file.path} ${fault.reason}` }];
    }),
};

function findFault({ after }: ChangedFile): { readonly line: number | null; readonly reason: string } | null {
  // Links and submodules are the rule file-mode's.
  if (after === null || after.mode === "120000" || after.mode === "160000") return null;
  if (after.text === null) return { line: null, reason: "is not text" };
  if (!after.text.isWellFormed()) return { line: null, reason: "is not valid Unicode, so it is not text" };
  const nul = after.text.indexOf("\0");
  if (nul !== -1) {
    const line = after.text.slice(0, nul).split("\n").length;
    return { line, reason: "holds a NUL, so it is not text" };
  }
  // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
  const isPointer = /^version https?:\/\/[^\n]*(git-lfs|hawser)[^\n]*\n/.test(after.text);
  return isPointer ? { line: 1, reason: "is a pointer to content that is kept elsewhere" } : null;
}
