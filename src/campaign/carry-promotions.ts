import type { CommitInfo, Git } from "../ports.ts";
import { placePromotion } from "./place-promotion.ts";

/** What was said of something that is to be carried. */
export type PassVerdict =
  | { readonly status: "passed" }
  | { readonly status: "failed"; readonly reason: string };

/** Whether the gates pass on a tree. */
export type PassCheck = (tree: string) => Promise<PassVerdict>;

/** A promotion that stays out, and why. */
type SetAside = { readonly commit: CommitInfo; readonly reason: string };

/** Sacred's tree with promotions on top. */
export type CarriedTree = {
  readonly tree: string;
  readonly carried: readonly CommitInfo[];
  readonly setAside: readonly SetAside[];
};

/**
 * Applies promotions, oldest first, on the tree `onto`. One that conflicts, that is there in part already, or whose
 * tree fails is set aside, and the next is tried without it. One that is there as a whole has landed and is left out
 * silently. `passes` is asked only for trees that are not in `provenTrees`: for all promotions at once, and for one
 * after the other if that fails.
 */
export async function carryPromotions(
  {
    onto,
    promotions,
    provenTrees,
  }: {
    readonly onto: string;
    readonly promotions: readonly CommitInfo[];
    readonly provenTrees: ReadonlySet<string>;
  },
  { git, passes }: { readonly git: Pick<Git, "applyChange" | "diff">; readonly passes: PassCheck },
): Promise<CarriedTree> {
  const check = remember(passes, provenTrees);
  const together = await stack({ onto, promotions }, { git, passes: async () => ({ status: "passed" }) });
  if (together.carried.length === 0 || (await check(together.tree)).status === "passed") {
    return together;
  }
  return stack({ onto, promotions }, { git, passes: check });
}

async function stack(
  { onto, promotions }: { readonly onto: string; readonly promotions: readonly CommitInfo[] },
  { git, passes }: { readonly git: Pick<Git, "applyChange" | "diff">; readonly passes: PassCheck },
): Promise<CarriedTree> {
  let tree = onto;
  const carried: CommitInfo[] = [];
  const setAside: SetAside[] = [];
  for (let at = 0; at < promotions.length; ) {
    const waiting = promotions.slice(at) as [CommitInfo, ...CommitInfo[]];
    const [commit] = waiting;
    const placed = await placePromotion({ onto: tree, waiting }, { git });
    at += placed.status === "landed" ? placed.count : 1;
    if (placed.status === "refused") {
      setAside.push({ commit, reason: placed.reason });
    }
    if (placed.status === "applied") {
      const verdict = await passes(placed.tree);
      if (verdict.status === "failed") {
        setAside.push({ commit, reason: verdict.reason });
      } else {
        tree = placed.tree;
        carried.push(commit);
      }
    }
  }
  return { tree, carried, setAside };
}

/** Asks once for each tree, and never for a proven one. */
function remember(passes: PassCheck, provenTrees: ReadonlySet<string>): PassCheck {
  const verdicts = new Map<string, Awaited<ReturnType<PassCheck>>>();
  return async (tree) => {
    if (provenTrees.has(tree)) {
      return { status: "passed" };
    }
    const verdict = verdicts.get(tree) ?? (await passes(tree));
    verdicts.set(tree, verdict);
    return verdict;
  };
}
