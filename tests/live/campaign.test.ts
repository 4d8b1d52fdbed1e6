import { it } from "vitest";
import { checkLiveCampaign } from "./check-live-campaign.ts";
import { readLiveSettings } from "./live-settings.ts";

// It costs somebody's money: a key that happens to be there is not enough.
const isAsked = process.env.NIGHTSHIFT_LIVE === "1";
const settings = readLiveSettings(process.env);

it("mends a small project with a real model, within its budget", async ({ skip }) => {
  if (!isAsked) skip("a real model is asked by `npm run test:live` alone");
  if (settings.status === "skipped") return skip(settings.reason);
  const { costUsd, model, cycles } = await checkLiveCampaign(settings);
  const tokens = `${model?.inputTokens} tokens in, ${model?.outputTokens} out`;
  console.log(
    `live: ${cycles.length} cycles, ${model?.calls} calls, ${tokens}, ${costUsd.toFixed(4)} US dollars`,
  );
});
