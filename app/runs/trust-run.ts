import type { WorkflowRun } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";

/**
 * Whether a run may be believed to be what its workflow file on the default branch says: of this very repository, on
 * its default branch, at a commit that is in its history, started by the clock, by hand or by us. A pull request's run,
 * or a fork's, never is.
 */
export async function trustRun(
  run: WorkflowRun,
  { workflow, events }: { readonly workflow: string; readonly events: readonly string[] },
  { info, sacred, findInHistory }: Pick<Desk, "info" | "sacred" | "findInHistory">,
): Promise<{ readonly status: "trusted" } | { readonly status: "refused"; readonly reason: string }> {
  const refuse = (reason: string) => ({ status: "refused" as const, reason });
  if (run.workflow !== workflow) return refuse(`it is a run of ${JSON.stringify(run.workflow)}`);
  if (run.headRepository.toLowerCase() !== `${info.owner}/${info.name}`.toLowerCase())
    return refuse("its code is another repository's");
  if (!events.includes(run.event)) return refuse(`it was started by ${JSON.stringify(run.event)}`);
  if (run.headBranch !== sacred.branch) return refuse(`it ran on ${JSON.stringify(run.headBranch)}`);
  return (await findInHistory(run.headSha)) === "found"
    ? { status: "trusted" }
    : refuse(`its commit is not in the history of ${sacred.branch}`);
}
