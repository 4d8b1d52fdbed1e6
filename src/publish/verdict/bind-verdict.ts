import type { Verdict, VerifiedPromotion } from "../../domain/bundle-verdict.ts";
import type { Bundle } from "../bundle/bundle.ts";
import { type PublicationRefusal, refusePublication } from "../publication-refusal.ts";

/** A promotion with what verify found of it. */
export type BoundPromotion = Bundle["promotions"][number] & { readonly verdict: VerifiedPromotion };

/**
 * Holds a verdict against the bundle that it is said to be of: same bundle, repository, base, configuration, master and
 * promotions, one for one. What does not fit is refused as a whole. That its trees can be made of the bundle's changes
 * shows when they are made. Pure.
 */
export function bindVerdict(
  bundle: Pick<Bundle, "id" | "manifest" | "promotions">,
  verdict: Verdict,
): { readonly status: "bound"; readonly promotions: readonly BoundPromotion[] } | PublicationRefusal {
  const { manifest } = bundle;
  const refuse = (reason: string) => refusePublication("verdict-binding", reason);
  if (verdict.bundle !== bundle.id)
    return refuse(`The verdict is of bundle ${verdict.bundle}, not of ${bundle.id}.`);
  if (verdict.repository.toLowerCase() !== manifest.repository.toLowerCase())
    return refuse("The verdict is of another repository.");
  if (verdict.base !== manifest.base) return refuse(`The verdict is of base ${verdict.base}.`);
  if (verdict.configDigest !== manifest.configDigest)
    return refuse("The verdict was given under another configuration.");
  // Where what was carried did not pass, verify has started from the base alone.
  if (![manifest.master.tree, manifest.baseTree].includes(verdict.masterTree))
    return refuse(
      `The verdict starts from tree ${verdict.masterTree}, which is neither master's nor the base's.`,
    );
  if (verdict.promotions.length !== bundle.promotions.length)
    return refuse("The verdict does not speak of each promotion once.");
  const promotions: BoundPromotion[] = [];
  let tree = verdict.masterTree;
  for (const [at, found] of verdict.promotions.entries()) {
    const promotion = bundle.promotions[at];
    if (promotion === undefined || promotion.facts.cycle !== found.cycle)
      return refuse(`The verdict's promotion ${at + 1} is of cycle ${found.cycle}.`);
    const isWhole =
      found.status === "verified"
        ? found.tree !== null && found.tree !== tree && found.tree.length === tree.length
        : found.tree === null && found.aloneTree === null;
    if (!isWhole || found.aloneTree === manifest.baseTree)
      return refuse(`The verdict of cycle ${found.cycle} contradicts itself.`);
    tree = found.tree ?? tree;
    promotions.push({ ...promotion, verdict: found });
  }
  return { status: "bound", promotions };
}
