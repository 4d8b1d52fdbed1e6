import { bundleLimits, type Changeset } from "../../domain/bundle.ts";
import type { Git } from "../../ports.ts";
import { findPatchFault } from "../../publish/bundle/find-patch-fault.ts";
import { renderChangeset } from "../../publish/bundle/render-canonical.ts";
import { buildChangeset } from "./build-changeset.ts";
import type { PromotingCycle } from "./describe-promotion.ts";

/** Of changesets and patches together; the rest of a bundle's limit is for journal, lessons, report and manifest. */
const maxTotalBytes = bundleLimits.totalBytes - 48 * 1024 * 1024;

/** A promotion with what it changes. */
export type BuiltPromotion = {
  readonly cycle: PromotingCycle;
  readonly parentTree: string;
  readonly changeset: Changeset;
  readonly patch: string;
};

/** Something that a campaign has and its bundle has not; `cycle: null`: what it began with. */
export type LeftOut = { readonly cycle: number | null; readonly reason: string };

export type BuildTreesDeps = {
  readonly git: Pick<Git, "treeOf" | "changedPaths" | "listFiles" | "readFile" | "diff">;
  readonly redact: (text: string) => string;
};

/**
 * What each promotion changes, in order from tree `master` on. One that a bundle cannot tell is left out with all that
 * are built on it; the ones before it stay.
 */
export async function buildPromotions(
  cycles: readonly PromotingCycle[],
  { master, usedBytes }: { readonly master: string; readonly usedBytes: number },
  deps: BuildTreesDeps,
): Promise<{ readonly built: readonly BuiltPromotion[]; readonly leftOut: readonly LeftOut[] }> {
  const built: BuiltPromotion[] = [];
  let [tree, totalBytes] = [master, usedBytes];
  for (const [at, cycle] of cycles.entries()) {
    const result = await buildOne(cycle, tree, deps);
    const sizeBytes = result.status === "built" ? result.sizeBytes : 0;
    const reason =
      result.status === "refused"
        ? result.reason
        : built.length >= bundleLimits.promotions
          ? `a bundle holds ${bundleLimits.promotions} promotions`
          : totalBytes + sizeBytes > maxTotalBytes
            ? "the bundle is full"
            : null;
    if (result.status === "refused" || reason !== null)
      return { built, leftOut: leaveOut(cycles.slice(at), reason ?? "") };
    built.push(result.promotion);
    tree = cycle.promotion.tree;
    totalBytes += sizeBytes;
  }
  return { built, leftOut: [] };
}

function leaveOut(cycles: readonly PromotingCycle[], reason: string): readonly LeftOut[] {
  return cycles.map(({ cycle }, at) => ({
    cycle,
    reason: at === 0 ? reason : `it is built on cycle ${cycles[0]?.cycle}, which is left out`,
  }));
}

async function buildOne(
  cycle: PromotingCycle,
  tree: string,
  { git, redact }: BuildTreesDeps,
): Promise<
  | { readonly status: "built"; readonly promotion: BuiltPromotion; readonly sizeBytes: number }
  | { readonly status: "refused"; readonly reason: string }
> {
  const { promotion } = cycle;
  const parentTree = await git.treeOf(promotion.parent);
  if (parentTree !== tree) return { status: "refused", reason: "it is not on the tree of the one before it" };
  if (promotion.tree === parentTree) return { status: "refused", reason: "it changes nothing" };
  const result = await buildChangeset({ from: parentTree, to: promotion.tree }, { git });
  if (result.status === "refused") return result;
  const { changeset } = result;
  const holdsSecret = changeset.files.some(
    (file) =>
      redact(file.path) !== file.path || (file.change === "write" && redact(file.content) !== file.content),
  );
  if (holdsSecret) return { status: "refused", reason: "it holds a known secret" };
  const patch = redact(await git.diff(parentTree, promotion.tree));
  const fault = findPatchFault(patch, changeset);
  if (fault !== null) return { status: "refused", reason: fault.reason };
  const sizes = [renderChangeset(changeset), patch].map((text) => Buffer.byteLength(text));
  const largest = Math.max(...sizes);
  if (largest > bundleLimits.partBytes)
    return { status: "refused", reason: `it has ${largest} bytes, more than ${bundleLimits.partBytes}` };
  // The patch is there twice.
  const sizeBytes = (sizes[0] ?? 0) + 2 * (sizes[1] ?? 0);
  return { status: "built", promotion: { cycle, parentTree, changeset, patch }, sizeBytes };
}
