import type { CampaignDeps } from "../campaign-deps.ts";
import { measureBase } from "../measure-base.ts";
import type { MeasuredPosition } from "../position.ts";
import { refuseGatesInError, refuseUnprovenGates } from "../refuse-gates.ts";

/**
 * What the gates say of the base, here and now. Throws `GATE_IN_ERROR` and `GATE_UNPROVEN` where a required gate gives
 * no evidence: then nothing can be verified at all.
 */
export async function measureSacred(base: string, deps: CampaignDeps): Promise<MeasuredPosition> {
  const start = { commit: base, tree: await deps.git.treeOf(base), measurement: null };
  await using sandbox = await deps.sandboxes.open(`${deps.campaign}/base`, base);
  const measurement = await measureBase(sandbox, start, deps);
  refuseGatesInError(measurement, deps);
  refuseUnprovenGates(measurement, deps);
  return { ...start, measurement };
}
