import { z } from "zod";
import type { ReadSettings } from "./adapters/github/create-settings-reader.ts";
import type { Finding } from "./domain/finding.ts";
import { workflowNames } from "./domain/workflow-names.ts";

const workflowsSchema = z.object({
  workflows: z.array(z.object({ path: z.string(), state: z.string() })),
});
const fileSchema = z.object({ content: z.string(), encoding: z.literal("base64") });

const placeOf = (file: string): string => `.github/workflows/${file}`;

/** What the workflows of a repository lack: the campaign's, verify's, others that check pull requests; and which sleep. */
export async function findWorkflowFindings(
  { branch }: { readonly branch: string },
  { read }: { readonly read: ReadSettings },
): Promise<readonly Finding[]> {
  const answer = await read("/actions/workflows?per_page=100");
  const parsed = workflowsSchema.safeParse(answer.status === "ok" ? answer.data : null);
  const check = "workflows";
  if (!parsed.success)
    return [
      {
        ...{ check, status: "warning", detail: "This token does not show the workflows." },
        hint: "Look at the Actions tab, or give a token with actions: read in GH_TOKEN.",
      },
    ];
  const states = new Map(parsed.data.workflows.map(({ path, state }) => [path, state]));
  const campaign = placeOf(workflowNames.campaign);
  const verify = placeOf(workflowNames.verify);
  const state = states.get(campaign);
  if (state === undefined)
    return [
      {
        ...{ check, status: "problem", detail: `There is no ${campaign} on ${branch}.` },
        hint: "`nightshift init` writes it; commit it to the default branch.",
      },
    ];
  const findings: Finding[] = [explainState(campaign, state)];
  const isForApp = await callsCampaignAlone(campaign, branch, read);
  const verifyState = states.get(verify);
  if (verifyState !== undefined) findings.push(explainState(verify, verifyState));
  else if (isForApp)
    findings.push({
      ...{
        check,
        status: "problem",
        detail: `There is no ${verify}: nothing that a campaign finds is verified.`,
      },
      hint: "`nightshift init --app` writes it; commit it to the default branch.",
    });
  const others = [...states.keys()].filter((path) => path !== campaign && path !== verify);
  findings.push(
    others.length > 0
      ? { check: "CI", status: "ok", detail: `${others.length} workflows of your own`, hint: "" }
      : {
          ...{
            check: "CI",
            status: "warning",
            detail: "There is no other workflow: pull requests have no checks.",
          },
          hint: "Their evidence is then Nightshift's alone. A workflow that runs your tests on `pull_request` gives a second one.",
        },
  );
  return findings;
}

function explainState(path: string, state: string): Finding {
  const check = "workflows";
  if (state === "active") return { check, status: "ok", detail: `${path} is active`, hint: "" };
  const why =
    state === "disabled_inactivity"
      ? "GitHub has switched it off, as it does with schedules after 60 days without a commit"
      : state === "disabled_fork"
        ? "it is switched off, as in every fork"
        : `its state is ${JSON.stringify(state.slice(0, 40))}`;
  return {
    ...{ check, status: "problem", detail: `${path} does not run: ${why}.` },
    hint: `\`gh workflow enable ${path.slice(path.lastIndexOf("/") + 1)}\`, or the button on the Actions tab.`,
  };
}

/** Whether the workflow leaves verify and publish to the App. */
async function callsCampaignAlone(path: string, branch: string, read: ReadSettings): Promise<boolean> {
  const answer = await read(`/contents/${encodeURIComponent(path)}?ref=${encodeURIComponent(branch)}`);
  const file = fileSchema.safeParse(answer.status === "ok" ? answer.data : null);
  return (
    file.success &&
    Buffer.from(file.data.content, "base64").toString("utf8").includes("nightshift-campaign.yml")
  );
}
