import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { isFullCorpus } from "../../helpers/corpus.ts";
import type { Json } from "../../helpers/github-rig/api-call.ts";
import { limitFiles } from "../../helpers/github-rig/limit-files.ts";
import { type AppOnRig, openAppOnRig } from "../../helpers/github-rig/open-app-on-rig.ts";
import { type GitHubRig, openGitHubRig } from "../../helpers/github-rig/open-github-rig.ts";
import { findSacredWrites } from "../../helpers/github-rig/publish-on-rig.ts";
import { runAppWorkflow } from "../../helpers/github-rig/run-jobs.ts";

const at = "/repos/octo/project";
/** Every event comes this often. */
const times = isFullCorpus ? 10 : 2;

// One repository from the label on an issue to the night after the merge: each test goes on from the one before it.
describe.skipIf(!(await isBubblewrapHere()))("on GitHub, by the App, every event more than once,", () => {
  let rig: GitHubRig;
  let app: AppOnRig;
  let issue: Json;

  const list = async (path: string) => (await rig.ask("GET", `${at}/${path}`)) as unknown as readonly Json[];
  const deliver = async (name: string, payload: Json): Promise<void> => {
    for (let time = 0; time < times; time += 1) expect(await app.deliver(name, payload)).toBe(200);
    await app.idle();
  };
  /** Runs what was asked for, by the workflows themselves, and tells of each run's end. */
  const runAsked = async (): Promise<number> => {
    const queued = rig.runs.runs.filter(({ status }) => status === "queued");
    for (const run of queued) {
      const isCampaign = run.workflow === workflowNames.campaign;
      const end = await runAppWorkflow(run, isCampaign ? { brain: "search" } : {}, rig);
      expect(end).toMatchObject({ code: 0 });
      await deliver("workflow_run", { action: "completed", workflow_run: rig.runs.describe(run) });
    }
    return queued.length;
  };

  beforeAll(async () => {
    rig = await openGitHubRig(limitFiles());
    for (const name of [workflowNames.campaign, workflowNames.verify]) rig.runs.workflows.add(name);
    app = await openAppOnRig(rig);
    await rig.ask("POST", `${at}/labels`, { name: "nightshift", color: "0e8a16" });
    issue = await rig.ask("POST", `${at}/issues`, { title: "Mend the limit", labels: ["nightshift"] });
  });
  afterAll(async () => {
    await app?.[Symbol.asyncDispose]();
    await rig?.[Symbol.asyncDispose]();
  });

  it("a label on an issue starts one campaign, and says so in one comment", async () => {
    await deliver("issues", { action: "labeled", label: { name: "nightshift" }, issue });
    expect(rig.runs.runs).toMatchObject([{ workflow: workflowNames.campaign, status: "queued" }]);
    expect(await list(`issues/${issue.number}/comments`)).toHaveLength(1);
  });

  it("its bundle goes to a run of verify, and what that verified becomes one draft pull request", async () => {
    expect(await runAsked()).toBe(1);
    expect(rig.runs.runs.map(({ workflow }) => workflow)).toEqual([
      workflowNames.campaign,
      workflowNames.verify,
    ]);
    expect(await list("pulls?state=all")).toEqual([]);
    expect(await runAsked()).toBe(1);
    expect(await list("pulls?state=all")).toMatchObject([
      { draft: true, state: "open", user: { login: "nightshift[bot]" }, base: { ref: "main" } },
    ]);
    const comments = await list(`issues/${issue.number}/comments`);
    expect(comments).toHaveLength(1);
  });

  it("a review that asks for changes is a lesson, once", async () => {
    const [pull] = await list("pulls");
    const review = { state: "changes_requested", body: "Name the limit." };
    await deliver("pull_request_review", { action: "submitted", review, pull_request: pull });
    const memory = await rig.checkOut("nightshift/memory");
    const lessons = readdirSync(memory)
      .filter((name) => name.endsWith(".jsonl"))
      .flatMap((name) => readFileSync(`${memory}/${name}`, "utf8").split("\n"))
      .filter((line) => line.includes('"rule":"review"'));
    expect(lessons.map((line) => JSON.parse(line))).toMatchObject([
      { trust: "person", reason: "Name the limit." },
    ]);
  });

  it("/approve of the newest commit has it verified once more, and takes it out of draft", async () => {
    const [pull] = await list("pulls");
    const sha = String(Reflect.get(Object(pull?.head), "sha"));
    const said = await rig.ask("POST", `${at}/issues/${pull?.number}/comments`, { body: `/approve ${sha}` });
    await deliver("issue_comment", { action: "created", issue: { number: pull?.number }, comment: said });
    expect(await runAsked()).toBe(1);
    expect(await list("pulls")).toMatchObject([{ draft: false, state: "open" }]);
    expect([...rig.reactions].filter((each) => each.startsWith(`${said.id} `)).toSorted()).toEqual(
      ["+1", "eyes"].map((content) => `${said.id} nightshift[bot] ${content}`),
    );
  });

  it("a person merges, it is learned from, and the next night repeats nothing", async () => {
    const [pull] = await list("pulls");
    await rig.ask("PUT", `${at}/pulls/${pull?.number}/merge`, {});
    const merged = await rig.ask("GET", `${at}/pulls/${pull?.number}`);
    await deliver("pull_request", { action: "closed", pull_request: merged });
    const labels = (await rig.ask("GET", `${at}/issues/${pull?.number}`)).labels as readonly Json[];
    expect(labels.map(({ name }) => name)).toContain("nightshift:merged");
    const memory = await rig.checkOut("nightshift/memory");
    const [pattern] = readFileSync(`${memory}/patterns.jsonl`, "utf8").split("\n");
    expect(JSON.parse(pattern ?? "")).toMatchObject({
      trust: "person",
      kind: "pattern",
      origin: "comparison",
    });
    const headSha = (await rig.readRef("refs/heads/main")) ?? "";
    const night = rig.runs.add({ workflow: workflowNames.campaign, event: "schedule", headSha });
    const end = await runAppWorkflow(night, { brain: "search" }, rig);
    expect(end.outputs).toMatchObject({ promoted: "0", "stop-reason": "NO_WORK_FOUND" });
    await deliver("workflow_run", { action: "completed", workflow_run: rig.runs.describe(night) });
    // The storms have it in small.
    if (isFullCorpus) await app.restart();
    expect(await list("pulls?state=all")).toHaveLength(1);
  });

  it("nothing failed, and nobody but a person moved the default branch", () => {
    expect(app.listFailures()).toEqual([]);
    expect(findSacredWrites(rig)).toEqual([]);
    expect(rig.proxy.mismatches).toEqual([]);
  });
});
