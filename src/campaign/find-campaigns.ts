import { readdir } from "node:fs/promises";
import path from "node:path";

/** Ids of the campaigns that a state root has, newest first. An id begins with its date, so names sort by time. */
export async function findCampaigns(campaignsDir: string): Promise<readonly string[]> {
  const entries = await readdir(campaignsDir, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return ids.toSorted().reverse();
}

/** Where a campaign's journal lies. */
export function journalPath(campaignsDir: string, campaign: string): string {
  return path.join(campaignsDir, campaign, "journal.jsonl");
}
