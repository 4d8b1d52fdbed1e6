import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import { corpusSeed, createRandom, isFullCorpus } from "../../helpers/corpus.ts";
import type { Json } from "../../helpers/github-rig/api-call.ts";
import { type AppOnRig, openAppOnRig } from "../../helpers/github-rig/open-app-on-rig.ts";
import { type GitHubRig, openGitHubRig } from "../../helpers/github-rig/open-github-rig.ts";
import { findSacredWrites, publishOn, tellRigCampaign } from "../../helpers/github-rig/publish-on-rig.ts";

const at = "/repos/octo/project";
const files = { "src/a.js": "a\n", "src/b.js": "b\n" };
const storms = isFullCorpus ? 24 : 1;
const times = isFullCorpus ? 10 : 2;

type Delivery = readonly [name: string, payload: Json];

/** A morning on GitHub: one offer merged, one closed, a campaign's run that has ended, a request, a question, a push. */
async function openMorning(rig: GitHubRig) {
  for (const name of [workflowNames.campaign, workflowNames.verify]) rig.runs.workflows.add(name);
  const promotions = ["a", "b"].map((name, index) => ({
    ...{ cycle: index + 1, edits: { [`src/${name}.js`]: `${name}1\n` } },
  }));
  await publishOn(rig, await tellRigCampaign(rig, files, { promotions }));
  const offers = (await rig.ask("GET", `${at}/pulls`)) as unknown as readonly Json[];
  const [merged, closed] = offers.toSorted((one, other) => Number(one.number) - Number(other.number));
  const query = "mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { x } }";
  await rig.ask("POST", "/graphql", { query, variables: { id: merged?.node_id } });
  await rig.ask("PUT", `${at}/pulls/${merged?.number}/merge`, {});
  await rig.ask("POST", `${at}/issues/${closed?.number}/comments`, { body: "Not what we want." });
  await rig.ask("PATCH", `${at}/pulls/${closed?.number}`, { state: "closed" });
  const next = await tellRigCampaign(
    rig,
    { ...files, "src/a.js": "a1\n" },
    { campaign: "night-2", promotions: [{ cycle: 1, item: "item-c", edits: { "src/c.js": "c\n" } }] },
  );
  const headSha = (await rig.readRef("refs/heads/main")) ?? "";
  const run = rig.runs.add({ workflow: workflowNames.campaign, event: "schedule", headSha });
  Object.assign(run, { status: "completed", conclusion: "success" });
  if (!("zip" in next.bundle)) throw new Error("the bundle is no zip");
  rig.runs.upload(run.id, workflowNames.bundle, Buffer.from(next.bundle.zip));
  await rig.ask("POST", `${at}/labels`, { name: "nightshift", color: "0e8a16" });
  const issue = await rig.ask("POST", `${at}/issues`, { title: "Faster", labels: ["nightshift"] });
  const said = await rig.ask("POST", `${at}/issues/${issue.number}/comments`, { body: "/status" });
  const tell = async (number: unknown) => await rig.ask("GET", `${at}/pulls/${number}`);
  const deliveries: readonly Delivery[] = [
    ["issues", { action: "labeled", label: { name: "nightshift" }, issue }],
    ["workflow_run", { action: "completed", workflow_run: rig.runs.describe(run) }],
    ["pull_request", { action: "closed", pull_request: await tell(merged?.number) }],
    ["pull_request", { action: "closed", pull_request: await tell(closed?.number) }],
    ["push", { ref: "refs/heads/main", deleted: false, after: headSha }],
    ["issue_comment", { action: "created", issue, comment: said }],
  ];
  const verdict = Buffer.from(zipSync({ "verdict.json": next.verdict }));
  return { deliveries, verdict, request: Number(issue.number) };
}

/** Verify's runs that were asked for end, each with the same verdict. */
async function endVerify(rig: GitHubRig, app: AppOnRig, verdict: Buffer): Promise<void> {
  for (const run of rig.runs.runs) {
    if (run.status !== "queued" || run.workflow !== workflowNames.verify) continue;
    Object.assign(run, { status: "completed", conclusion: "success" });
    rig.runs.upload(run.id, workflowNames.verdict, verdict);
    for (let time = 0; time < times; time += 1)
      await app.deliver("workflow_run", { action: "completed", workflow_run: rig.runs.describe(run) });
  }
  await app.idle();
}

async function describeMorning(rig: GitHubRig, request: number) {
  const list = async (what: string) => (await rig.ask("GET", `${at}/${what}`)) as unknown as readonly Json[];
  const pulls = (await list("pulls?state=all")).toSorted(
    (one, other) => Number(one.number) - Number(other.number),
  );
  const dispatched = rig.runs.runs.filter(({ event }) => event === "workflow_dispatch");
  return {
    pulls: pulls.map(({ state, merged_at: mergedAt, draft, labels }) => ({
      ...{ state, isMerged: mergedAt !== null, draft },
      labels: (labels as readonly Json[]).map(({ name }) => String(name)).toSorted(),
    })),
    comments: (await list(`issues/${request}/comments`)).map(({ user }) =>
      Reflect.get(Object(user), "login"),
    ),
    dispatched: dispatched.map(({ workflow }) => workflow).toSorted(),
    dashboards: (await list("issues?state=open&labels=nightshift%3Adashboard")).length,
  };
}

const promotion = "nightshift:promotion";
const expected = {
  pulls: [
    { state: "closed", isMerged: true, draft: false, labels: ["nightshift:merged", promotion] },
    { state: "closed", isMerged: false, draft: true, labels: ["nightshift:declined", promotion] },
    { state: "open", isMerged: false, draft: true, labels: [promotion] },
  ],
  // The question, the request's one comment, the one reply; whichever came first.
  comments: ["nightshift[bot]", "nightshift[bot]", "octo"],
  dispatched: [workflowNames.verify, workflowNames.campaign].toSorted(),
  dashboards: 1,
};

describe("a storm of deliveries to the App", () => {
  it.each(Array.from({ length: storms }, (_none, storm) => storm))(
    "in any order, each more than once, half of them lost and then reconciled, ends the same (%i)",
    async (storm) => {
      await using rig = await openGitHubRig(files);
      const random = createRandom(corpusSeed + storm);
      await using app = await openAppOnRig(rig);
      const morning = await openMorning(rig);
      const shuffled = morning.deliveries
        .map((delivery) => ({ delivery, place: random() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ delivery }) => delivery);
      const arrived = shuffled.slice(0, shuffled.length / 2);
      for (const [name, payload] of arrived.flatMap((each) => Array.from({ length: times }, () => each)))
        expect(await app.deliver(name, payload)).toBe(200);
      await app.idle();
      // Killed, and started elsewhere: what was lost is found again.
      await app.restart();
      await endVerify(rig, app, morning.verdict);
      const state = await describeMorning(rig, morning.request);
      expect({ ...state, comments: state.comments.toSorted() }).toMatchObject(expected);
      if (isFullCorpus) await app.restart();
      expect(await describeMorning(rig, morning.request)).toEqual(state);
      expect(findSacredWrites(rig)).toEqual([]);
      expect(app.listFailures()).toEqual([]);
      expect(rig.proxy.mismatches).toEqual([]);
    },
  );
});
