import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { FileEdit } from "../domain/candidate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { breakSyntax } from "./break-syntax.ts";

/** A file with broken syntax, and the edit that puts it back exactly. */
export type Breakage = { readonly original: FileEdit; readonly broken: FileEdit };

/** Null for what cannot be broken and put back exactly: links, other encodings, languages without syntax. */
export async function planBreakage(
  path: string,
  sandbox: Pick<Sandbox, "dir" | "read">,
): Promise<Breakage | null> {
  const state = await lstat(join(sandbox.dir, path)).catch(() => null);
  const content = state?.isFile() ? await sandbox.read(path) : null;
  if (state === null || content === null) return null;
  const source = content.toString("utf8");
  const broken = Buffer.from(source).equals(content) ? breakSyntax(path, source) : null;
  if (broken === null) return null;
  const mode = (state.mode & 0o100) === 0 ? "100644" : "100755";
  return { original: { path, mode, content: source }, broken: { path, mode, content: broken } };
}
