import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";
import { askVerify } from "./ask-verify.ts";
import { readRunBundle } from "./read-run-bundle.ts";
import { type RunEntry, readLedger, writeEntry } from "./run-ledger.ts";

const maxSuggestions = 20;

/**
 * A campaign's run that has ended, however: where it left a bundle, a run of verify is asked for. A run that has a
 * verdict of its own belongs to a workflow with a publish job; that verdict is never used here, since the machine that
 * ran the campaign could have left it.
 */
export async function settleCampaign(run: WorkflowRun, desk: Desk): Promise<void> {
  if ((await readLedger(desk)).some((entry) => entry.run === run.id)) return;
  const blank: RunEntry = {
    ...{ run: run.id, url: run.url, status: "nothing", reason: "", campaign: "", bundle: "", stopReason: "" },
    ...{
      promoted: 0,
      costUsd: 0,
      verifyAfter: 0,
      verifyRun: null,
      tries: 0,
      suggestions: [],
      pullRequests: [],
      at: desk.clock.now(),
    },
  };
  const read = await readRunBundle(run.id, desk);
  if (read.status !== "read") {
    const reason = read.status === "missing" ? `it ended as ${run.conclusion}: ${read.reason}` : read.reason;
    return await writeEntry(
      { ...blank, status: read.status === "missing" ? "nothing" : "refused", reason: cut(reason) },
      desk,
    );
  }
  const { id, manifest } = read.bundle;
  const entry: RunEntry = {
    ...blank,
    campaign: manifest.campaign,
    bundle: id,
    stopReason: manifest.stopReason,
    promoted: manifest.promotions.length,
    suggestions: manifest.suggestions.slice(0, maxSuggestions).map(({ cycle, subject, confidence }) => ({
      cycle,
      subject: cut(subject),
      confidence: confidence.value,
    })),
    costUsd: manifest.costUsd,
    reason: cut(manifest.stopDetail),
  };
  const artifacts = await desk.github.listArtifacts(run.id);
  if (artifacts.some(({ name }) => name === workflowNames.verdict))
    return await writeEntry({ ...entry, status: "by-workflow" }, desk);
  await askVerify({ ...entry, status: "verifying" }, desk);
}

function cut(text: string): string {
  return text.slice(0, 1_000).toWellFormed();
}
