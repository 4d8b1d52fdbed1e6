import type { Changeset } from "../../domain/bundle.ts";
import { NightshiftError } from "../../domain/errors.ts";
import type { ChangedFile } from "../../policy/change-set.ts";
import { applyDiff } from "../../policy/diff/apply-diff.ts";
import { parseDiff } from "../../policy/diff/parse-diff.ts";
import type { Git } from "../../ports.ts";

/**
 * Why a patch is not what its changeset makes of a tree, to finish the sentence "its patch …"; null: it is. People are
 * handed patches of what has been verified, and what they apply has to be that. `tree`: what the changeset gives.
 */
export async function findPatchLie(
  { patch, changeset }: { readonly patch: string; readonly changeset: Changeset },
  { parentTree, tree }: { readonly parentTree: string; readonly tree: string },
  { git }: { readonly git: Pick<Git, "diff" | "listFiles" | "readFile"> },
): Promise<string | null> {
  if (patch === (await git.diff(parentTree, tree))) return null;
  // Another git may write another patch of the same change.
  let changed: readonly ChangedFile[];
  try {
    const diffs = parseDiff(Buffer.from(patch, "utf8").toString("latin1"));
    const change = await applyDiff(diffs, {
      files: await git.listFiles(parentTree),
      readBytes: (path) => git.readFile(parentTree, path),
    });
    changed = change.files;
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    return `does not apply: ${error.message}`;
  }
  const made = new Map(changed.map(({ path, after }) => [path, after]));
  const odd = changeset.files.find((file) => {
    const after = made.get(file.path);
    if (file.change === "delete") return after !== null;
    const isSame = after?.mode === file.mode && after.text === file.content;
    return file.encoding !== "utf8" || !isSame;
  });
  if (odd !== undefined) return `makes something else of ${JSON.stringify(odd.path)} than its changeset`;
  const more = changed.find(({ path }) => !changeset.files.some((file) => file.path === path));
  return more === undefined ? null : `changes ${JSON.stringify(more.path)}, which its changeset does not`;
}
