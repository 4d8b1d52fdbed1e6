import { declinedLabel } from "../../src/publish/decline-pull-request.ts";
import type { Desk } from "../desk.ts";
import { readOffer } from "../offers/read-offer.ts";
import { dispatchCampaign } from "../requests/dispatch-campaign.ts";
import { stopCampaigns } from "../requests/stop-campaigns.ts";
import type { DashboardBox } from "./dashboard-box.ts";
import { readDashboard } from "./read-dashboard.ts";

/** Does what a ticked box asks for. A second start finds the first running. */
export async function runBox(box: DashboardBox, desk: Desk): Promise<void> {
  switch (box.action) {
    case "start":
      if (desk.configFault === null && (await readDashboard(desk)).running.length === 0)
        await dispatchCampaign({}, desk);
      return;
    case "stop":
      await stopCampaigns(desk);
      return;
    case "again": {
      const offer = await readOffer(box.number, desk);
      // Marked as declined and without the label is what a person wants to have tried again.
      if (offer?.pullRequest.state === "closed" && offer.marker.isDeclined)
        await desk.github.removeLabel(box.number, declinedLabel.name);
      return;
    }
    default:
      box satisfies never;
  }
}
