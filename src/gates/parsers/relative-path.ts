import { posix } from "node:path";

/**
 * A path of a report as the domain writes it: relative to the repository's root, `/` separators. Relative paths
 * count from the gate's folder; a path outside of the repository stays absolute; "" stays "".
 */
export function relativePath(path: string, { cwd, root }: { cwd: string; root: string }): string {
  if (path === "") return "";
  const absolute = posix.resolve(cwd, path);
  const prefix = root === "/" ? "/" : `${posix.normalize(root).replace(/\/$/, "")}/`;
  return absolute.startsWith(prefix) ? absolute.slice(prefix.length) : absolute;
}
