import { readJournal } from "../adapters/read-journal.ts";
import type { CampaignState } from "../domain/campaign-state.ts";
import { usageError } from "../domain/errors.ts";
import { foldEvents } from "../report/fold.ts";
import { findCampaigns, journalPath } from "./find-campaigns.ts";

/**
 * The newest campaign, when it can go on: it was killed, or a person stopped it. One that was
 * killed before its first event is none.
 *
 * Throws the usage error `NOTHING_TO_RESUME`, and those of `readJournal`.
 */
export async function findResumable(campaignsDir: string): Promise<CampaignState> {
  for (const campaign of await findCampaigns(campaignsDir)) {
    const { entries } = await readJournal(journalPath(campaignsDir, campaign));
    if (entries.length === 0) continue;
    const state = foldEvents(entries);
    if (state.status === "running" || state.stopReason === "STOPPED") return state;
    throw usageError({
      code: "NOTHING_TO_RESUME",
      message: `The newest campaign, ${campaign}, has ended: ${state.stopReason ?? state.status}.`,
      hint: "Start a new one with `nightshift run`.",
    });
  }
  throw usageError({
    code: "NOTHING_TO_RESUME",
    message: `There is no campaign in ${campaignsDir} to go on with.`,
    hint: "Start one with `nightshift run`.",
  });
}
