import { digest } from "../../src/domain/digest.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import type { NoteOf } from "../notes/hidden-note.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { findNewestRun } from "../runs/find-newest-run.ts";
import { dispatchCampaign } from "./dispatch-campaign.ts";
import { parseWish } from "./parse-wish.ts";
import { type RequestState, renderRequest } from "./render-request.ts";

/** An issue that asks for a campaign. `asked` is the issue's `updated_at` then: what was asked before is not asked again. */
export type IssueRequest = {
  readonly issue: { readonly number: number; readonly title: string; readonly body: string };
  readonly by: string;
  readonly asked: string;
};

/** What tells whether an issue's text is still what somebody agreed to. Pure. */
export function digestWords({ title, body }: Pick<IssueRequest["issue"], "title" | "body">): string {
  return digest("words", title, body);
}

/**
 * Starts the campaign that an issue asks for, and says so in the one comment there. Whoever comes twice finds it started:
 * the comment is written ahead of the asking, and a run that came after it is the one that was asked for.
 */
export async function startRequest(
  { issue, by, asked }: IssueRequest,
  desk: Desk,
): Promise<
  | { readonly status: "started" | "running" | "seen" }
  | { readonly status: "refused"; readonly reason: string }
> {
  const { github, login } = desk;
  const known = findNotes(await github.listComments(issue.number), "request", { login })[0]?.note;
  if (known !== undefined && known.asked >= asked && known.state !== "asking") return { status: "seen" };
  if (known?.state === "asked" || known?.state === "running") return { status: "running" };
  const keep = (note: NoteOf<"request">, state: RequestState) =>
    keepComment({ issue: issue.number, text: renderRequest(state), note }, desk);
  const newest = await findNewestRun(workflowNames.campaign, desk);
  const note: NoteOf<"request"> = {
    ...{ kind: "request", by, asked, state: "asked", after: newest, run: null },
    words: digestWords(issue),
  };
  if (desk.configFault !== null) {
    await keep({ ...note, state: "refused" }, { state: "refused", reason: desk.configFault });
    return { status: "refused", reason: desk.configFault };
  }
  if (known?.state === "asking" && newest > known.after) {
    await keep({ ...note, after: known.after }, { state: "asked" });
    return { status: "started" };
  }
  await keep({ ...note, state: "asking" }, { state: "asking" });
  const outcome = await dispatchCampaign(parseWish(issue), desk);
  if (outcome.status !== "done") {
    await keep({ ...note, state: "refused" }, { state: "refused", reason: outcome.reason });
    return { status: "refused", reason: outcome.reason };
  }
  await keep(note, { state: "asked" });
  return { status: "started" };
}
