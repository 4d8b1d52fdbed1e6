import type { Git, RefUpdate } from "./ports.ts";

const origin = "refs/remotes/origin/";

/**
 * Makes the local branches beneath the prefix what the remote has: in a fresh checkout master and memory are remote
 * branches alone, and in one that was used before they are what an earlier campaign on this machine left. What the
 * remote does not have goes. Only what was fetched counts, nothing is asked. Gives the names that it set.
 */
export async function adoptRemoteRefs({
  git,
}: {
  readonly git: Pick<Git, "prefix" | "listRefs" | "updateRefs">;
}): Promise<readonly string[]> {
  const [remote, local] = await Promise.all([
    git.listRefs(`${origin}${git.prefix}`),
    git.listRefs(`refs/heads/${git.prefix}`),
  ]);
  const wanted = new Map(
    remote
      .filter(({ ref, target }) => target === undefined && ref.startsWith(`${origin}${git.prefix}/`))
      .map(({ ref, commit }) => [`refs/heads/${ref.slice(origin.length)}`, commit]),
  );
  const current = new Map(local.map(({ ref, commit }) => [ref, commit]));
  const updates: readonly RefUpdate[] = [...new Set([...wanted.keys(), ...current.keys()])].flatMap((ref) => {
    const [from, to] = [current.get(ref) ?? null, wanted.get(ref) ?? null];
    return from === to ? [] : [{ ref, from, to }];
  });
  if (updates.length > 0) await git.updateRefs(updates);
  return [...wanted.keys()];
}
