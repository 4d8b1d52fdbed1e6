import { declinedLabel, declinePullRequest } from "../../src/publish/decline-pull-request.ts";
import { showCode } from "../../src/report/show-code.ts";
import { rollBackOnGitHub } from "../../src/roll-back-on-github.ts";
import { storeFate } from "../../src/store-fate.ts";
import type { Desk } from "../desk.ts";
import { dispatchCampaign } from "../requests/dispatch-campaign.ts";
import { startRequest } from "../requests/start-request.ts";
import type { Command, CommandAnswer, CommandPlace } from "./command.ts";

/**
 * `/retry`: on an issue its campaign is started again. On an offer the item is tried again in another way: what was
 * offered is closed, off master and avoided, and a campaign looks at its files.
 */
export const retry: Command = async (input, desk) => {
  if (desk.configFault !== null)
    return { status: "refused", text: `The configuration is not valid: ${showCode(desk.configFault)}` };
  return input.place.kind === "issue"
    ? await retryIssue(input.place, input.by, desk)
    : await retryOffer(input.place, input.comment, desk);
};

async function retryIssue(
  { issue, updatedAt }: Extract<CommandPlace, { kind: "issue" }>,
  by: string,
  desk: Desk,
): Promise<CommandAnswer> {
  const started = await startRequest({ issue, by, asked: updatedAt }, desk);
  if (started.status === "refused")
    return { status: "refused", text: `No campaign was started: ${showCode(started.reason)}` };
  return {
    status: "done",
    text: started.status === "started" ? "A campaign is asked for." : "A campaign is on its way already.",
  };
}

async function retryOffer(
  { number, offer }: Extract<CommandPlace, { kind: "offer" }>,
  comment: number,
  desk: Desk,
): Promise<CommandAnswer> {
  const { pullRequest, marker } = offer;
  if (pullRequest.isMerged)
    return { status: "refused", text: "It is merged: there is nothing to try again." };
  const { github } = desk;
  if (pullRequest.state === "open") {
    const fate = { kind: "declined", reason: "a person asked for another way", isByWriter: true } as const;
    await storeFate({ offer, fate }, desk);
    const [cycle = 0] = marker.cycles;
    await rollBackOnGitHub(
      { campaign: marker.campaign, cycle, key: `comment-${comment}`, sacred: desk.sacred },
      desk,
    );
    await declinePullRequest(pullRequest, { github });
    await github.updatePullRequest(number, { state: "closed" });
  }
  // Marked as declined and without the label is what a person wants to have tried again.
  await github.removeLabel(number, declinedLabel.name);
  const focus = marker.files.map(([path]) => path).filter((path) => !/[\s,*?{}[\]!()]/.test(path));
  const outcome = await dispatchCampaign({ focus }, desk);
  return outcome.status === "done"
    ? {
        status: "done",
        text: "A campaign is asked for, with these files as its focus. What was tried here is not tried again.",
      }
    : { status: "refused", text: `No campaign could be started: ${showCode(outcome.reason)}` };
}
