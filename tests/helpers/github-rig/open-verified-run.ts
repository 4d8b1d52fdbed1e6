import { zipSync } from "fflate";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import type { RigRun } from "./keep-runs.ts";
import { type GitHubRig, openGitHubRig } from "./open-github-rig.ts";
import { tellRigCampaign } from "./publish-on-rig.ts";

/** A run whose campaign and verify jobs have ended: two promotions, each alone on the default branch. */
export type VerifiedRun = { readonly rig: GitHubRig; readonly run: RigRun; readonly verdictCid: string };

/** Opens a rig with such a run, its artifacts uploaded. */
export async function openVerifiedRun(): Promise<VerifiedRun> {
  const files = { "src/a.js": "a\n", "src/b.js": "b\n" };
  const rig = await openGitHubRig(files);
  const source = await tellRigCampaign(rig, files, {
    promotions: [
      { cycle: 1, edits: { "src/a.js": "a1\n" } },
      { cycle: 2, edits: { "src/b.js": null, "src/c.js": "c\n" } },
    ],
  });
  const headSha = (await rig.readRef("refs/heads/main")) ?? "";
  const run = rig.runs.add({ workflow: workflowNames.campaign, event: "schedule", headSha });
  if (!("zip" in source.bundle)) throw new Error("the bundle is no zip");
  rig.runs.upload(run.id, workflowNames.bundle, Buffer.from(source.bundle.zip));
  rig.runs.upload(run.id, workflowNames.verdict, Buffer.from(zipSync({ "verdict.json": source.verdict })));
  return { rig, run, verdictCid: source.verdictCid };
}
