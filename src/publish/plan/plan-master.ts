import type { MasterState } from "../state/read-master.ts";
import type { MasterPlan, PlannedCommit } from "./publication-plan.ts";

/**
 * What has to be added to master so that it holds `commits`, in order: nothing of what is there already, and nothing at
 * all where it has gone elsewhere. Pure.
 */
export function planMaster(commits: readonly PlannedCommit[], master: MasterState): MasterPlan {
  if (commits.length === 0) return { status: "nothing", reason: "nothing is to be promoted" };
  if (master.status === "untouched") return { status: "advance", start: master.start, commits };
  const done = master.commits.filter(({ cycle }) => cycle !== null);
  const isAsPlanned = done.every(
    ({ cycle, tree }, at) =>
      commits[at] === undefined || (commits[at].promotion.facts.cycle === cycle && commits[at].tree === tree),
  );
  if (!isAsPlanned)
    return { status: "left", reason: "master holds this campaign's promotions in another form" };
  const missing = commits.slice(done.length);
  if (missing.length === 0) return { status: "nothing", reason: "master holds all of it already" };
  if (master.status === "moved")
    return { status: "left", reason: "master has moved on since the campaign began" };
  // Of a campaign that has only begun this is the tree that master starts from.
  return master.commits.at(-1)?.tree === missing[0]?.onto
    ? { status: "advance", start: "done", commits: missing }
    : { status: "left", reason: "master is not at the tree that the next promotion stands on" };
}
