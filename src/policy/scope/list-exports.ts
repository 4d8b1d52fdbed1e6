import type { SourceParser } from "../../syntax/parse-source.ts";
import type { ExportedNames } from "./exported-names.ts";
import { listPythonExports } from "./list-python-exports.ts";
import { listScriptExports } from "./list-script-exports.ts";
import { listTextExports } from "./list-text-exports.ts";

/**
 * What a file offers before and after a change, both read in the same way: by syntax tree, or by its text where one
 * side has no tree. A side that is not there offers nothing.
 */
export async function listExports(
  path: string,
  { before, after }: { readonly before: string | null; readonly after: string | null },
  parser: SourceParser,
): Promise<{ readonly before: ExportedNames; readonly after: ExportedNames }> {
  const old = await listByTree(path, before ?? "", parser);
  const now = await listByTree(path, after ?? "", parser);
  if (old !== null && now !== null) return { before: old, after: now };
  return { before: listTextExports(path, before ?? ""), after: listTextExports(path, after ?? "") };
}

async function listByTree(path: string, text: string, parser: SourceParser): Promise<ExportedNames | null> {
  const outcome = await parser.parse(path, text);
  if (outcome.status === "skipped") return null;
  return outcome.source.language === "python"
    ? listPythonExports(outcome.source)
    : listScriptExports(outcome.source);
}
