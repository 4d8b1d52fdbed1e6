// A campaign whose process ends by SIGKILL at one journal event: node run-and-die.ts REPO EVENT before|after
// EVENT counts from 0, or is a type, of which the first one counts; beyond the last one the campaign runs to its end.
// RESUME=1 goes on with the killed one.
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import { openRepository } from "../../src/open-repository.ts";
import type { Journal } from "../../src/ports.ts";
import { startCampaign } from "../../src/start-campaign.ts";

const [repo = ".", event = "0", moment = "after"] = process.argv.slice(2);
const dieAt = Number(event);

function dieInTime(journal: Journal): Journal {
  return {
    ...journal,
    append: async (appended) => {
      const isTime = Number.isNaN(dieAt) ? appended.type === event : journal.entries().length === dieAt;
      if (isTime && moment === "before") process.kill(process.pid, "SIGKILL");
      const entry = await journal.append(appended);
      if (isTime) process.kill(process.pid, "SIGKILL");
      return entry;
    },
  };
}

const repository = await openRepository({ repo, flags: [], environment: process.env });
await using started = await startCampaign(
  {
    isDryRun: false,
    isResume: process.env.RESUME === "1",
    signal: new AbortController().signal,
    onEvent: () => {},
    onProgress: () => {},
    wrapJournal: dieInTime,
  },
  repository,
);
const state = await runCampaign(started.deps);
console.log(
  JSON.stringify({ stopReason: state.stopReason, detail: state.stopDetail, events: state.completed }),
);
