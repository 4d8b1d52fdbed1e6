import type { Brain } from "../brain/brain.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { brainVersion } from "./brain-version.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/** Whether memory says that a brain, as it is now, has tried all that it knows on an item. A model never has. */
export function isBrainExhausted(
  input: {
    readonly item: Pick<WorkItem, "id">;
    readonly brain: Pick<Brain, "kind" | "version">;
    /** Hash by path of every file of the tree. */
    readonly blobs: ReadonlyMap<string, string>;
  },
  { recall, config }: Pick<CampaignDeps, "recall" | "config">,
): boolean {
  const { kind, version } = input.brain;
  if (version === null) return false;
  return recall.isExhausted(
    input.item,
    { version: brainVersion({ kind, version }, config.brain) },
    input.blobs,
  );
}
