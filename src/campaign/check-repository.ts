import { usageError } from "../domain/errors.ts";
import type { Git, RepositoryState } from "../ports.ts";
import { checkDiskRoom } from "./check-disk-room.ts";
import { checkWritable } from "./check-writable.ts";
import { findSacred, type Sacred } from "./find-sacred.ts";

/**
 * Whether a campaign can run here; nothing is written. That it is a repository with a work tree was seen when `git` was
 * opened. `stateRoot` need not exist yet.
 *
 * Throws usage errors, each with the value and what to do: `NO_COMMITS`, `UNBORN_HEAD`, `SHALLOW_CLONE`,
 * `REF_NAMED_LIKE_PREFIX`, `NOT_WRITABLE`, `DISK_FULL`, and those of `findSacred`.
 */
export async function checkRepository(
  { configuredSacred, stateRoot }: { readonly configuredSacred: string; readonly stateRoot: string },
  { git }: { readonly git: Pick<Git, "state" | "listRefs" | "prefix"> },
): Promise<{ readonly state: RepositoryState; readonly sacred: Sacred }> {
  const state = await git.state();
  if (state.headCommit === null) {
    throw await explainUnborn(state, git);
  }
  if (state.isShallow) {
    throw usageError({
      code: "SHALLOW_CLONE",
      message: `${state.root} is a shallow clone: its history is cut off, so promotions cannot be carried or compared.`,
      hint: "Run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout.",
    });
  }
  await checkRoom(git);
  const sacred = await findSacred({ configured: configuredSacred, headBranch: state.headBranch }, { git });
  for (const place of [stateRoot, `${state.commonDir}/objects`, `${state.commonDir}/refs`]) {
    await checkWritable(place);
    await checkDiskRoom(place);
  }
  return { state, sacred };
}

async function explainUnborn(state: RepositoryState, git: Pick<Git, "listRefs">): Promise<Error> {
  const refs = await git.listRefs("refs/heads/");
  return refs.length === 0
    ? usageError({
        code: "NO_COMMITS",
        message: `${state.root} has no commits yet.`,
        hint: "Commit the work tree first; a campaign starts from a commit.",
      })
    : usageError({
        code: "UNBORN_HEAD",
        message: `HEAD is on ${state.headBranch ?? "a branch"}, which has no commits yet.`,
        hint: "Commit to it, or check out a branch that has commits.",
      });
}

/** git keeps a ref in a file and its folder in a folder: a ref named like one of ours leaves no room for it. */
async function checkRoom(git: Pick<Git, "listRefs" | "prefix">): Promise<void> {
  const { prefix } = git;
  const branches = `refs/heads/${prefix}`;
  const tags = `refs/tags/${prefix}`;
  const files = [branches, tags, `${branches}/sandbox`, `${tags}/snapshot`];
  const folders = [`${branches}/master`, `${branches}/memory`];
  const refs = [...(await git.listRefs(branches)), ...(await git.listRefs(tags))].map(({ ref }) => ref);
  const inTheWay = refs.find(
    (ref) => files.includes(ref) || folders.some((folder) => ref.startsWith(`${folder}/`)),
  );
  if (inTheWay !== undefined) {
    throw usageError({
      code: "REF_NAMED_LIKE_PREFIX",
      message: `The ref ${inTheWay} is in the way of Nightshift's own refs beneath ${branches}/ and ${tags}/.`,
      hint: "Rename or delete it, or choose another `branches.prefix`.",
    });
  }
}
