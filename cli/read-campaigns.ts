import { readJournal } from "../src/adapters/read-journal.ts";
import { findCampaigns, journalPath } from "../src/campaign/find-campaigns.ts";
import type { CampaignState } from "../src/domain/campaign-state.ts";
import { usageError } from "../src/domain/errors.ts";
import { foldEvents } from "../src/report/fold.ts";
import type { StatePaths } from "../src/state-paths.ts";

/**
 * The states of the newest `limit` campaigns, newest first, each folded from its journal. One that was killed before
 * its first event is none.
 */
export async function readCampaigns(paths: StatePaths, limit: number): Promise<readonly CampaignState[]> {
  const states: CampaignState[] = [];
  for (const campaign of await findCampaigns(paths.campaigns)) {
    if (states.length === limit) break;
    const { entries } = await readJournal(journalPath(paths.campaigns, campaign));
    if (entries.length > 0) states.push(foldEvents(entries));
  }
  return states;
}

/**
 * The state of one campaign, the newest without an id.
 *
 * Throws the usage errors `NO_CAMPAIGN` and `UNKNOWN_CAMPAIGN`, which lists the known ones.
 */
export async function readCampaign(paths: StatePaths, campaign: string | undefined): Promise<CampaignState> {
  if (campaign !== undefined) return readNamed(paths, campaign);
  const [newest] = await readCampaigns(paths, 1);
  if (newest !== undefined) return newest;
  throw usageError({
    code: "NO_CAMPAIGN",
    message: `No campaign has run here: ${paths.campaigns} has none.`,
    hint: "Start one with `nightshift run`.",
  });
}

async function readNamed(paths: StatePaths, campaign: string): Promise<CampaignState> {
  const known = await findCampaigns(paths.campaigns);
  if (known.includes(campaign)) {
    const { entries } = await readJournal(journalPath(paths.campaigns, campaign));
    if (entries.length > 0) return foldEvents(entries);
  }
  throw usageError({
    code: "UNKNOWN_CAMPAIGN",
    message: `There is no campaign ${campaign}.`,
    hint: `The newest ones are: ${known.slice(0, 10).join(", ") || "none"}.`,
  });
}
