import type { CampaignDeps } from "./campaign-deps.ts";
import type { Stop } from "./stop-conditions.ts";

/** What says that there was no more to do, or that no more was wanted. */
const contented: ReadonlySet<Stop["stopReason"]> = new Set([
  "NO_WORK_FOUND",
  "CONVERGED",
  "MAX_CYCLES_REACHED",
]);
const hint = "Look at the model's name, the base URL and the provider's status.";

/**
 * The stop as it is, or `FAILED` where every brain was asked and none has ever answered, as with a model's name that is
 * wrong: nothing was tried then, whatever the items look like. Where another brain did its part a warning says so.
 */
export async function settleSilence(
  stop: Stop,
  { brains, log }: Pick<CampaignDeps, "brains" | "log">,
): Promise<Stop> {
  const reasons = brains.flatMap((brain) => brain.findSilence?.() ?? []);
  if (reasons.length === 0) return stop;
  const message = `no model answered a single call: ${reasons.map(endSentence).join(" ")}`;
  if (reasons.length === brains.length && contented.has(stop.stopReason))
    return { stopReason: "FAILED", detail: `${message} ${hint}` };
  const isTold = log
    .state()
    .warnings.some((told) => reasons.every((reason) => told.message.includes(reason)));
  if (!isTold) await log.append({ type: "warning", message: `N${message.slice(1)}`, hint });
  return stop;
}

function endSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
