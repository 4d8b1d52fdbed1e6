import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { readLedger } from "../runs/run-ledger.ts";
import { renderRequest } from "./render-request.ts";
import { requestLabel } from "./request-label.ts";

/** Issues and runs that are looked at. */
const limit = 50;

/** Brings the comment of each issue that asked for a campaign up to date with its run. */
export async function updateRequests(desk: Desk): Promise<void> {
  const { github, login } = desk;
  const issues = await github.listIssues({ state: "open", labels: [requestLabel.name], limit });
  const requests: { issue: number; note: NonNullable<ReturnType<typeof findRequest>> }[] = [];
  for (const { number, isPullRequest } of issues) {
    if (isPullRequest) continue;
    const note = findRequest(await github.listComments(number), login);
    if (note !== undefined) requests.push({ issue: number, note });
  }
  if (requests.length === 0) return;
  const runs = (await github.listRuns({ workflow: workflowNames.campaign, limit })).toSorted(
    (a, b) => a.id - b.id,
  );
  const entries = await readLedger(desk);
  const taken = new Set(requests.flatMap(({ note }) => (note.run === null ? [] : [note.run])));
  for (const { issue, note } of requests.toSorted(
    (a, b) => a.note.after - b.note.after || a.issue - b.issue,
  )) {
    if (note.state === "refused" || note.state === "asking") continue;
    const run =
      runs.find(({ id }) => id === note.run) ?? runs.find((each) => isStartedBy(each, note.after, taken));
    if (run === undefined) continue;
    taken.add(run.id);
    const entry = entries.find((each) => each.run === run.id) ?? null;
    const state =
      run.status === "completed"
        ? { state: "ended" as const, url: run.url, conclusion: run.conclusion, entry }
        : { state: "running" as const, url: run.url };
    const text = renderRequest(state);
    await keepComment({ issue, text, note: { ...note, run: run.id, state: state.state } }, desk);
  }
}

function findRequest(comments: Parameters<typeof findNotes>[0], login: string) {
  return findNotes(comments, "request", { login })[0]?.note;
}

function isStartedBy({ id, event }: WorkflowRun, after: number, taken: ReadonlySet<number>): boolean {
  return id > after && event === "workflow_dispatch" && !taken.has(id);
}
