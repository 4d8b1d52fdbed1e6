import type { Desk } from "../desk.ts";
import { mayWrite } from "../may-write.ts";
import { findNotes } from "../notes/find-notes.ts";
import { requestLabel } from "../requests/request-label.ts";
import { startRequest } from "../requests/start-request.ts";

/**
 * Requests whose delivery was lost. Who put the label on is not known by then, so that only an issue whose author may
 * write is started; the others need `/retry` of somebody who may.
 */
export async function startLost(desk: Desk): Promise<void> {
  for (const issue of await desk.github.listIssues({
    state: "open",
    labels: [requestLabel.name],
    limit: 50,
  })) {
    if (issue.isPullRequest) continue;
    const known = findNotes(await desk.github.listComments(issue.number), "request", desk)[0]?.note;
    if (known !== undefined && known.state !== "asking") continue;
    const by = known?.by ?? issue.author;
    if (await mayWrite(by, desk)) await startRequest({ issue, by, asked: known?.asked ?? "" }, desk);
  }
}
