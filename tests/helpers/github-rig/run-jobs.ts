import type { ChildProcess } from "node:child_process";
import { initWorkflows } from "../../../src/config/init-workflows.ts";
import { nameAction } from "../../../src/name-action.ts";
import type { ActionEnd } from "../run-action.ts";
import { isDue } from "../workflow/evaluate.ts";
import { parseWorkflow, readCalled, readDefaults, type Workflow } from "../workflow/read-workflow.ts";
import { fillAll, type JobEnd, runJob } from "../workflow/run-job.ts";
import type { RigRun } from "./keep-runs.ts";
import type { GitHubRig } from "./open-github-rig.ts";
import { createStepRun } from "./run-step.ts";
import { toTokenPermissions } from "./to-token-permissions.ts";

/** Ends of the three jobs of a night; one that did not begin is null. */
export type JobEnds = {
  readonly campaign: ActionEnd | null;
  readonly verify: ActionEnd | null;
  readonly publish: ActionEnd | null;
};

type Inputs = Readonly<Record<string, string>>;

/** A workflow that is called, with what its inputs are. */
type Called = { readonly workflow: Workflow; readonly inputs: Inputs };

/** What of a job differs from what its workflow says. */
type JobOptions = {
  /** Of the job's token. */
  readonly permissions?: Parameters<GitHubRig["openToken"]>[0];
  /** Gets the process of Nightshift's action. */
  readonly onStart?: (child: ChildProcess) => void;
};

/** All jobs of a run of the night that `nightshift init` writes, `more` beside its inputs; it is done however they ended. */
export async function runWorkflow(run: RigRun, more: Inputs, rig: GitHubRig): Promise<JobEnds> {
  const { campaign, verify, publish } = await runCalled(run, { isForApp: false, more }, rig);
  return { campaign: campaign ?? null, verify: verify ?? null, publish: publish ?? null };
}

/** The one job of a run that the App asked for: a campaign that may only read, or the verification of another run. */
export async function runAppWorkflow(run: RigRun, more: Inputs, rig: GitHubRig): Promise<ActionEnd> {
  const [end] = Object.values(await runCalled(run, { isForApp: true, more }, rig));
  if (end === undefined || end === null) throw new Error(`${run.workflow} ran no action of ours`);
  return end;
}

/** The publish job alone, after a verify job that gave this verdict; its artifacts are those of the run. */
export async function runPublishJob(
  run: RigRun,
  { verdictCid, ...options }: { readonly verdictCid: string } & JobOptions,
  rig: GitHubRig,
): Promise<ActionEnd> {
  const called = readCaller(run, { isForApp: false, more: {} });
  const verify = { result: "success", outputs: { verdict: verdictCid }, end: null } as const;
  const { end } = await runOne({ name: "publish", run, called, ended: { verify }, options }, rig);
  if (end === null) throw new Error("the publish job did not begin");
  return end;
}

/** What the jobs that failed said; one that did not begin has nothing to say. */
export function listFailures({ campaign, verify, publish }: JobEnds): readonly string[] {
  return Object.entries({ campaign, verify, publish }).flatMap(([name, end]) =>
    end === null || end.code === 0 ? [] : [`${name}: ${end.code}: ${end.log} ${end.summary}`],
  );
}

async function runCalled(
  run: RigRun,
  caller: { readonly isForApp: boolean; readonly more: Inputs },
  rig: GitHubRig,
): Promise<Readonly<Record<string, ActionEnd | null>>> {
  const called = readCaller(run, caller);
  const ended: Record<string, JobEnd> = {};
  run.status = "in_progress";
  for (const name of Object.keys(called.workflow.jobs))
    ended[name] = await runOne({ name, run, called, ended, options: {} }, rig);
  run.status = "completed";
  run.conclusion = Object.values(ended).some(({ result }) => result === "failure") ? "failure" : "success";
  return Object.fromEntries(Object.entries(ended).map(([name, { end }]) => [name, end]));
}

/** What the workflow that `nightshift init` writes calls, and gives to it. */
function readCaller(
  run: RigRun,
  { isForApp, more }: { readonly isForApp: boolean; readonly more: Inputs },
): Called {
  const file = initWorkflows({ isForApp, nameAction }).find(({ path }) => path.endsWith(`/${run.workflow}`));
  const [job] = Object.values(parseWorkflow(file?.text ?? "jobs: {}").jobs);
  if (job?.uses === undefined) throw new Error(`init writes no ${run.workflow} that calls one of ours`);
  const workflow = readCalled(job.uses);
  for (const [name, { permissions }] of Object.entries(workflow.jobs))
    for (const [what, access] of Object.entries(permissions))
      if (![access, "write"].includes(job.permissions[what] ?? ""))
        throw new Error(`${run.workflow} does not give ${what}: ${access} to the job ${name}`);
  const scope = { contexts: { inputs: run.inputs, secrets: {} }, hasFailed: false };
  const defaults = readDefaults(workflow.on.workflow_call?.inputs ?? {});
  return { workflow, inputs: { ...defaults, ...fillAll(job.with ?? {}, scope), ...more } };
}

async function runOne(
  {
    name,
    run,
    called: { workflow, inputs },
    ended,
    options,
  }: {
    readonly name: string;
    readonly run: RigRun;
    readonly called: Called;
    readonly ended: Readonly<Record<string, JobEnd>>;
    readonly options: JobOptions;
  },
  rig: GitHubRig,
): Promise<JobEnd> {
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`there is no job ${name}`);
  const needed = job.needs === undefined ? [] : [[job.needs, ended[job.needs]] as const];
  const hasFailed = needed.some(([, end]) => end?.result !== "success");
  const contexts = { inputs, secrets: {}, needs: Object.fromEntries(needed), github: {} };
  if (!isDue(job.if, { contexts, hasFailed })) return { result: "skipped", outputs: {}, end: null };
  const token = await rig.openToken(options.permissions ?? toTokenPermissions(job.permissions));
  const about = {
    ...{ workspace: "/", sha: run.headSha, eventName: run.event, apiUrl: rig.proxy.url },
    event: { repository: { default_branch: "main" }, inputs: run.inputs },
  };
  const seen = { ...contexts, github: { token } };
  return await runJob(job, { about, contexts: seen }, createStepRun(run, rig, options.onStart));
}
