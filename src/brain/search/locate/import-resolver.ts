import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { findPythonImports } from "./python-imports.ts";
import { findScriptImports } from "./script-imports.ts";
import { findWorkspaceNames } from "./workspace-names.ts";

/** Follows static imports among the tracked files. */
export type ImportResolver = {
  /** The tracked files that a file imports, in the order of the text, each once. */
  findImports(path: string, text: string): readonly string[];
};

/** A resolver for JavaScript, TypeScript and Python; workspace packages resolve by their names. */
export async function createImportResolver(
  trackedFiles: readonly string[],
  sandbox: Pick<Sandbox, "read">,
): Promise<ImportResolver> {
  const tracked = new Set(trackedFiles);
  const packages = await findWorkspaceNames(trackedFiles, sandbox);
  return {
    findImports(path, text) {
      if (path.endsWith(".py")) return findPythonImports(path, text, trackedFiles);
      return /\.[cm]?[jt]sx?$/.test(path) ? findScriptImports(path, text, { tracked, packages }) : [];
    },
  };
}
