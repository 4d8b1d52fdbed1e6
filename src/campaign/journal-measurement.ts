import type { GateResult } from "../domain/gate.ts";
import { summarizeGate } from "../gates/summarize-gate.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/** Writes down what the gates say of a tree of master, in the order of the gates. */
export async function journalMeasurement(
  { tree, results }: { readonly tree: string; readonly results: ReadonlyMap<string, GateResult> },
  { gates, log }: Pick<CampaignDeps, "gates" | "log">,
): Promise<void> {
  const measured = gates.flatMap(({ name }) => results.get(name) ?? []);
  await log.append({ type: "gates-measured", tree, results: measured.map(summarizeGate) });
}
