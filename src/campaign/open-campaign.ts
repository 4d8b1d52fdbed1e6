import type { CampaignDeps } from "./campaign-deps.ts";
import { completeCycle } from "./complete-cycle.ts";
import { createCarriedPolicy } from "./create-carried-policy.ts";
import { collectCycleEvents } from "./cycle-events.ts";
import { createPassCheck } from "./pass-check.ts";
import type { Position } from "./position.ts";
import { prepareMaster } from "./prepare-master.ts";

/**
 * Where the first cycle starts. A new campaign rebuilds master. A resumed one goes on from where its journal ends: a
 * cycle whose attempt was over is completed, one that was cut off before is left for the next cycle to do again.
 */
export async function openCampaign(deps: CampaignDeps): Promise<Position> {
  const { masterCommit, openCycle } = deps.log.state();
  let commit = masterCommit ?? (await prepare(deps));
  if (openCycle !== null && hasAttempted(openCycle.cycle, deps)) {
    commit = await completeCycle(openCycle.cycle, commit, deps);
  }
  return { commit, tree: await deps.git.treeOf(commit), measurement: null };
}

async function prepare(deps: CampaignDeps): Promise<string> {
  const { campaign, clock, git, isDryRun, log } = deps;
  const { base, sacred, safety } = log.state();
  deps.onProgress({ phase: "preparing", detail: "master" });
  const prepared = await prepareMaster(
    {
      campaign,
      sacred: { branch: sacred, commit: base },
      at: clock.now(),
      carriesUnsafe: safety === "off",
      isDryRun,
    },
    { git, passes: createPassCheck(base, deps), allows: createCarriedPolicy(deps) },
  );
  await log.append({ type: "master-prepared", ...prepared });
  return prepared.commit;
}

function hasAttempted(cycle: number, { log }: CampaignDeps): boolean {
  return collectCycleEvents(log.entries(), cycle)?.last("attempt-ended") !== undefined;
}
