import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ProcessRunner } from "../ports.ts";
import { openTrash } from "./trash.ts";

/** Folder beside those of the campaigns where they are deleted. */
export const trashFolder = ".trash";

/** Deletes folders of campaigns, by name, and what an earlier run did not get to delete. Throws `SANDBOX_NOT_CLEAN`. */
export async function removeSandboxFolders(
  { sandboxes, names }: { readonly sandboxes: string; readonly names: readonly string[] },
  deps: { readonly processes: ProcessRunner },
): Promise<void> {
  const trash = openTrash(join(sandboxes, trashFolder), deps);
  for (const name of names) {
    if (existsSync(join(sandboxes, name))) trash.add(join(sandboxes, name));
  }
  await trash.empty();
  rmSync(join(sandboxes, trashFolder), { recursive: true, force: true });
}
