import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";

/** Asks each campaign that runs or waits on the default branch to end. Gives those that were asked. */
export async function stopCampaigns({
  github,
  sacred,
}: Pick<Desk, "github" | "sacred">): Promise<readonly WorkflowRun[]> {
  const asked: WorkflowRun[] = [];
  for (const run of await github.listRuns({ workflow: workflowNames.campaign, limit: 30 })) {
    if (run.status === "completed" || run.headBranch !== sacred.branch) continue;
    const outcome = await github.cancelRun(run.id);
    if (outcome.status === "done") asked.push(run);
  }
  return asked;
}
