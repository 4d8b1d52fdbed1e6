import type { VerifiedPromotion } from "../../domain/bundle-verdict.ts";
import type { JudgementDefence } from "../../domain/judgement-defence.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { cutReason } from "./describe-gates.ts";
import { type TryPromotionInput, tryPromotion } from "./try-promotion.ts";

/** How well the changed lines are tested was measured when it was tried on what is before it. */
const measuredBefore: ReadonlySet<JudgementDefence> = new Set(["coverage", "mutation"]);

/**
 * Whether a promotion that passed on the ones before it passes on sacred alone too, so that it can be offered by
 * itself. Where it stands on sacred anyway, nothing runs twice.
 */
export async function tryAlone(
  input: TryPromotionInput & {
    /** Tree that it passed on. */
    readonly before: string;
    readonly tree: string;
    readonly base: MeasuredPosition;
  },
  deps: CampaignDeps,
): Promise<Pick<VerifiedPromotion, "aloneTree" | "aloneReason">> {
  const { before, tree, base, name } = input;
  if (before === base.tree) return { aloneTree: tree, aloneReason: "it is the first on the base" };
  const defences = new Set([...deps.defences].filter((defence) => !measuredBefore.has(defence)));
  const trial = await tryPromotion(
    { ...input, position: base, name: `${name}-alone` },
    { ...deps, defences },
  );
  return trial.status === "passed"
    ? { aloneTree: trial.position.tree, aloneReason: cutReason(trial.reason) }
    : { aloneTree: null, aloneReason: cutReason(`on the base alone: ${trial.reason}`) };
}
