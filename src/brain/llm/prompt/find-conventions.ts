import { posix } from "node:path";

/** Files that tell those who work on a repository how, the most telling first. */
const names = [
  "AGENTS.md",
  "CLAUDE.md",
  "GEMINI.md",
  ".cursorrules",
  ".windsurfrules",
  ".github/copilot-instructions.md",
  "CONVENTIONS.md",
  "CONTRIBUTING.md",
  ".github/CONTRIBUTING.md",
  "docs/CONTRIBUTING.md",
  ".editorconfig",
] as const;
const MAX_FILES = 6;

/** Tracked files with the conventions that hold for these paths: of the nearest folder first, at most six. Pure. */
export function findConventions(
  trackedFiles: readonly string[],
  paths: readonly string[],
): readonly string[] {
  const tracked = new Set(trackedFiles);
  const folders = [...new Set([...paths.flatMap(listFolders), "."])].toSorted(
    (a, b) => countParts(b) - countParts(a),
  );
  const found = folders.flatMap((folder) => names.map((name) => posix.join(folder, name)));
  return found.filter((path) => tracked.has(path)).slice(0, MAX_FILES);
}

/** The folders above a path, the nearest first. */
function listFolders(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === "." || folder === "/" ? [] : [folder, ...listFolders(folder)];
}

function countParts(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}
