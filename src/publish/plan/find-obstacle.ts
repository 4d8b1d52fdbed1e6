import type { PublishState } from "../state/publish-state.ts";
import type { KnownOffer } from "../state/read-offers.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";
import type { LeftRule } from "./publication-plan.ts";

/** Why a promotion cannot be offered, or null. */
export type Obstacle = { readonly rule: LeftRule; readonly reason: string } | null;

/** Whether a closed pull request says that its items are not wanted. Pure. */
export function isDecline({ pullRequest, marker }: KnownOffer): boolean {
  const isLabelled = pullRequest.labels.includes("nightshift:declined");
  return pullRequest.state === "closed" && !pullRequest.isMerged && (isLabelled || !marker.isDeclined);
}

/**
 * What stands against offering a promotion of this campaign: its item has a pull request open, or a person has declined
 * it and the code is as it was; or files that it stands on are not on sacred as they were on the base. Pure.
 */
export function findObstacle(
  {
    promotion,
    campaign,
    paths,
  }: {
    readonly promotion: BoundPromotion;
    readonly campaign: string;
    /** Files that have to be on sacred as they were. */
    readonly paths: readonly string[];
  },
  state: PublishState,
): Obstacle {
  const { id } = promotion.facts.item;
  const alike = state.offers.known.filter(({ marker }) => marker.items.includes(id));
  const { cycle } = promotion.facts;
  const own = alike.find(({ marker }) => marker.campaign === campaign && marker.cycles.includes(cycle));
  if (own !== undefined && own.pullRequest.state === "closed")
    return { rule: "closed", reason: `it was offered as #${own.pullRequest.number}, which is closed` };
  if (own !== undefined) return null;
  const open = alike.find(({ pullRequest }) => pullRequest.state === "open");
  if (open !== undefined)
    return { rule: "open-elsewhere", reason: `#${open.pullRequest.number} is open for the same item` };
  const declined = alike.find((offer) => isDecline(offer) && isUnchanged(offer, state));
  if (declined !== undefined)
    return {
      rule: "declined",
      reason: `#${declined.pullRequest.number} for the same item was closed, and the code is as it was then`,
    };
  return findMove(paths, state);
}

/** A file list that GitHub cut off shows no change: what a person declined stays declined. */
function isUnchanged({ marker }: KnownOffer, { sacredBlobs }: PublishState): boolean {
  return sacredBlobs === null || marker.files.every(([path, blob]) => (sacredBlobs.get(path) ?? "") === blob);
}

function findMove(paths: readonly string[], { baseBlobs, sacredBlobs, sacred }: PublishState): Obstacle {
  if (baseBlobs === sacredBlobs && baseBlobs !== null) return null;
  if (baseBlobs === null || sacredBlobs === null)
    return {
      rule: "sacred-moved",
      reason: `${sacred.branch} has moved, and GitHub does not list all of its files`,
    };
  const moved = paths.find((path) => baseBlobs.get(path) !== sacredBlobs.get(path));
  return moved === undefined
    ? null
    : {
        rule: "sacred-moved",
        reason: `${sacred.branch} has another ${JSON.stringify(moved)} since: it is left to the next campaign`,
      };
}
