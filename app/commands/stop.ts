import { stopCampaigns } from "../requests/stop-campaigns.ts";
import type { Command } from "./command.ts";

/** `/stop`: asks the campaigns that run to end. What they promoted until then goes on to verify. */
export const stop: Command = async (_input, desk) => {
  const runs = await stopCampaigns(desk);
  if (runs.length === 0) return { status: "done", text: "No campaign is running." };
  const list = runs.map(({ url }) => `- ${url}`).join("\n");
  return {
    status: "done",
    text: `Asked to end; what was promoted until then is verified and offered:\n\n${list}`,
  };
};
