import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Progress } from "./campaign/campaign-deps.ts";
import { chooseItem } from "./campaign/choose-item.ts";
import { measureBase } from "./campaign/measure-base.ts";
import { openCampaign } from "./campaign/open-campaign.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import type { OpenRepository } from "./open-repository.ts";
import { startCampaign } from "./start-campaign.ts";
import { statePaths } from "./state-paths.ts";

/**
 * What a campaign that starts now would find, without working on it: a dry run up to its first choice, in a state root
 * that is gone afterwards. Neither a ref nor the real state root is written.
 */
export async function findTonightsWork(
  repository: OpenRepository,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<CampaignState> {
  const root = await mkdtemp(path.join(tmpdir(), "nightshift-plan-"));
  try {
    await using started = await startCampaign(
      { isDryRun: true, isResume: false, isPreview: true, signal, onEvent: () => {}, onProgress },
      { ...repository, paths: statePaths(root) },
    );
    const { deps } = started;
    const start = await openCampaign(deps);
    await using sandbox = await deps.sandboxes.open(`${deps.campaign}/plan`, start.commit);
    await chooseItem({ ...start, measurement: await measureBase(sandbox, start, deps) }, deps);
    return deps.log.state();
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
