import { nameRefs } from "../domain/ref-names.ts";
import type { Git } from "../ports.ts";
import { listSnapshots } from "./list-snapshots.ts";

/**
 * Removes the oldest snapshots so that the newest `keep` stay; gives the removed tags. One that somebody else moves or
 * removes meanwhile is left to them.
 */
export async function pruneSnapshots(
  { keep }: { readonly keep: number },
  { git }: { readonly git: Git },
): Promise<readonly string[]> {
  // Their order is dear, and mostly nobody asks for it.
  if ((await git.listRefs(nameRefs(git.prefix).snapshots)).length <= keep) return [];
  const surplus = (await listSnapshots({ git })).slice(keep);
  const answer = await git.updateRefs(surplus.map(({ ref, commit }) => ({ ref, to: null, from: commit })));
  return answer.status === "updated" ? surplus.map(({ ref }) => ref) : [];
}
