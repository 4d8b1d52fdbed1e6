import path from "node:path";
import { writeAtomically } from "./adapters/write-atomically.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import { listSuggestions } from "./report/list-suggestions.ts";

/** Writes the patch of each suggestion of a campaign into a folder, for `git apply`. Throws the system's error. */
export async function writeSuggestions(
  state: Pick<CampaignState, "cycles">,
  { folder }: { readonly folder: string },
): Promise<void> {
  for (const { file, patch } of listSuggestions(state)) await writeAtomically(path.join(folder, file), patch);
}
