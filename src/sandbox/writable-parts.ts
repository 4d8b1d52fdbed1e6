import { mkdirSync } from "node:fs";
import { basename, join, posix } from "node:path";

/** Folders in node_modules that tools write to; vitest stops where it cannot. */
const writtenByTools = [".cache", ".vite", ".vite-temp"];

/**
 * The folders in a copy of dependencies that get a temporary layer, relative to it: those that tools are known to
 * write to, and those of `sandbox.writable` (relative to the repository) that lie in it. Makes them where they are
 * missing, since nothing can be mounted on what is not there.
 */
export function makeWritableParts(
  { path, copy }: { readonly path: string; readonly copy: string },
  writable: readonly string[],
): readonly string[] {
  const configured = writable
    .map((each) => posix.relative(path, posix.normalize(each)).replace(/\/+$/, ""))
    .filter((part) => part !== "" && part !== ".." && !part.startsWith("../") && !part.startsWith("/"));
  const parts = [...new Set([...(basename(path) === "node_modules" ? writtenByTools : []), ...configured])];
  for (const part of parts) mkdirSync(join(copy, part), { recursive: true });
  return parts;
}
