import type { GitHub } from "./github-port.ts";
import { parseTrailers } from "./publish/parse-trailers.ts";

/** A promotion on master. */
export type PromotionOnMaster = {
  readonly commit: string;
  readonly campaign: string;
  readonly cycle: number;
  readonly subject: string;
};

/** Commits that are looked at. */
const maxSteps = 300;

/**
 * The promotions in force on master, newest first, down to `until` (null: as far as it goes) or to the commit that brought
 * master to sacred, which tells what it carried: `isRebuilt` says that it came first. A rollback counts as the commit
 * that it went back to.
 */
export async function listInForce(
  { master, until }: { readonly master: string; readonly until: string | null },
  { github }: { readonly github: Pick<GitHub, "getCommit"> },
): Promise<{ readonly inForce: readonly PromotionOnMaster[]; readonly isRebuilt: boolean }> {
  const inForce: PromotionOnMaster[] = [];
  let next: string | undefined = master;
  for (let step = 0; step < maxSteps && next !== undefined && next !== until; step += 1) {
    const commit: Awaited<ReturnType<GitHub["getCommit"]>> = await github.getCommit(next);
    if (commit === null) break;
    const trailers = parseTrailers(commit.message);
    if (trailers.has("Nightshift-Sacred")) {
      for (const carried of (trailers.get("Nightshift-Carried") ?? "").split(" ").reverse()) {
        const found = /^[0-9a-f]{40,64}$/.test(carried) ? await readPromotion(carried, github) : null;
        if (found !== null) inForce.push(found);
      }
      return { inForce, isRebuilt: true };
    }
    const promotion = asPromotion(next, commit.message);
    if (promotion !== null) inForce.push(promotion);
    next = trailers.get("Nightshift-Rollback") ?? commit.parents[0];
  }
  return { inForce, isRebuilt: false };
}

async function readPromotion(
  sha: string,
  github: Pick<GitHub, "getCommit">,
): Promise<PromotionOnMaster | null> {
  const commit = await github.getCommit(sha);
  return commit === null ? null : asPromotion(sha, commit.message);
}

function asPromotion(commit: string, message: string): PromotionOnMaster | null {
  const trailers = parseTrailers(message);
  const [campaign, cycle] = [trailers.get("Nightshift-Campaign"), trailers.get("Nightshift-Cycle")];
  if (campaign === undefined || cycle === undefined || !trailers.has("Nightshift-Item")) return null;
  return { commit, campaign, cycle: Number(cycle), subject: message.split("\n")[0] ?? "" };
}
