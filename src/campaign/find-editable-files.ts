import picomatch from "picomatch";
import type { Config } from "../config/schema.ts";
import { isProtectedPath } from "../policy/protected-paths.ts";
import { isTestFile } from "../policy/is-test-file.ts";
import type { TreeEntry } from "../ports.ts";

/** Tracked regular files that a candidate may edit: in focus, not protected, not a test. Pure. */
export function findEditableFiles(files: readonly TreeEntry[], config: Pick<Config, "focus" | "policy">): readonly string[] {
  const isInFocus = config.focus.length === 0 ? () => true : picomatch([...config.focus], { dot: true });
  return files
    .filter(({ mode }) => mode === "100644" || mode === "100755")
    .map(({ path }) => path)
    .filter((path) => isInFocus(path) && !isTestFile(path) && !isProtectedPath(path, config.policy.protected));
}
