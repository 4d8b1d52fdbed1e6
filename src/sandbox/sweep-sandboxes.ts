import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Git, ProcessRunner } from "../ports.ts";
import { isOwnerAlive, ownerFileName } from "./owner-file.ts";
import { removeSandboxFolders, trashFolder } from "./remove-sandbox-folders.ts";
import { readCampaignName, sandboxesFolder } from "./sandbox-folder.ts";
import { deleteSandboxRef, sandboxRefs } from "./sandbox-ref.ts";

/** What was left of campaigns that are no more. */
export type SweptSandboxes = {
  /** Names of the campaigns whose folders were removed. */
  readonly campaigns: readonly string[];
  /** Full names of the refs that were deleted. */
  readonly refs: readonly string[];
};

/**
 * Removes folders and branches of sandboxes whose campaign's process is gone, killed ones above all. With `isDryRun`
 * the branches stay. Throws `SANDBOX_NOT_CLEAN` when something cannot be deleted.
 */
export async function sweepSandboxes(
  { stateRoot, isDryRun }: { readonly stateRoot: string; readonly isDryRun: boolean },
  deps: { readonly git: Pick<Git, "prefix" | "listRefs" | "updateRefs">; readonly processes: ProcessRunner },
): Promise<SweptSandboxes> {
  const folder = sandboxesFolder(stateRoot);
  const names = await readdir(folder).catch((): string[] => []);
  const alive = new Set<string>();
  const dead: string[] = [];
  for (const name of names.filter((each) => each !== trashFolder)) {
    if (!(await isCampaignFolder(join(folder, name)))) continue;
    if (await isOwnerAlive(join(folder, name))) alive.add(readCampaignName(name));
    else dead.push(name);
  }
  if (dead.length > 0 || names.includes(trashFolder))
    await removeSandboxFolders({ sandboxes: folder, names: dead }, deps);
  return {
    campaigns: dead.map(readCampaignName),
    refs: isDryRun ? [] : await deleteRefs(alive, deps.git),
  };
}

/** A state root may hold folders of somebody else's. An empty one is of a campaign that died before it said so. */
async function isCampaignFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => null);
  return names !== null && (names.length === 0 || names.includes(ownerFileName));
}

async function deleteRefs(
  alive: ReadonlySet<string>,
  git: Pick<Git, "prefix" | "listRefs" | "updateRefs">,
): Promise<readonly string[]> {
  const folder = sandboxRefs(git.prefix);
  const refs = await git.listRefs(folder);
  const stale = refs.filter(({ ref }) => !alive.has(ref.slice(folder.length).split("/")[0] ?? ""));
  for (const { ref, commit } of stale)
    await deleteSandboxRef({ name: ref.slice(folder.length), commit }, git);
  return stale.map(({ ref }) => ref);
}
