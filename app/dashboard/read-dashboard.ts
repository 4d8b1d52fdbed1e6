import { workflowNames } from "../../src/domain/workflow-names.ts";
import { declinedLabel } from "../../src/publish/decline-pull-request.ts";
import type { Desk } from "../desk.ts";
import { listOffers } from "../offers/list-offers.ts";
import { readLedger } from "../runs/run-ledger.ts";
import type { DashboardState } from "./dashboard-state.ts";

/** Reads what the dashboard shows. */
export async function readDashboard(desk: Desk): Promise<DashboardState> {
  const runs = await desk.github.listRuns({ workflow: workflowNames.campaign, limit: 20 });
  const closed = await listOffers({ state: "closed" }, desk);
  const state = {
    configFault: desk.configFault,
    running: runs.filter(
      ({ status, headBranch }) => status !== "completed" && headBranch === desk.sacred.branch,
    ),
    entries: await readLedger(desk),
    open: await listOffers({ state: "open" }, desk),
    declined: closed.filter(
      ({ pullRequest }) => !pullRequest.isMerged && pullRequest.labels.includes(declinedLabel.name),
    ),
  };
  return { ...state, usage: desk.getUsage() };
}
