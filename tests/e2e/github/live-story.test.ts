import { afterAll, beforeAll, expect, it } from "vitest";
import { createClock } from "../../../src/adapters/clock.ts";
import { createGitHub } from "../../../src/adapters/github/create-github.ts";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { isFullCorpus } from "../../helpers/corpus.ts";
import { limitFiles } from "../../helpers/github-rig/limit-files.ts";
import { type AppOnRig, openAppOnRig } from "../../helpers/github-rig/open-app-on-rig.ts";
import { type GitHubRig, openGitHubRig, people } from "../../helpers/github-rig/open-github-rig.ts";
import { runAppWorkflow } from "../../helpers/github-rig/run-jobs.ts";
import { checkLiveStory } from "../../live/check-live-story.ts";

let rig: GitHubRig;
let app: AppOnRig;

beforeAll(async () => {
  rig = await openGitHubRig(limitFiles());
  for (const name of [workflowNames.campaign, workflowNames.verify]) rig.runs.workflows.add(name);
  app = await openAppOnRig(rig);
});
afterAll(async () => {
  await app?.[Symbol.asyncDispose]();
  await rig?.[Symbol.asyncDispose]();
});

/** While somebody waits, what was asked for runs, and the App finds everything by itself: no event ever reaches it. */
async function letPass(): Promise<void> {
  for (const run of rig.runs.runs.filter(({ status }) => status === "queued")) {
    const isCampaign = run.workflow === workflowNames.campaign;
    await runAppWorkflow(run, isCampaign ? { brain: "search" } : {}, rig);
  }
  await app.restart();
}

it("the live story passes where everything works, and so can be trusted to fail elsewhere", async ({
  skip,
}) => {
  if (!isFullCorpus) skip("in small the App's story has this part: `npm run test:full` runs it");
  if (!(await isBubblewrapHere())) skip("verify demands bubblewrap, which does not work here");
  const [owner = "", name = ""] = rig.repository.split("/");
  const github = createGitHub(
    {
      ...{ repository: { owner, name }, auth: { token: people.maintainer }, baseUrl: rig.proxy.url },
      guard: { prefix: "nightshift", sacred: "main", mayMerge: true },
    },
    { clock: createClock() },
  );
  await github.ensureLabel({ name: "nightshift", color: "0e8a16", description: "" });
  const story = await checkLiveStory({ maxMinutes: 5 }, { github, sleep: letPass });
  expect(story).toMatchObject({ issue: expect.any(Number), pullRequest: expect.any(Number) });
  expect(app.listFailures()).toEqual([]);
}, 300_000);
