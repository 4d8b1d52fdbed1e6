import { createClock } from "../src/adapters/clock.ts";
import { openGitHubMemory } from "../src/open-github-memory.ts";
import { publish } from "../src/publish/publish.ts";
import type { PublishRun } from "./runs/publish-run.ts";

/** Publishes for the App: patches of what has to wait stay in the campaign's own artifact. */
export const publishBundle: PublishRun = async ({ zip, campaign, verdict }, { github }) => {
  const result = await publish(
    { bundle: { zip }, verdict: verdict.bytes, verdictCid: verdict.cid, campaign, leavesDeclines: true },
    {
      ...{ github, clock: createClock(), writePatches: async () => [] },
      openMemory: (prefix) => openGitHubMemory({ github, prefix }),
    },
  );
  switch (result.status) {
    case "refused":
      return { status: "refused", reason: `${result.rule}: ${result.reason}` };
    case "planned":
      return { status: "refused", reason: "it was a dry run" };
    case "interrupted":
      return { status: "postponed", reason: result.reason };
    case "published": {
      const left = result.left.map(({ cycle, reason }) => `Cycle ${cycle} is not offered: ${reason}.`);
      const master = result.master.status === "left" ? [`Master was left: ${result.master.reason}.`] : [];
      return {
        status: "published",
        pullRequests: result.pullRequests.map(({ number }) => number),
        notes: [...master, ...left],
      };
    }
    default:
      return result satisfies never;
  }
};
