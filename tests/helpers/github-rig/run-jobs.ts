import type { ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import { type ActionEnd, openActionRunner } from "../run-action.ts";
import type { RigRun } from "./keep-runs.ts";
import type { GitHubRig } from "./open-github-rig.ts";
import { readJobPermissions } from "./read-job-permissions.ts";

/** Ends of the three jobs of a run; one that did not begin is null. */
export type JobEnds = {
  readonly campaign: ActionEnd | null;
  readonly verify: ActionEnd | null;
  readonly publish: ActionEnd | null;
};

/** The variables of a job, and the folders that its steps name. */
function openJob(
  { run, workspace }: { readonly run: RigRun; readonly workspace: string },
  { proxy }: GitHubRig,
): ReturnType<typeof openActionRunner> {
  return openActionRunner({
    ...{ workspace, sha: run.headSha, eventName: run.event, apiUrl: proxy.url },
    event: { repository: { default_branch: "main" }, inputs: run.inputs },
  });
}

/** The campaign's job of nightshift.yml: a checkout without credentials, the action, its bundle as an artifact. */
export async function runCampaignJob(
  run: RigRun,
  inputs: Readonly<Record<string, string>>,
  rig: GitHubRig,
): Promise<ActionEnd> {
  using job = openJob({ run, workspace: await rig.checkOut() }, rig);
  const bundle = path.join(job.temporary, "nightshift/bundle");
  const given = Object.fromEntries(Object.entries(run.inputs).filter(([, value]) => value !== ""));
  const end = await job.run("campaign", {
    ...{ "dry-run": "false", repo: ".", "timeout-minutes": "360", bundle },
    ...inputs,
    ...given,
  });
  if ((end.outputs.bundle ?? "") !== "") rig.runs.upload(run.id, workflowNames.bundle, zipFolder(bundle));
  return end;
}

/** The verify job: a fresh checkout, the artifact of a run as it was downloaded, nothing else. */
export async function runVerifyJob(
  run: RigRun,
  { bundleOf, bundleId }: { readonly bundleOf: number; readonly bundleId: string },
  rig: GitHubRig,
): Promise<ActionEnd> {
  using job = openJob({ run, workspace: await rig.checkOut() }, rig);
  const bundle = placeArtifact({ job, run: bundleOf, name: workflowNames.bundle, isUnpacked: false }, rig);
  const output = path.join(job.temporary, "nightshift/verdict/verdict.json");
  mkdirSync(path.dirname(output), { recursive: true });
  const end = await job.run("verify", {
    ...{ bundle, "bundle-id": bundleId, repo: ".", "max-minutes": "100", output },
  });
  if ((end.outputs["verdict-file"] ?? "") !== "")
    rig.runs.upload(
      run.id,
      workflowNames.verdict,
      Buffer.from(zipSync({ "verdict.json": readFileSync(output) })),
    );
  return end;
}

/** The publish job: two artifacts, the verdict's id from the job that made it, a token that writes, no checkout. */
export async function runPublishJob(
  run: RigRun,
  {
    verdictCid,
    onStart,
    permissions = readJobPermissions(workflowNames.campaign, "publish"),
  }: {
    readonly verdictCid: string;
    /** Of the job's token; those of the workflow by default. */
    readonly permissions?: Parameters<GitHubRig["openToken"]>[0];
    /** Gets the process. */
    readonly onStart?: (child: ChildProcess) => void;
  },
  rig: GitHubRig,
): Promise<ActionEnd> {
  const token = await rig.openToken(permissions);
  using job = openJob({ run, workspace: "/" }, rig);
  const bundle = placeArtifact({ job, run: run.id, name: workflowNames.bundle, isUnpacked: false }, rig);
  const verdict = placeArtifact({ job, run: run.id, name: workflowNames.verdict, isUnpacked: true }, rig);
  return await job.run(
    "publish",
    {
      ...{ bundle, verdict, "verdict-cid": verdictCid, "github-token": token, "dry-run": "false" },
      patches: path.join(job.temporary, "nightshift/patches"),
    },
    onStart === undefined ? {} : { onStart },
  );
}

/** All jobs of nightshift.yml, each after the one that it needs; a run is done however they ended. */
export async function runWorkflow(
  run: RigRun,
  inputs: Readonly<Record<string, string>>,
  rig: GitHubRig,
): Promise<JobEnds> {
  run.status = "in_progress";
  const campaign = await runCampaignJob(run, inputs, rig);
  const bundleId = campaign.outputs["bundle-id"] ?? "";
  const verify = bundleId === "" ? null : await runVerifyJob(run, { bundleOf: run.id, bundleId }, rig);
  const publish =
    verify?.code === 0 ? await runPublishJob(run, { verdictCid: verify.outputs.verdict ?? "" }, rig) : null;
  run.status = "completed";
  run.conclusion = [campaign, verify, publish].every((end) => end === null || end.code === 0)
    ? "success"
    : "failure";
  return { campaign, verify, publish };
}

/** What the jobs that failed said; one that did not begin has nothing to say. */
export function listFailures({ campaign, verify, publish }: JobEnds): readonly string[] {
  return Object.entries({ campaign, verify, publish }).flatMap(([name, end]) =>
    end === null || end.code === 0 ? [] : [`${name}: ${end.code}: ${end.log} ${end.summary}`],
  );
}

function placeArtifact(
  {
    job,
    run,
    name,
    isUnpacked,
  }: {
    readonly job: { readonly temporary: string };
    readonly run: number;
    readonly name: string;
    readonly isUnpacked: boolean;
  },
  { runs }: GitHubRig,
): string {
  const zip = runs.findZip(run, name);
  if (zip === null) throw new Error(`run ${run} has no artifact ${name}`);
  const folder = path.join(job.temporary, name);
  mkdirSync(folder);
  if (!isUnpacked) writeFileSync(path.join(folder, `${name}.zip`), zip);
  else writeFileSync(path.join(folder, "verdict.json"), unzipSync(zip)["verdict.json"] ?? "");
  return folder;
}

function zipFolder(folder: string): Buffer {
  const files: Zippable = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, file)] = readFileSync(file);
  }
  return Buffer.from(zipSync(files));
}
