import type { TreeEntry } from "../../ports.ts";

/** What is wrong with where an edit points, or with the mode that it leaves. */
export type PathFault = { readonly rule: "path" | "mode" | "kind"; readonly reason: string };

/**
 * The first fault of an edit's path and mode, or null: it has to be a plain relative path inside the tree, of a regular
 * file whose mode stays as it is, or of a new file that is not executable. Pure.
 */
export function findPathFault(
  edit: { readonly path: string; readonly mode: string; readonly content: string | null },
  entries: ReadonlyMap<string, TreeEntry>,
): PathFault | null {
  const { path, mode, content } = edit;
  const shown = JSON.stringify(path);
  const shape = findShapeFault(path);
  if (shape !== null) {
    return { rule: "path", reason: `${shown} ${shape}` };
  }
  const entry = entries.get(path);
  if (entry === undefined) {
    const above = findFileAbove(path, entries);
    if (above !== null) {
      return {
        rule: "path",
        reason: `${shown} lies beneath ${JSON.stringify(above)}, which is not a folder`,
      };
    }
    if (content === null) {
      return { rule: "path", reason: `${shown} is to be deleted and is not there` };
    }
    return mode === "100644" ? null : { rule: "mode", reason: `${shown} is new and must not be executable` };
  }
  if (entry.mode !== "100644" && entry.mode !== "100755") {
    return {
      rule: "kind",
      reason: `${shown} is ${entry.mode === "120000" ? "a symbolic link" : "a submodule"}`,
    };
  }
  return entry.mode === mode
    ? null
    : { rule: "mode", reason: `${shown} would change its mode from ${entry.mode} to ${mode}` };
}

function findShapeFault(path: string): string | null {
  if (path === "") return "is no path";
  if (path.startsWith("/")) return "is an absolute path";
  if (path.includes("\\")) return "holds a backslash, which some systems take for a separator";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(path)) return "holds control characters";
  if (!path.isWellFormed()) return "is not valid Unicode";
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    return "leaves the tree or is not plain";
  // Trailing dots and blanks, `git~1` and the like are other names of .git on some systems.
  const isGit = parts.some((part) => /^\.git[ .]*$|^git~\d+[ .]*$/i.test(part.replace(/\u200c/g, "")));
  return isGit ? "is inside .git" : null;
}

function findFileAbove(path: string, entries: ReadonlyMap<string, TreeEntry>): string | null {
  const parts = path.split("/");
  for (let length = 1; length < parts.length; length += 1) {
    const above = parts.slice(0, length).join("/");
    if (entries.has(above)) return above;
  }
  return null;
}
