import { bundleLimits } from "../../domain/bundle.ts";
import { MAX_CHANGED_FILES } from "../../publish/bundle/check-sizes.ts";
import { type BuildTreesDeps, type BuiltPromotion, buildPromotion } from "./build-promotion.ts";
import type { PromotingCycle } from "./describe-promotion.ts";

/** Of changesets and patches together; the rest of a bundle's limit is for journal, lessons, report and manifest. */
const maxTotalBytes = bundleLimits.totalBytes - 32 * 1024 * 1024;

/** Something that a campaign has and its bundle has not; `cycle: null`: what it began with. */
export type LeftOut = { readonly cycle: number | null; readonly reason: string };

/** Where promotions start from: master's tree, and what its changeset takes of the limits. */
export type PromotionsStart = {
  readonly tree: string;
  readonly sizeBytes: number;
  readonly files: number;
};

/**
 * What each promotion changes, one after the other. One that a bundle cannot tell is left out with all that are built on
 * it; the ones before it stay.
 */
export async function buildPromotions(
  cycles: readonly PromotingCycle[],
  start: PromotionsStart,
  deps: BuildTreesDeps,
): Promise<{ readonly built: readonly BuiltPromotion[]; readonly leftOut: readonly LeftOut[] }> {
  const built: BuiltPromotion[] = [];
  let { tree, sizeBytes, files } = start;
  for (const [at, cycle] of cycles.entries()) {
    const result = await buildPromotion(cycle, tree, deps);
    if (result.status === "refused") return { built, leftOut: leaveOut(cycles.slice(at), result.reason) };
    sizeBytes += result.sizeBytes;
    files += result.promotion.changeset.files.length;
    const isFull =
      built.length >= bundleLimits.promotions || files > MAX_CHANGED_FILES || sizeBytes > maxTotalBytes;
    if (isFull) return { built, leftOut: leaveOut(cycles.slice(at), "the bundle is full") };
    built.push(result.promotion);
    tree = cycle.promotion.tree;
  }
  return { built, leftOut: [] };
}

function leaveOut(cycles: readonly PromotingCycle[], reason: string): readonly LeftOut[] {
  return cycles.map(({ cycle }, at) => ({
    cycle,
    reason: at === 0 ? reason : `it is built on cycle ${cycles[0]?.cycle}, which is left out`,
  }));
}
