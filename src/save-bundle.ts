import { buildBundle } from "./campaign/bundle/build-bundle.ts";
import type { CampaignDeps } from "./campaign/campaign-deps.ts";
import { writeBundle } from "./publish/bundle/write-bundle.ts";

/** Where a bundle goes, and whose it is. */
export type SaveBundleInput = {
  /** Folder that it is written into; emptied first. */
  readonly folder: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Version of Nightshift. */
  readonly nightshift: string;
};

/** What was written. */
export type SavedBundle = {
  /** Content id; null: the campaign had not begun. */
  readonly id: string | null;
  /** What of the campaign is not in it. */
  readonly leftOut: readonly string[];
};

/** Writes the bundle of a campaign as its journal stands, finished or not. */
export async function saveBundle(
  { folder, repository, nightshift }: SaveBundleInput,
  { log, git, redact }: Pick<CampaignDeps, "log" | "git" | "redact">,
): Promise<SavedBundle> {
  const built = await buildBundle({ entries: log.entries(), repository, nightshift }, { git, redact });
  if (built.status === "nothing") return { id: null, leftOut: [built.reason] };
  await writeBundle(folder, built.bundle.files);
  const leftOut = built.leftOut.map(({ cycle, reason }) =>
    cycle === null ? reason : `cycle ${cycle}: ${reason}`,
  );
  return { id: built.bundle.id, leftOut };
}
