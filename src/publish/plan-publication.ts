import type { Manifest } from "../domain/bundle.ts";
import type { OfferLimits } from "./plan/count-room.ts";
import { isDecline } from "./plan/find-obstacle.ts";
import { planCampaignOffer } from "./plan/plan-campaign-offer.ts";
import { planMaster } from "./plan/plan-master.ts";
import { planOffers } from "./plan/plan-offers.ts";
import type { PublicationPlan } from "./plan/publication-plan.ts";
import type { PublishState } from "./state/publish-state.ts";
import type { BoundPromotion } from "./verdict/bind-verdict.ts";

/** What the base's configuration says of a publication. */
export type PublishSettings = OfferLimits & {
  readonly prefix: string;
  readonly mode: "per-promotion" | "per-campaign";
  /** What a gate runs; null where the configuration does not say. */
  commandOf(gate: string): string | null;
};

/** What a plan is made of. */
export type PlanInput = {
  readonly manifest: Manifest;
  /** Files that what master carries changes. */
  readonly carriedPaths: readonly string[];
  /** Tree that verify started from. */
  readonly masterTree: string;
  readonly promotions: readonly BoundPromotion[];
  readonly state: PublishState;
  readonly settings: PublishSettings;
  /** Now, ISO 8601. */
  readonly at: string;
};

/** Pull requests that one publication marks as declined. */
const maxDeclines = 10;

/**
 * What a publication will do, from a bundle, its verdict and what GitHub holds: which promotions go to master, which are
 * offered and how, and why others are not. Once it is done, the plan of the same bundle has nothing left to do. Pure.
 */
export function planPublication(input: PlanInput): PublicationPlan {
  const { manifest, state, settings } = input;
  const { offers, left, kept } =
    settings.mode === "per-campaign" ? planCampaignOffer(input) : planOffers(input);
  const commits = kept.map(({ promotion, onto, tree }) => ({ promotion, onto, tree }));
  const master = planMaster(commits, state.master);
  const isOnMaster = master.status !== "left";
  return {
    campaign: manifest.campaign,
    master,
    offers: offers.map((offer) => ({
      ...offer,
      story: { ...offer.story, isOnMaster: offer.story.isOnMaster && isOnMaster },
    })),
    left,
    declines: state.offers.known
      .filter((offer) => isDecline(offer) && !offer.marker.isDeclined)
      .slice(0, maxDeclines)
      .map(({ pullRequest }) => pullRequest.number),
  };
}
