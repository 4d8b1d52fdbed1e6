import type { Brain } from "../brain/brain.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { brainVersion } from "./brain-version.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/**
 * Whether memory says that a brain, as it is now, has nothing new for an item: it has tried all that it knows, which a
 * model never has, or its fix waits as a suggestion.
 */
export function isBrainExhausted(
  input: {
    readonly item: Pick<WorkItem, "id">;
    readonly brain: Pick<Brain, "kind" | "version">;
    /** Hash by path of every file of the tree. */
    readonly blobs: ReadonlyMap<string, string>;
  },
  { recall, config }: Pick<CampaignDeps, "recall" | "config">,
): boolean {
  const { item, brain, blobs } = input;
  const version = brainVersion(brain, config.brain);
  const { minConfidence } = config.promotion;
  return (
    recall.isSuggested(item, { version, minConfidence }, blobs) ||
    (brain.version !== null && recall.isExhausted(item, { version }, blobs))
  );
}
