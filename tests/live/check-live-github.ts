import { bundleLimits } from "../../src/domain/bundle.ts";
import { nameRefs } from "../../src/domain/ref-names.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { GitHub, WorkflowRun } from "../../src/github-port.ts";
import { readBundle } from "../../src/publish/bundle/read-bundle.ts";

/** What a night on GitHub gave. */
export type LiveNight = {
  readonly run: string;
  readonly promoted: number;
  /** Numbers of its open drafts. */
  readonly drafts: readonly number[];
};

const everySeconds = 20;

/**
 * One night on a repository, by the Action alone: starts its workflow, waits for the run to end, then looks that it left
 * a bundle and a verdict, that promotions are on master and offered as drafts, and that the default branch is as it was.
 * Throws for what is otherwise.
 */
export async function checkLiveGitHub(
  { maxMinutes }: { readonly maxMinutes: number },
  { github, sleep }: { readonly github: GitHub; readonly sleep: (ms: number) => Promise<void> },
): Promise<LiveNight> {
  const { defaultBranch, isArchived, isEmpty } = await github.getRepository();
  if (isArchived || isEmpty) throw new Error("the repository is archived or empty");
  const sacred = await github.getRef(`refs/heads/${defaultBranch}`);
  const workflow = workflowNames.campaign;
  const before = (await github.listRuns({ workflow, limit: 1 }))[0]?.id ?? 0;
  const started = await github.dispatchWorkflow(workflow, defaultBranch, { "max-cycles": "3" });
  if (started.status !== "done") throw new Error(`${workflow} cannot be started: ${started.reason}`);
  const run = await waitForRun(
    { workflow, before, tries: (maxMinutes * 60) / everySeconds },
    { github, sleep },
  );
  if (run.conclusion !== "success") throw new Error(`${run.url} ended as ${run.conclusion}`);
  const artifacts = await github.listArtifacts(run.id);
  const found = artifacts.find(({ name }) => name === workflowNames.bundle);
  if (found === undefined) throw new Error(`${run.url} left no ${workflowNames.bundle}`);
  if (!artifacts.some(({ name }) => name === workflowNames.verdict))
    throw new Error(`${run.url} left no ${workflowNames.verdict}`);
  const read = await readBundle({ zip: await github.downloadArtifact(found.id, bundleLimits.totalBytes) });
  if (read.status === "refused") throw new Error(`the bundle is refused: ${read.rule}: ${read.reason}`);
  const { campaign, promotions } = read.bundle.manifest;
  const names = nameRefs("nightshift");
  const wanted = new Set(
    promotions.map(({ cycle }) => names.fix(campaign, cycle).slice("refs/heads/".length)),
  );
  const open = await github.listPullRequests({ state: "open", limit: 100 });
  const own = open.filter(({ headRef }) => wanted.has(headRef));
  const eager = own.find(({ isDraft }) => !isDraft);
  if (eager !== undefined) throw new Error(`${eager.url} is no draft`);
  if (promotions.length > 0 && own.length === 0) throw new Error(`${run.url} promoted, and offered nothing`);
  if (own.length > 0 && (await github.getRef(names.master)) === null) throw new Error("there is no master");
  const now = await github.getRef(`refs/heads/${defaultBranch}`);
  if (now !== sacred) throw new Error(`${defaultBranch} has moved from ${sacred} to ${now}`);
  return { run: run.url, promoted: promotions.length, drafts: own.map(({ number }) => number) };
}

async function waitForRun(
  { workflow, before, tries }: { readonly workflow: string; readonly before: number; readonly tries: number },
  { github, sleep }: { readonly github: GitHub; readonly sleep: (ms: number) => Promise<void> },
): Promise<WorkflowRun> {
  for (let left = tries; left > 0; left -= 1) {
    const runs = await github.listRuns({ workflow, limit: 10 });
    const run = runs.find(({ id, event }) => id > before && event === "workflow_dispatch");
    if (run?.status === "completed") return run;
    await sleep(everySeconds * 1_000);
  }
  throw new Error(`no run of ${workflow} ended in time`);
}
