import { posix } from "node:path";
import { checkEditPath } from "../../../adapters/check-edit-path.ts";
import { quotePath } from "./quote-path.ts";
import type { PathRefusal } from "./workspace.ts";

const MAX_CHARS = 4096;

/**
 * A path as a model wrote it, relative to the repository's root with `/` between folders; "." is the root. The place where
 * commands see the work tree may stand in front of it, as it does in stack traces. Refuses what leads out of the
 * repository or into `.git`. Pure: what is on the disk has its say elsewhere.
 */
export function resolvePath(
  path: string,
  mountPath: string,
): { readonly status: "resolved"; readonly path: string } | PathRefusal {
  const shown = quotePath(path);
  if (path.trim() === "") return refuse('The path is empty; "." is the repository\'s root.');
  if (path.includes("\0") || !path.isWellFormed())
    return refuse(`${shown} holds characters that no path has.`);
  if (path.length > MAX_CHARS) return refuse(`The path is longer than ${MAX_CHARS} characters.`);
  if (path.includes("\\")) return refuse(`${shown} holds a backslash; write / between folders.`);
  const plain = posix.normalize(stripMount(path, mountPath)).replace(/(?<=.)\/$/, "");
  if (posix.isAbsolute(plain) || /^(file|https?):/i.test(plain))
    return refuse(`${shown} is not in the repository; name files relative to its root, such as src/main.js.`);
  if (plain === ".." || plain.startsWith("../"))
    return refuse(`${shown} leads out of the repository; name files relative to its root.`);
  if (plain !== "." && !isTreePath(plain))
    return refuse(`${shown} is git's own and cannot be used; work on the repository's files.`);
  return { status: "resolved", path: plain };
}

function stripMount(path: string, mountPath: string): string {
  const local = path.replace(/^file:\/\/(?=\/)/, "");
  if (local === mountPath) return ".";
  return local.startsWith(`${mountPath}/`) ? local.slice(mountPath.length + 1) || "." : local;
}

/** All else that the check refuses is refused above, with a sentence of its own. */
function isTreePath(path: string): boolean {
  try {
    checkEditPath(path);
    return true;
  } catch {
    return false;
  }
}

function refuse(reason: string): PathRefusal {
  return { status: "refused", reason };
}
