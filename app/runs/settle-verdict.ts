import { NightshiftError } from "../../src/domain/errors.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import { readRunVerdict } from "../../src/read-run-verdict.ts";
import type { Desk } from "../desk.ts";
import { askVerify } from "./ask-verify.ts";
import type { PublishRun, RunPublication } from "./publish-run.ts";
import { readRunBundle } from "./read-run-bundle.ts";
import { type RunEntry, writeEntry } from "./run-ledger.ts";

/** What GitHub refuses until a person mends it: a permission, a rule. */
const refusals: readonly string[] = ["GITHUB_FORBIDDEN", "GITHUB_INVALID"];

/**
 * A trusted run of verify that has ended, held against a run that waits for a verdict: publishes where the verdict is of
 * its bundle. A run that ended without any verdict counts for the one that asked for it, and where GitHub has not told
 * which run that is for the first such one that waits. Gives whether the run is accounted for by this entry.
 */
export async function settleVerdict(
  { entry, run }: { readonly entry: RunEntry; readonly run: WorkflowRun },
  desk: Desk,
): Promise<boolean> {
  const isWaiting = entry.status === "verifying" || entry.status === "postponed";
  if (!isWaiting || run.id <= entry.verifyAfter) return false;
  const found = await readRunVerdict(run.id, desk);
  if (found.status !== "read") {
    if (entry.verifyRun !== null && entry.verifyRun !== run.id) return false;
    if (found.status === "missing" && entry.status === "verifying") await askVerify(entry, desk);
    else
      desk.log.warn({ run: run.id, reason: found.reason }, "a run of verify has no verdict that can be used");
    return entry.status === "verifying";
  }
  if (found.verdict.bundle !== entry.bundle) return false;
  const read = await readRunBundle(entry.run, desk);
  if (read.status !== "read" || read.bundle.id !== entry.bundle) {
    const reason = read.status === "read" ? "Its bundle is another one than was verified." : read.reason;
    await writeEntry({ ...entry, status: "refused", reason, at: desk.clock.now() }, desk);
    return true;
  }
  const verdict = { bytes: found.bytes, cid: found.cid };
  const result = await tryPublish({ zip: read.zip, campaign: entry.campaign, verdict }, desk);
  // Each reconcile pass tries again; the memory branch does not grow by it.
  if (result.status === entry.status && result.status === "postponed" && result.reason === entry.reason)
    return true;
  const settled = { ...entry, status: result.status, at: desk.clock.now() };
  if (result.status === "published")
    await writeEntry(
      { ...settled, pullRequests: [...result.pullRequests], reason: join(result.notes) },
      desk,
    );
  else await writeEntry({ ...settled, reason: join([result.reason]) }, desk);
  return true;
}

/** What GitHub refuses is said on the dashboard, and tried again by the next reconcile passes. */
async function tryPublish(input: Parameters<PublishRun>[0], desk: Desk): Promise<RunPublication> {
  try {
    return await desk.publish(input, { github: desk.github });
  } catch (error) {
    if (!(error instanceof NightshiftError) || !refusals.includes(error.code)) throw error;
    const { code, message, hint } = error;
    desk.log.error({ campaign: input.campaign, code, error: message }, "GitHub refused to publish");
    return { status: "postponed", reason: join([message, hint]) };
  }
}

function join(notes: readonly string[]): string {
  return notes.join(" ").slice(0, 1_000).toWellFormed();
}
