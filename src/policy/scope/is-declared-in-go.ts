import type { DependencyContext } from "./dependency-context.ts";
import { foldersAbove } from "./folders-above.ts";

/** Whether a Go import is the standard library's, the module's own, or of a module that a go.mod above requires. */
export async function isDeclaredInGo(
  specifier: string,
  { path, readBase }: DependencyContext,
): Promise<boolean> {
  // Only paths of the standard library have no dot before the first slash (https://go.dev/ref/mod#module-path).
  if (specifier.startsWith("./") || specifier.startsWith("../") || specifier === "C") return true;
  if (!/^[^/]*\./.test(specifier)) return true;
  for (const folder of foldersAbove(path)) {
    const words = (await readBase(`${folder}go.mod`))?.match(/[^\s"()]+/g) ?? [];
    if (words.some((word) => specifier === word || specifier.startsWith(`${word}/`))) return true;
  }
  return false;
}
