import type { GitHub } from "../../github-port.ts";

/**
 * Whether a commit stands on another one, as far as `limit` look-ups show it: breadth first, since a merge's second
 * parent is often the nearer way.
 */
export async function findAncestor(
  {
    ancestor,
    descendant,
    limit,
  }: { readonly ancestor: string; readonly descendant: string; readonly limit: number },
  { github }: { readonly github: Pick<GitHub, "getCommit"> },
): Promise<"found" | "not-found" | "too-far"> {
  const seen = new Set<string>();
  const waiting = [descendant];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next === ancestor) return "found";
    if (seen.has(next)) continue;
    if (seen.size >= limit) return "too-far";
    seen.add(next);
    waiting.push(...((await github.getCommit(next))?.parents ?? []));
  }
  return "not-found";
}
