import { joinMaster } from "../../src/join-master.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import { mayWrite } from "../../src/may-write.ts";
import { declinePullRequest } from "../../src/publish/decline-pull-request.ts";
import { mergedLabel } from "../../src/publish/merged-label.ts";
import { rollBackOnGitHub } from "../../src/roll-back-on-github.ts";
import { storeFate } from "../../src/store-fate.ts";
import { parseCommand } from "../commands/parse-command.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { listOffers } from "./list-offers.ts";
import { readOffer } from "./read-offer.ts";

/**
 * An offer that is closed. Merged: what worked is confirmed, and master brought to sacred. Closed: the approach is avoided
 * and off master; `closer` is who did it, null where nobody told: GitHub is asked. The label that is put on last says that it is done.
 */
export async function settleOffer(
  { number, closer }: { readonly number: number; readonly closer: string | null },
  desk: Desk,
): Promise<void> {
  const offer = await readOffer(number, desk);
  if (offer === null || offer.pullRequest.state !== "closed") return;
  const hasSettled = offer.pullRequest.isMerged
    ? await settleMerged(offer, desk)
    : await settleDeclined(offer, closer, desk);
  if (hasSettled) await updateDashboard(desk);
}

async function settleMerged(offer: Offer, desk: Desk): Promise<boolean> {
  const { pullRequest } = offer;
  if (pullRequest.labels.includes(mergedLabel.name) || pullRequest.baseRef !== desk.sacred.branch)
    return false;
  const learned = await storeFate({ offer, fate: { kind: "merged" } }, desk);
  const open = (await listOffers({ state: "open" }, desk)).map(({ marker }) => marker);
  const joined = await joinMaster({ sacred: desk.sacred, open }, desk);
  desk.log.info({ pullRequest: pullRequest.number, learned, master: joined.status }, "an offer was merged");
  await desk.github.ensureLabel(mergedLabel);
  await desk.github.addLabels(pullRequest.number, [mergedLabel.name]);
  return true;
}

async function settleDeclined(offer: Offer, told: string | null, desk: Desk): Promise<boolean> {
  const { pullRequest, marker } = offer;
  // A label that a person took off afterwards is not put on again.
  if (marker.isDeclined) return false;
  const closer = (await desk.github.getIssue(pullRequest.number))?.closedBy ?? told;
  // What we have closed ourselves nobody has declined.
  if (closer === desk.login) return false;
  const isByWriter = closer !== null && (await mayWrite(closer, desk));
  const reason = closer === null ? "" : await findReason(pullRequest.number, closer, desk);
  const learned = await storeFate({ offer, fate: { kind: "declined", reason, isByWriter } }, desk);
  const lines = [
    "### Nightshift",
    "This is not offered again until its code changes or the label `nightshift:declined` is taken off.",
  ];
  const [cycle = 0] = marker.cycles;
  if (isByWriter) {
    const input = {
      campaign: marker.campaign,
      cycle,
      key: `closed-${pullRequest.number}`,
      sacred: desk.sacred,
    };
    const back = await rollBackOnGitHub(input, desk);
    if (back.status === "rolled-back")
      lines.push(`It is off \`${desk.prefix}/master\`, with what came after it.`);
    desk.log.info({ pullRequest: pullRequest.number, learned, master: back.status }, "an offer was declined");
  }
  await keepComment({ issue: pullRequest.number, text: lines.join("\n\n"), note: { kind: "outcome" } }, desk);
  await declinePullRequest(pullRequest, desk);
  return true;
}

/** What the closer said last, unless it is a command. */
async function findReason(number: number, closer: string, { github }: Desk): Promise<string> {
  const said = (await github.listComments(number)).findLast(
    ({ author, isBot, body }) =>
      !isBot && author.toLowerCase() === closer.toLowerCase() && parseCommand(body).status === "none",
  );
  return (said?.body ?? "").replace(/\s+/g, " ").trim();
}
