import { rm, rmdir } from "node:fs/promises";
import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";
import type { CleaningPlan } from "./plan-cleaning.ts";

/** Why a folder stays: somebody else's files are in it, or it is not there. */
const leftAlone = new Set(["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"]);

/**
 * Removes what a plan lists: the refs in one transaction, then the files, then the folders that are empty by now. When
 * a ref cannot go, nothing does.
 *
 * Throws `REF_OUTSIDE_PREFIX` when a work tree has one of the branches checked out, and `REFS_MOVED` when one has moved
 * since the plan was made.
 */
export async function cleanRepository(
  { refs, paths, holders }: CleaningPlan,
  { git }: { readonly git: Pick<Git, "updateRefs"> },
): Promise<void> {
  const answer = await git.updateRefs(refs.map(({ ref, commit }) => ({ ref, to: null, from: commit })));
  if (answer.status === "moved") {
    throw new NightshiftError({
      code: "REFS_MOVED",
      message: `Nothing was removed, since a ref has moved meanwhile: ${answer.reason}.`,
      hint: "Wait for the running campaign to end, and clean again.",
    });
  }
  for (const path of paths) await rm(path, { recursive: true, force: true, maxRetries: 3 });
  for (const holder of holders) await removeEmpty(holder);
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!leftAlone.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
