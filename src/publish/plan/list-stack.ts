import type { PlanInput } from "../plan-publication.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";
import type { PlannedOffer } from "./publication-plan.ts";

/** A verified promotion in the stack that verify built. */
export type StackedPromotion = {
  readonly promotion: BoundPromotion;
  /** Whether no other verified one is beneath it. */
  readonly isFirst: boolean;
  /** Tree before it, and with it. */
  readonly onto: string;
  readonly tree: string;
  /** Files that it changes. */
  readonly ownPaths: readonly string[];
  /** Files that it, what is beneath it, and what master carries change. */
  readonly allPaths: readonly string[];
  /** Subjects of what its tree holds besides itself and what `offer`'s branch holds. */
  heldBesides(offer: PlannedOffer | null): readonly string[];
};

/** The verified promotions in their order, each with what is beneath it. Pure. */
export function listStack({
  manifest,
  carriedPaths,
  masterTree,
  promotions,
  state,
}: PlanInput): readonly StackedPromotion[] {
  const hasCarried = masterTree !== manifest.baseTree;
  const carried = hasCarried ? state.carried : [];
  const carriedSubjects = hasCarried && carried.length === 0 ? ["promotions of earlier campaigns"] : carried;
  const stack: StackedPromotion[] = [];
  let onto = masterTree;
  let paths: readonly string[] = hasCarried ? carriedPaths : [];
  for (const promotion of promotions) {
    const { tree } = promotion.verdict;
    if (promotion.verdict.status === "dropped" || tree === null) continue;
    const ownPaths = promotion.changeset.files.map(({ path }) => path);
    const beneath = stack.map((step) => step.promotion.facts);
    paths = [...paths, ...ownPaths];
    stack.push({
      ...{ promotion, isFirst: stack.length === 0, onto, tree, ownPaths, allPaths: paths },
      heldBesides: (offer) => {
        const isWhole = offer?.commits.at(-1)?.tree === onto;
        const within = new Set(offer === null ? [] : offer.cycles);
        return offer !== null && isWhole
          ? []
          : [
              ...carriedSubjects,
              ...beneath.filter(({ cycle }) => !within.has(cycle)).map(({ subject }) => subject),
            ];
      },
    });
    onto = tree;
  }
  return stack;
}
