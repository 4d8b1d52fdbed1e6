import { isAbsolute, relative, sep } from "node:path";
import { usageError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";

/** Everything that Nightshift made in a repository. */
export type CleaningPlan = {
  readonly refs: readonly { readonly ref: string; readonly commit: string }[];
  /** Absolute. */
  readonly folders: readonly string[];
};

/**
 * Lists every ref beneath the prefix, and the folders that the caller says are Nightshift's.
 * Throws the usage error `UNSAFE_FOLDER` for a folder that holds the repository itself, or is no absolute path.
 */
export async function planCleaning(
  { folders }: { readonly folders: readonly string[] },
  { git }: { readonly git: Pick<Git, "listRefs" | "prefix" | "root" | "commonDir"> },
): Promise<CleaningPlan> {
  for (const folder of folders) {
    if (!isAbsolute(folder) || [git.root, git.commonDir].some((place) => isWithin(place, folder))) {
      throw usageError({
        code: "UNSAFE_FOLDER",
        message: `${folder} will not be removed: it is not a folder of Nightshift's alone.`,
        hint: "Name the folder that was given as --root when the campaigns ran.",
      });
    }
  }
  const branches = await git.listRefs(`refs/heads/${git.prefix}/`);
  const tags = await git.listRefs(`refs/tags/${git.prefix}/`);
  return { refs: [...branches, ...tags].map(({ ref, commit }) => ({ ref, commit })), folders };
}

function isWithin(place: string, folder: string): boolean {
  const path = relative(folder, place);
  return path !== ".." && !path.startsWith(`..${sep}`);
}
