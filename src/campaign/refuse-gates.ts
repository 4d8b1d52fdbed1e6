import { NightshiftError } from "../domain/errors.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { BaseMeasurement } from "./position.ts";

/** Throws `GATE_IN_ERROR` when a required gate gives no evidence on the base: then nothing can be known of any tree. */
export function refuseGatesInError(
  { results }: BaseMeasurement,
  { gates }: Pick<CampaignDeps, "gates">,
): void {
  const failed = gates
    .filter(({ isRequired }) => isRequired)
    .flatMap(({ name }) => results.get(name) ?? [])
    .find(({ status }) => status === "error");
  if (failed === undefined) return;
  throw new NightshiftError({
    code: "GATE_IN_ERROR",
    message: `The required gate ${failed.gate} gives no evidence on the base: ${failed.reason}.`,
    hint: "Mend the gate or what it needs, or give it `required: false`.",
  });
}

/**
 * Throws `GATE_UNPROVEN` when a required gate has not shown that it can fail: it would refuse every candidate, so that
 * to look for one is a waste. Only asked when there is work to do.
 */
export function refuseUnprovenGates(
  { proofs }: BaseMeasurement,
  { gates }: Pick<CampaignDeps, "gates">,
): void {
  const unproven = gates
    .filter(({ isRequired }) => isRequired)
    .flatMap(({ name }) => proofs.get(name) ?? [])
    .find(({ status }) => status === "unproven");
  if (unproven === undefined) return;
  throw new NightshiftError({
    code: "GATE_UNPROVEN",
    message: `The required gate ${unproven.gate} has not shown that it can fail, so it would refuse every candidate: ${unproven.reason}.`,
    hint: "Let it check the code, or give it `required: false`.",
  });
}
