import type { BundlePromotion } from "../../domain/bundle.ts";
import type { WorkItem } from "../../domain/work-item.ts";
import { failureSignature } from "../../gates/failure-signature.ts";
import { findWork } from "../../work/find-work.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";

/** Everything that the gates fail on a tree that was measured here. */
export async function findItems(
  { tree, measurement }: MeasuredPosition,
  { git }: Pick<CampaignDeps, "git">,
): Promise<readonly WorkItem[]> {
  const trackedFiles = (await git.listFiles(tree)).map(({ path }) => path);
  const { results, setAside } = measurement;
  // What a person asks for is nothing that a gate fails: its test comes with the promotion.
  const asked = { issue: null, goal: "", hasModel: false };
  return findWork({ results: [...results.values()], setAside, trackedFiles, asked }, { failureSignature })
    .items;
}

/**
 * The item that a promotion claims to mend, as it was found on a tree that was measured here; null where nothing of it
 * fails. The campaign's own word for it is an id, and no more: failure, gate and targets are the verifier's.
 */
export async function findItem(
  { item }: Pick<BundlePromotion, "item">,
  position: MeasuredPosition,
  deps: Pick<CampaignDeps, "git">,
): Promise<WorkItem | null> {
  return (await findItems(position, deps)).find(({ id }) => id === item.id) ?? null;
}
