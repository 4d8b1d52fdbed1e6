import picomatch from "picomatch";
import { folderPath } from "./folder-path.ts";
import type { NodePackage } from "./node-package.ts";

/**
 * Globs of the files that hold tape tests: those of the script, and with `!` the files among them that never name
 * tape. Such helpers print no TAP when they are run by themselves, which would be an error. Null when the globs
 * match no tracked file at all.
 */
export async function chooseTapeFiles(
  globs: readonly string[],
  { folder, files, project }: Pick<NodePackage, "folder" | "files" | "project">,
): Promise<readonly string[] | null> {
  const isMatch = picomatch([...globs], { dot: true });
  const matching = files.filter((file) => isMatch(file));
  if (matching.length === 0) return null;
  const texts = await Promise.all(matching.map((file) => project.read(folderPath(folder, file))));
  const helpers = matching.filter((_, index) => !/\btape\b/.test(texts[index] ?? ""));
  // Where no file names tape, tests come by another way, such as a wrapper; then nothing is known of helpers.
  if (helpers.length === matching.length) return globs;
  return [...globs, ...helpers.map((file) => `!${file.replaceAll(/[()[\]{}*?!+@\\]/g, "\\$&")}`)];
}
