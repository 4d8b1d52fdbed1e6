import { posix } from "node:path";
import picomatch from "picomatch";

/**
 * The paths (relative to the repository's root) that match one of the globs, which are relative to `folder`; sorted,
 * so that every run takes them in the same order. `!` at the start of a glob leaves its matches out.
 */
export function globFiles(
  globs: readonly string[],
  folder: string,
  paths: readonly string[],
): readonly string[] {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(clean);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => clean(glob.slice(1)));
  const isMatch = picomatch(wanted, { dot: true, ignore: unwanted });
  const prefix = folder === "." || folder === "" ? "" : `${posix.normalize(folder).replace(/\/$/, "")}/`;
  return paths.filter((path) => path.startsWith(prefix) && isMatch(path.slice(prefix.length))).sort();
}

function clean(glob: string): string {
  return glob.replace(/^\.\//, "");
}
