import { setTimeout as sleep } from "node:timers/promises";
import { it } from "vitest";
import { createClock } from "../../src/adapters/clock.ts";
import { createGitHub } from "../../src/adapters/github/create-github.ts";
import { checkLiveGitHub } from "./check-live-github.ts";
import { readLiveGitHubSettings } from "./live-github-settings.ts";

// It opens pull requests in somebody's repository: a token that happens to be there is not enough.
const isAsked = process.env.NIGHTSHIFT_LIVE_GITHUB === "1";
const maxMinutes = 60;

it("leaves drafts on real GitHub", { timeout: (maxMinutes + 5) * 60_000 }, async ({ skip }) => {
  if (!isAsked) skip("real GitHub is asked by `npm run test:live-github` alone");
  const settings = readLiveGitHubSettings(process.env);
  if (settings.status === "skipped") return skip(settings.reason);
  const { owner, name, token } = settings;
  const github = createGitHub({ repository: { owner, name }, auth: { token } }, { clock: createClock() });
  const night = await checkLiveGitHub({ maxMinutes }, { github, sleep: async (ms) => await sleep(ms) });
  console.log(`live: ${night.run}: ${night.promoted} promoted, drafts ${night.drafts.join(", ") || "none"}`);
});
