import type { GitHub } from "../../github-port.ts";

/** Whether a commit is in the history, as far as the look-ups show it. */
export type FindInHistory = (ancestor: string) => Promise<"found" | "not-found" | "too-far">;

/**
 * The history of a commit, looked up as far as it is asked about, breadth first, since a merge's second parent is often
 * the nearer way. What was looked up for one question is known for the next: `limit` look-ups are for all of them.
 */
export function createHistory(
  { descendant, limit }: { readonly descendant: string; readonly limit: number },
  { github }: { readonly github: Pick<GitHub, "getCommit"> },
): FindInHistory {
  const seen = new Set<string>();
  const waiting = [descendant];
  let before: Promise<unknown> = Promise.resolve();
  const find = async (ancestor: string) => {
    if (seen.has(ancestor) || waiting.includes(ancestor)) return "found";
    for (;;) {
      if (seen.size >= limit) return "too-far";
      const [next] = waiting;
      if (next === undefined) return "not-found";
      const parents = seen.has(next) ? [] : ((await github.getCommit(next))?.parents ?? []);
      // Only now: where the look-up fails it is made again for the next question.
      waiting.shift();
      seen.add(next);
      waiting.push(...parents);
      if (parents.includes(ancestor)) return "found";
    }
  };
  return (ancestor) => {
    const answer = before.then(() => find(ancestor));
    // One question after the other: two at once would walk the same way twice.
    before = answer.catch(() => {});
    return answer;
  };
}
