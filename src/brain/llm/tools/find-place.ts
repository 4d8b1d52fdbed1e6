import { lstat, readlink } from "node:fs/promises";
import { join, posix } from "node:path";

/** What is at a path of a work tree, no symbolic link followed. */
export type Place =
  | { readonly kind: "file"; readonly sizeBytes: number; readonly mode: "100644" | "100755" }
  | { readonly kind: "folder" }
  /** `link` is the path itself or a folder above it; `target` the path meant, null where that is not in the tree. */
  | { readonly kind: "link"; readonly link: string; readonly target: string | null }
  /** A pipe, a socket or a device. */
  | { readonly kind: "special" }
  | { readonly kind: "missing" };

/** Looks at a normalised path, from the tree's root on, part by part. */
export async function findPlace(tree: string, path: string): Promise<Place> {
  if (path === ".") return { kind: "folder" };
  const parts = path.split("/");
  for (const [index] of parts.entries()) {
    const place = parts.slice(0, index + 1).join("/");
    const found = await lstat(join(tree, place)).catch(ignoreMissing);
    if (found === null) return { kind: "missing" };
    if (found.isSymbolicLink()) return readLink(tree, place, parts.slice(index + 1));
    if (index < parts.length - 1) {
      if (!found.isDirectory()) return { kind: "missing" };
      continue;
    }
    if (found.isDirectory()) return { kind: "folder" };
    const mode = (found.mode & 0o111) === 0 ? "100644" : "100755";
    return found.isFile() ? { kind: "file", sizeBytes: found.size, mode } : { kind: "special" };
  }
  return { kind: "missing" };
}

async function readLink(tree: string, link: string, rest: readonly string[]): Promise<Place> {
  const text = await readlink(join(tree, link));
  const target = posix.join(posix.dirname(link), text, ...rest).replace(/(?<=.)\/$/, "");
  const isInside = !posix.isAbsolute(text) && target !== ".." && !target.startsWith("../");
  return { kind: "link", link, target: isInside ? target : null };
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ENAMETOOLONG") return null;
  throw error;
}
