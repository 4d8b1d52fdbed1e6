import { workflowNames } from "../../src/domain/workflow-names.ts";
import { mayWrite } from "../../src/may-write.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { renderRequest } from "../requests/render-request.ts";
import { requestLabel } from "../requests/request-label.ts";
import { digestWords, startRequest } from "../requests/start-request.ts";
import { findNewestRun } from "../runs/find-newest-run.ts";

/**
 * Requests whose delivery was lost. Who put the label on is not known by then, so that only an issue whose author may
 * write is started; the others need `/retry` of somebody who may. One whose asking was cut off is started where its text
 * is what was agreed to: its author may have changed it since.
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
    const isChanged = known?.words !== undefined && known.words !== digestWords(issue);
    // A newer run is the one that was asked for.
    if (isChanged && (await findNewestRun(workflowNames.campaign, desk)) <= known.after) {
      const reason = "Its text was changed before the campaign was started; /retry takes it as it is now.";
      const text = renderRequest({ state: "refused", reason });
      await keepComment({ issue: issue.number, text, note: { ...known, state: "refused" } }, desk);
      continue;
    }
    const by = known?.by ?? issue.author;
    if (await mayWrite(by, desk)) await startRequest({ issue, by, asked: known?.asked ?? "" }, desk);
  }
}
