import { nameRefs } from "../../domain/ref-names.ts";
import type { PlanInput } from "../plan-publication.ts";
import { countRoom } from "./count-room.ts";
import { findObstacle } from "./find-obstacle.ts";
import { listStack, type StackedPromotion } from "./list-stack.ts";
import { leave, listDropped, type OfferPlan } from "./plan-offers.ts";
import type { Left, PlannedCommit } from "./publication-plan.ts";
import { tellPromotion } from "./tell-story.ts";

/**
 * One pull request for a whole campaign, a commit for each promotion, up to the first that cannot be offered: those
 * after it stand on it. Pure.
 */
export function planCampaignOffer(input: PlanInput): OfferPlan {
  const { manifest, state, settings, at } = input;
  const { campaign, sacred, base } = manifest;
  const ref = nameRefs(settings.prefix).fix(campaign, "all");
  const left: Left[] = listDropped(input.promotions);
  const kept: StackedPromotion[] = [];
  for (const step of listStack(input)) {
    const { promotion } = step;
    const obstacle = findObstacle({ promotion, campaign, paths: step.allPaths }, state);
    if (obstacle !== null && left.every(({ rule }) => rule === "dropped"))
      left.push(leave(promotion, obstacle));
    else if (left.some(({ rule }) => rule !== "dropped"))
      left.push(leave(promotion, { rule: "builds-on", reason: "what it stands on is not offered" }));
    else kept.push(step);
  }
  const known = state.offers.known.find(({ pullRequest }) => `refs/heads/${pullRequest.headRef}` === ref);
  const obstacle =
    kept.length === 0 || known !== undefined ? null : countRoom(state.offers, { ...settings, at }).take();
  if (obstacle !== null)
    return {
      offers: [],
      kept: [],
      left: [...left, ...kept.map(({ promotion }) => leave(promotion, obstacle))],
    };
  const [first, ...others] = kept.map(
    ({ promotion, onto, tree }): PlannedCommit => ({ promotion, onto, tree }),
  );
  if (first === undefined) return { offers: [], kept, left };
  const promotions = kept.map(({ promotion }) => promotion);
  const offer = {
    cycles: promotions.map(({ facts }) => facts.cycle),
    ...{ ref, baseRef: `refs/heads/${sacred}`, parent: { kind: "base" } as const },
    commits: [first, ...others] as const,
    known: known?.pullRequest.number ?? null,
    story: {
      ...{ campaign, promotions: promotions.map(tellPromotion), sacred, base, head: "" },
      branch: ref.slice("refs/heads/".length),
      hasSacredMoved: state.sacred.commit !== base,
      isOnMaster: true,
      ...{ stackedOn: null, stackReason: "" },
      alsoHolds: kept[0]?.heldBesides(null) ?? [],
      command: settings.commandOf(promotions[0]?.facts.item.gate ?? ""),
      nightshift: manifest.nightshift,
    },
  };
  return { offers: [offer], kept, left };
}
