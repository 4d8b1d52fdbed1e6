import type { BundlePromotion } from "../../domain/bundle.ts";
import type { VerifiedPromotion } from "../../domain/bundle-verdict.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import type { BuiltLink } from "./build-chain.ts";
import { cutReason, describeGates } from "./describe-gates.ts";
import { tryAlone } from "./try-alone.ts";
import { type PromotionTrial, tryPromotion } from "./try-promotion.ts";

/** A promotion as the bundle tells it, and as its tree could be built here. */
export type ToldPromotion = { readonly facts: BundlePromotion; readonly built: BuiltLink };

/** What the promotions are tried on. */
export type VerifyPromotionsInput = {
  readonly told: readonly ToldPromotion[];
  readonly base: MeasuredPosition;
  readonly master: MeasuredPosition;
  /** By `deps.clock.elapsedMs()`; what has not begun then is dropped. Null: as long as it takes. */
  readonly deadlineMs: number | null;
};

/**
 * Tries promotions in order, each on those that passed before it, and each that passes on the base alone. One that fails
 * is dropped, and what comes after it is tried on what is left.
 */
export async function verifyPromotions(
  { told, base, master, deadlineMs }: VerifyPromotionsInput,
  deps: CampaignDeps,
): Promise<readonly VerifiedPromotion[]> {
  const verified: VerifiedPromotion[] = [];
  const isLate = (): boolean => deadlineMs !== null && deps.clock.elapsedMs() >= deadlineMs;
  let position = master;
  for (const { facts, built } of told) {
    const { cycle } = facts;
    const name = `${deps.campaign}/${cycle}`;
    if (built.status === "refused" || isLate()) {
      const reason = built.status === "refused" ? built.reason : "the time to verify ran out before it";
      verified.push(drop(cycle, { reason, gates: [] }));
      continue;
    }
    const input = { facts, link: built.link, position, name };
    const trial = await tryPromotion(input, deps);
    if (trial.status === "failed") {
      verified.push(drop(cycle, trial));
      continue;
    }
    const before = position.tree;
    position = trial.position;
    const { tree } = position;
    const alone = isLate()
      ? { aloneTree: null, aloneReason: "the time to verify ran out before it was tried alone" }
      : await tryAlone({ ...input, base, before, tree }, deps);
    const reason = cutReason(trial.reason);
    verified.push({ cycle, status: "verified", reason, tree, ...alone, gates: describeGates(trial.gates) });
  }
  return verified;
}

function drop(cycle: number, { reason, gates }: Pick<PromotionTrial, "reason" | "gates">): VerifiedPromotion {
  return {
    ...{ cycle, status: "dropped", reason: cutReason(reason), tree: null },
    ...{ aloneTree: null, aloneReason: "it was dropped", gates: describeGates(gates) },
  };
}
