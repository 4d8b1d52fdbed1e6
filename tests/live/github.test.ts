import { setTimeout as sleep } from "node:timers/promises";
import { it } from "vitest";
import { createClock } from "../../src/adapters/clock.ts";
import { createGitHub } from "../../src/adapters/github/create-github.ts";
import { checkLiveGitHub } from "./check-live-github.ts";
import { checkLiveStory } from "./check-live-story.ts";
import { readLiveGitHubSettings } from "./live-github-settings.ts";

// It opens pull requests in somebody's repository: a token that happens to be there is not enough.
const isAsked = process.env.NIGHTSHIFT_LIVE_GITHUB === "1";
const maxMinutes = 60;
const timeout = (maxMinutes + 5) * 60_000;

it("leaves drafts on real GitHub", { timeout }, async ({ skip }) => {
  if (!isAsked) skip("real GitHub is asked by `npm run test:live-github` alone");
  const settings = readLiveGitHubSettings(process.env);
  if (settings.status === "skipped") return skip(settings.reason);
  const { owner, name, token } = settings;
  const github = createGitHub({ repository: { owner, name }, auth: { token } }, { clock: createClock() });
  const night = await checkLiveGitHub({ maxMinutes }, { github, sleep: async (ms) => await sleep(ms) });
  console.log(`live: ${night.run}: ${night.promoted} promoted, drafts ${night.drafts.join(", ") || "none"}`);
});

it("tells the whole story on real GitHub, with the App", { timeout: timeout * 4 }, async ({ skip }) => {
  if (!isAsked) skip("real GitHub is asked by `npm run test:live-github` alone");
  const settings = readLiveGitHubSettings(process.env);
  if (settings.status === "skipped") return skip(settings.reason);
  if (process.env.NIGHTSHIFT_LIVE_GITHUB_APP !== "1")
    return skip("it merges a pull request: set NIGHTSHIFT_LIVE_GITHUB_APP=1 where the App is installed");
  const { owner, name, token } = settings;
  const github = createGitHub(
    // The merge is a person's, by the person's token.
    {
      ...{ repository: { owner, name }, auth: { token } },
      guard: { prefix: "nightshift", sacred: "main", mayMerge: true },
    },
    { clock: createClock() },
  );
  const story = await checkLiveStory({ maxMinutes }, { github, sleep: async (ms) => await sleep(ms) });
  console.log(`live: issue #${story.issue}, pull request #${story.pullRequest}, next night ${story.next}`);
});
