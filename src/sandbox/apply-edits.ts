import { constants } from "node:fs";
import { chown, lchown, mkdir, open, rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { FileEdit } from "../domain/candidate.ts";
import { locateInside } from "./locate-inside.ts";
import type { Owner } from "./work-tree.ts";

/**
 * Writes edits into a work tree. All paths are checked before the first is written; throws `BAD_PATH` and
 * `PATH_LEAVES_SANDBOX` as `locateInside` does. A folder that a deletion leaves empty goes too, as in git.
 */
export async function applyEdits(
  edits: readonly FileEdit[],
  { tree, owner }: { readonly tree: string; readonly owner: Owner },
): Promise<void> {
  for (const edit of edits) await locateInside(tree, edit.path);
  for (const edit of edits) {
    const { file, missingFolders } = await locateInside(tree, edit.path);
    // A new file each time: the old one may have another name outside of the tree, as a hard link.
    await rm(file, { force: true });
    if (edit.content === null) {
      await removeEmptyFolders(tree, dirname(file));
      continue;
    }
    for (const folder of missingFolders) {
      await mkdir(folder);
      if (owner !== null) await lchown(folder, owner.user, owner.user);
    }
    await writeNewFile(file, edit.content, edit.mode === "100755" ? 0o755 : 0o644);
    if (owner !== null) await chown(file, owner.user, owner.user);
  }
}

async function writeNewFile(file: string, content: string, mode: number): Promise<void> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  await using handle = await open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  await handle.writeFile(content);
  // The process's umask took bits from the mode that was asked for.
  await handle.chmod(mode);
}

async function removeEmptyFolders(tree: string, from: string): Promise<void> {
  for (let folder = from; folder !== tree; folder = dirname(folder)) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
