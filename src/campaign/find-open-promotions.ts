import type { CommitInfo } from "../ports.ts";

/** What master still holds beyond sacred. */
export type OpenPromotions = {
  /** Promotions in the order they were made; those of a tree that was rolled back or left out are not among them. */
  readonly open: readonly CommitInfo[];
  /** Commits on master that Nightshift did not make. */
  readonly strangers: readonly CommitInfo[];
};

/** Whether a commit is a promotion, by its trailers. */
export function isPromotion({ trailers }: CommitInfo): boolean {
  return ["Nightshift-Campaign", "Nightshift-Cycle", "Nightshift-Item"].every((name) => name in trailers);
}

/**
 * Reads master's history, newest first along first parents and without what sacred has merged. A rollback counts as
 * the commit that it went back to; a rebuild (`Nightshift-Sacred`) as the promotions that it carried, so that what it
 * left out stays out.
 */
export function findOpenPromotions(history: readonly CommitInfo[]): OpenPromotions {
  const ages = new Map(history.map((commit, age) => [commit.hash, age]));
  const open: CommitInfo[] = [];
  const passed: { readonly commit: CommitInfo; readonly isOurs: boolean }[] = [];
  for (let age: number | undefined = 0; age !== undefined; ) {
    const commit: CommitInfo | undefined = history[age];
    if (commit === undefined) {
      break;
    }
    const trailers: CommitInfo["trailers"] = commit.trailers;
    const isRebuild = "Nightshift-Sacred" in trailers;
    const isRollback = "Nightshift-Rollback" in trailers;
    passed.push({ commit, isOurs: isRebuild || isRollback || isPromotion(commit) });
    if (isRebuild) {
      open.push(...listCarried(commit, history, ages).reverse());
      break;
    }
    if (isPromotion(commit)) {
      open.push(commit);
    }
    const next: string | undefined = isRollback ? trailers["Nightshift-Rollback"] : commit.parents[0];
    // What is not in this history sacred has merged: nothing is open there.
    age = keepOlder(ages.get(next ?? ""), age);
  }
  return { open: open.reverse(), strangers: listStrangers(passed) };
}

/** A rollback that points to itself or forward is none of ours, and following it would never end. */
function keepOlder(target: number | undefined, age: number): number | undefined {
  return target !== undefined && target > age ? target : undefined;
}

function listCarried(
  rebuild: CommitInfo,
  history: readonly CommitInfo[],
  ages: ReadonlyMap<string, number>,
): CommitInfo[] {
  return (rebuild.trailers["Nightshift-Carried"] ?? "").split(" ").flatMap((hash) => {
    const age = ages.get(hash);
    const commit = age === undefined ? undefined : history[age];
    return commit === undefined || !isPromotion(commit) ? [] : [commit];
  });
}

/**
 * Commits of others that lie on top of ours. What lies beneath the oldest of ours was there before Nightshift, such as
 * the commits of a sacred branch that has been rewritten since.
 */
function listStrangers(
  passed: readonly { readonly commit: CommitInfo; readonly isOurs: boolean }[],
): readonly CommitInfo[] {
  const oldest = passed.findLastIndex(({ isOurs }) => isOurs);
  const strangers = passed.slice(0, oldest + 1).filter(({ isOurs }) => !isOurs);
  return strangers.map(({ commit }) => commit).reverse();
}
