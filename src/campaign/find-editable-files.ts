import picomatch from "picomatch";
import type { Config } from "../config/schema.ts";
import { listProtectedGlobs } from "../policy/protected/list-protected-globs.ts";
import { createPathProtection } from "../policy/protected/protected-paths.ts";
import type { TreeEntry } from "../ports.ts";

/** Tracked regular files that a candidate may edit: in focus, neither protected nor a test. Pure. */
export function findEditableFiles(
  files: readonly TreeEntry[],
  config: Pick<Config, "focus" | "policy" | "gates">,
): readonly string[] {
  const isInFocus = config.focus.length === 0 ? () => true : picomatch([...config.focus], { dot: true });
  const protectionOf = createPathProtection(listProtectedGlobs(config));
  return files
    .filter(({ mode }) => mode === "100644" || mode === "100755")
    .map(({ path }) => path)
    .filter((path) => isInFocus(path) && protectionOf(path) === null);
}
