import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { FileEdit } from "../../../domain/candidate.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";

/** A file's content as it is, as an edit that puts it back. Null when it is not a file or not UTF-8. */
export async function readOriginal(
  path: string,
  sandbox: Pick<Sandbox, "read" | "dir">,
): Promise<(FileEdit & { readonly content: string }) | null> {
  const content = await sandbox.read(path);
  const text = content?.toString("utf8") ?? "";
  if (content === null || !Buffer.from(text).equals(content)) return null;
  const { mode } = await lstat(join(sandbox.dir, path));
  return { path, mode: (mode & 0o111) === 0 ? "100644" : "100755", content: text };
}
