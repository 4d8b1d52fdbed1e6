import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import { settleApprovals } from "../approvals/settle-approvals.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { updateRequests } from "../requests/update-requests.ts";
import { readLedger } from "./run-ledger.ts";
import { settleCampaign } from "./settle-campaign.ts";
import { settleVerdict } from "./settle-verdict.ts";
import { trustRun } from "./trust-run.ts";

/** Who may have started a run of each workflow: the clock or a person; verify by us alone. */
const starts: Readonly<Record<string, readonly string[]>> = {
  [workflowNames.campaign]: ["schedule", "workflow_dispatch"],
  [workflowNames.verify]: ["workflow_dispatch"],
};

/** A run that has ended, and what people see of it. */
export async function settleRun({ run: id }: { readonly run: number }, desk: Desk): Promise<void> {
  const run = await desk.github.getRun(id);
  if (run === null || !(await settleEnded(run, desk))) return;
  await updateRequests(desk);
  await updateDashboard(desk);
}

/**
 * A run that has ended, well or not: a campaign's bundle goes to verify; what verify has verified is published, and
 * approvals that waited for it end. False where it is none of ours.
 */
export async function settleEnded(run: WorkflowRun, desk: Desk): Promise<boolean> {
  const events = starts[run.workflow];
  if (events === undefined || run.status !== "completed" || desk.configFault !== null) return false;
  const trust = await trustRun(run, { workflow: run.workflow, events }, desk);
  if (trust.status === "refused") {
    desk.log.warn({ run: run.id, reason: trust.reason }, "a run is not trusted");
    return false;
  }
  if (run.workflow === workflowNames.campaign) await settleCampaign(run, desk);
  else {
    let isSettled = false;
    for (const entry of (await readLedger(desk)).toReversed()) {
      isSettled = await settleVerdict({ entry, run }, desk);
      if (isSettled) break;
    }
    await settleApprovals({ run, isSettled }, desk);
  }
  return true;
}
