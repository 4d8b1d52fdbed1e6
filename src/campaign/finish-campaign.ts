import { describeError } from "../domain/errors.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { Stop } from "./stop-conditions.ts";

/**
 * Ends the journal with the stop reason, then puts what was learned into the repository's memory and writes the report. Memory that cannot
 * be written is a warning: its lessons stay in the journal, and the next campaign stores them.
 */
export async function finishCampaign(stop: Stop, deps: CampaignDeps): Promise<void> {
  await deps.log.append({ type: "campaign-stopped", ...stop });
  await store(deps);
  await deps.writeReport();
}

async function store(deps: CampaignDeps): Promise<void> {
  if (deps.isDryRun || !deps.config.memory.enabled) return;
  try {
    const stored = await deps.storeMemory();
    await deps.log.append({ type: "memory-stored", ...stored });
  } catch (error) {
    const hint = "The lessons are in the journal; the next campaign stores them.";
    await deps.log.append({
      type: "warning",
      message: `Memory was not stored: ${describeError(error)}`,
      hint,
    });
  }
}
