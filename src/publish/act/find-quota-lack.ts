import type { GitHub } from "../../github-port.ts";

/** Calls of one promotion besides a blob for each file: tree, commits, refs, look-ups, pull request, label. */
const callsOfPromotion = 20;
/** What memory takes at the end, so that it can still be told what waits. */
const callsOfMemory = 25;
/** The hour's calls are shared with whatever else uses the token. */
const factor = 1.5;

/** Why what is left of the hour's calls is too little for one more promotion; null: there is enough. */
export async function findQuotaLack(
  { files }: { readonly files: number },
  { github }: { readonly github: Pick<GitHub, "getQuota"> },
): Promise<string | null> {
  const { remaining, resetAt } = await github.getQuota();
  const needed = Math.ceil((files + callsOfPromotion) * factor) + callsOfMemory;
  return remaining >= needed
    ? null
    : `${remaining} calls are left until ${resetAt}, fewer than the ${needed} that one more promotion may take`;
}
