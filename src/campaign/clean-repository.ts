import { rm } from "node:fs/promises";
import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";
import type { CleaningPlan } from "./plan-cleaning.ts";

/**
 * Removes what a plan lists: the refs in one transaction, then the folders. When a ref cannot go, nothing does.
 *
 * Throws `REF_OUTSIDE_PREFIX` when a work tree has one of the branches checked out, and `REFS_MOVED` when one has moved
 * since the plan was made.
 */
export async function cleanRepository(
  { refs, folders }: CleaningPlan,
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
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
