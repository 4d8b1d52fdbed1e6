import { nameRefs } from "../../domain/ref-names.ts";
import type { PlanInput } from "../plan-publication.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";
import { countRoom } from "./count-room.ts";
import { findObstacle, type Obstacle } from "./find-obstacle.ts";
import { listStack, type StackedPromotion } from "./list-stack.ts";
import type { Left, LeftRule, PlannedOffer } from "./publication-plan.ts";
import { tellPromotion } from "./tell-story.ts";

/** What is offered, what is not, and which promotions master is to hold. */
export type OfferPlan = {
  readonly offers: readonly PlannedOffer[];
  readonly left: readonly Left[];
  readonly kept: readonly StackedPromotion[];
};

/** For these a promotion stays on master all the same: another pull request offers what it is for. */
const keptOnMaster: ReadonlySet<LeftRule> = new Set(["open-elsewhere"]);

/**
 * One pull request for each promotion: on sacred alone where verify saw its gates pass there, else on the branch of the
 * promotion before it. Master holds promotions as far as all are offered: what nobody is shown is left to the next
 * campaign, with all that stands on it. Pure.
 */
export function planOffers(input: PlanInput): OfferPlan {
  const { manifest, state, settings, at } = input;
  const room = countRoom(state.offers, { ...settings, at });
  const offers: PlannedOffer[] = [];
  const kept: StackedPromotion[] = [];
  const left: Left[] = listDropped(input.promotions);
  let isMasterOpen = true;
  let before: PlannedOffer | null = null;
  for (const step of listStack(input)) {
    const { promotion, isFirst } = step;
    const isAlone = promotion.verdict.aloneTree !== null;
    const known = findKnown(step, input);
    const obstacle: Obstacle =
      findObstacle(
        { promotion, campaign: manifest.campaign, paths: isAlone ? step.ownPaths : step.allPaths },
        state,
      ) ??
      (isAlone || isFirst || before !== null
        ? null
        : { rule: "builds-on", reason: "what it stands on is not offered" }) ??
      (known === null ? room.take() : null);
    if (obstacle !== null) {
      left.push(leave(promotion, obstacle));
      isMasterOpen &&= keptOnMaster.has(obstacle.rule);
      if (isMasterOpen) kept.push(step);
      before = null;
      continue;
    }
    if (isMasterOpen) kept.push(step);
    const offer = planOffer(step, { input, before, known, isOnMaster: isMasterOpen });
    offers.push(offer);
    before = offer;
  }
  return { offers, left: left.toSorted((a, b) => a.cycle - b.cycle), kept };
}

/** What verify dropped, as left. Pure. */
export function listDropped(promotions: readonly BoundPromotion[]): Left[] {
  return promotions
    .filter(({ verdict }) => verdict.status === "dropped")
    .map((promotion) => leave(promotion, { rule: "dropped", reason: promotion.verdict.reason }));
}

/** A promotion as left. Pure. */
export function leave({ facts }: BoundPromotion, { rule, reason }: NonNullable<Obstacle>): Left {
  return { cycle: facts.cycle, title: facts.item.title, rule, reason };
}

function findKnown({ promotion }: StackedPromotion, { manifest, state }: PlanInput): number | null {
  const own = state.offers.known.find(
    ({ marker }) =>
      marker.campaign === manifest.campaign &&
      marker.cycles.length === 1 &&
      marker.cycles[0] === promotion.facts.cycle,
  );
  return own?.pullRequest.number ?? null;
}

function planOffer(
  step: StackedPromotion,
  {
    input,
    before,
    known,
    isOnMaster,
  }: {
    readonly input: PlanInput;
    readonly before: PlannedOffer | null;
    readonly known: number | null;
    readonly isOnMaster: boolean;
  },
): PlannedOffer {
  const { manifest, state, settings } = input;
  const { promotion } = step;
  const { aloneTree, aloneReason } = promotion.verdict;
  const { cycle } = promotion.facts;
  const ref = nameRefs(settings.prefix).fix(manifest.campaign, cycle);
  const sacredRef = `refs/heads/${manifest.sacred}`;
  const onto = aloneTree === null ? before : null;
  const commit =
    aloneTree === null
      ? { promotion, onto: step.onto, tree: step.tree }
      : { promotion, onto: manifest.baseTree, tree: aloneTree };
  // The branch before holds one promotion where that one is offered alone; this tree holds all before it.
  const holdsAlso = aloneTree === null ? step.heldBesides(onto) : [];
  return {
    cycles: [cycle],
    ref,
    baseRef: onto?.ref ?? sacredRef,
    parent: onto === null ? { kind: "base" } : { kind: "offer", ref: onto.ref },
    commits: [commit],
    known,
    story: {
      ...{ campaign: manifest.campaign, promotions: [tellPromotion(promotion)], sacred: manifest.sacred },
      ...{ branch: ref.slice("refs/heads/".length), base: manifest.base, head: "" },
      hasSacredMoved: state.sacred.commit !== manifest.base,
      isOnMaster,
      stackedOn: onto === null ? null : onto.ref.slice("refs/heads/".length),
      stackReason: aloneReason,
      alsoHolds: holdsAlso,
      command: settings.commandOf(promotion.facts.item.gate),
      nightshift: manifest.nightshift,
    },
  };
}
