import type { CampaignDeps } from "../campaign-deps.ts";
import { type MeasuredPosition, moveOn } from "../position.ts";

/** Where things stand on a tree whose gates have just run on top of a position; its commit hangs on no ref. */
export async function commitPosition(
  position: MeasuredPosition,
  { tree, results }: Pick<MeasuredPosition["measurement"], "tree" | "results">,
  { git, clock }: Pick<CampaignDeps, "git" | "clock">,
): Promise<MeasuredPosition> {
  const message = "chore: a tree that verify has built";
  const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
  const next = moveOn(position, commit, { tree, results });
  return { ...next, measurement: next.measurement ?? position.measurement };
}
