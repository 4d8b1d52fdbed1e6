import { readJournal } from "../adapters/read-journal.ts";
import type { CampaignState } from "../domain/campaign-state.ts";
import { usageError } from "../domain/errors.ts";
import { foldEvents } from "../report/fold.ts";
import { findCampaigns, journalPath } from "./find-campaigns.ts";

/**
 * The newest campaign, when it can go on: it was killed, or a person stopped it.
 *
 * Throws the usage error `NOTHING_TO_RESUME`, and those of `readJournal`.
 */
export async function findResumable(campaignsDir: string): Promise<CampaignState> {
  const [newest] = await findCampaigns(campaignsDir);
  if (newest === undefined) {
    throw usageError({
      code: "NOTHING_TO_RESUME",
      message: `There is no campaign in ${campaignsDir} to go on with.`,
      hint: "Start one with `nightshift run`.",
    });
  }
  const state = foldEvents((await readJournal(journalPath(campaignsDir, newest))).entries);
  if (state.campaign !== "" && (state.status === "running" || state.stopReason === "STOPPED")) return state;
  throw usageError({
    code: "NOTHING_TO_RESUME",
    message: `The newest campaign, ${newest}, has ended: ${state.stopReason ?? "it never started"}.`,
    hint: "Start a new one with `nightshift run`.",
  });
}
