import { posix } from "node:path";

/**
 * A path of the repository as a command in `folder` writes it (both relative to the repository's root). A name that
 * begins with a dash gets `./`, so that no program takes it for an option.
 */
export function relativeToFolder(path: string, folder: string): string {
  const relative = posix.relative(posix.join("/", folder), posix.join("/", path)) || ".";
  return relative.startsWith("-") ? `./${relative}` : relative;
}
