import { bundleLimits, type Changeset } from "../../domain/bundle.ts";
import type { Git } from "../../ports.ts";
import { findPatchFault } from "../../publish/bundle/find-patch-fault.ts";
import { renderChangeset } from "../../publish/bundle/render-canonical.ts";
import { buildChangeset } from "./build-changeset.ts";
import type { PromotingCycle } from "./describe-promotion.ts";

/** A promotion with what it changes. */
export type BuiltPromotion = {
  readonly cycle: PromotingCycle;
  readonly parentTree: string;
  readonly changeset: Changeset;
  readonly patch: string;
};

/** What trees are read with. */
export type BuildTreesDeps = {
  readonly git: Pick<Git, "treeOf" | "changedPaths" | "listFiles" | "readFile" | "diff">;
  /** Hides known secrets. */
  readonly redact: (text: string) => string;
};

/** What a promotion changes in tree `tree`, and how much room it takes in a bundle; or why a bundle cannot tell it. */
export async function buildPromotion(
  cycle: PromotingCycle,
  tree: string,
  { git, redact }: BuildTreesDeps,
): Promise<
  | { readonly status: "built"; readonly promotion: BuiltPromotion; readonly sizeBytes: number }
  | { readonly status: "refused"; readonly reason: string }
> {
  const { promotion } = cycle;
  const parentTree = await git.treeOf(promotion.parent);
  if (parentTree !== tree) return refuse("it is not on the tree of the one before it");
  if (promotion.tree === parentTree) return refuse("it changes nothing");
  const result = await buildChangeset({ from: parentTree, to: promotion.tree }, { git });
  if (result.status === "refused") return result;
  const { changeset } = result;
  if (holdsSecret(changeset, redact)) return refuse("it holds a known secret");
  const patch = redact(await git.diff(parentTree, promotion.tree));
  const fault = findPatchFault(patch, changeset);
  if (fault !== null) return refuse(fault.reason);
  const [changesetBytes, patchBytes] = [
    Buffer.byteLength(renderChangeset(changeset)),
    Buffer.byteLength(patch),
  ];
  const largest = Math.max(changesetBytes, patchBytes);
  if (largest > bundleLimits.partBytes)
    return refuse(`it has ${largest} bytes, more than ${bundleLimits.partBytes}`);
  // The patch is there twice.
  const sizeBytes = changesetBytes + 2 * patchBytes;
  return { status: "built", promotion: { cycle, parentTree, changeset, patch }, sizeBytes };
}

function refuse(reason: string): { readonly status: "refused"; readonly reason: string } {
  return { status: "refused", reason };
}

function holdsSecret({ files }: Changeset, redact: (text: string) => string): boolean {
  const texts = files.flatMap((file) => (file.change === "delete" ? [file.path] : [file.path, file.content]));
  return texts.some((text) => redact(text) !== text);
}
