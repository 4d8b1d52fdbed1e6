import type { PromotionStory } from "../../report/pull-request-story.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";

/** A promotion as its pull request tells it: what the campaign says, and what verify found. Pure. */
export function tellPromotion({ facts, verdict }: BoundPromotion): PromotionStory {
  const { changeset: _, patch: __, tree: ___, parentTree: ____, isUnsafe: _____, ...told } = facts;
  return { ...told, gates: verdict.gates };
}
