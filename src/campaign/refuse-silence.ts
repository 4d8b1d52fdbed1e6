import type { CampaignDeps } from "./campaign-deps.ts";
import type { Stop } from "./stop-conditions.ts";

/** What says that there was no more to do, or that no more was wanted. */
const contented: ReadonlySet<Stop["stopReason"]> = new Set([
  "NO_WORK_FOUND",
  "CONVERGED",
  "MAX_CYCLES_REACHED",
]);

/**
 * The stop as it is, or `FAILED` where every brain was asked and none has ever answered, as with a model's name that is
 * wrong: nothing was tried then, whatever the items look like. Pure.
 */
export function refuseSilence(stop: Stop, { brains }: Pick<CampaignDeps, "brains">): Stop {
  if (!contented.has(stop.stopReason)) return stop;
  const reasons = brains.flatMap((brain) => brain.findSilence?.() ?? []);
  if (reasons.length < brains.length) return stop;
  const hint = "Look at the model's name, the base URL and the provider's status.";
  return {
    stopReason: "FAILED",
    detail: `no model answered a single call: ${reasons.map(endSentence).join(" ")} ${hint}`,
  };
}

function endSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
