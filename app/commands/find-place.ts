import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { readNote } from "../notes/hidden-note.ts";
import { asOffer } from "../offers/read-offer.ts";
import { requestLabel } from "../requests/request-label.ts";
import type { CommandPlace } from "./command.ts";

/**
 * Where a comment stands: on an offer, on an issue that asks for a campaign, on the dashboard. Elsewhere commands are
 * other robots' business, and null is given.
 */
export async function findPlace(number: number, desk: Desk): Promise<CommandPlace | null> {
  const issue = await desk.github.getIssue(number);
  if (issue === null) return null;
  if (issue.isPullRequest) {
    const pullRequest = await desk.github.getPullRequest(number);
    const offer = pullRequest === null ? null : asOffer(pullRequest, desk);
    return offer === null ? null : { kind: "offer", number, offer };
  }
  const isDashboard = issue.author === desk.login && readNote(issue.body)?.kind === "dashboard";
  const isRequest =
    issue.labels.includes(requestLabel.name) ||
    findNotes(await desk.github.listComments(number), "request", desk).length > 0;
  return isDashboard || isRequest ? { kind: "issue", number, issue, updatedAt: desk.clock.now() } : null;
}
