import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import { readBlobs } from "../../src/read-blobs.ts";
import { showCode } from "../../src/report/show-code.ts";
import type { CommandAnswer } from "../commands/command.ts";
import type { Desk } from "../desk.ts";
import type { NoteOf } from "../notes/hidden-note.ts";
import { keepComment } from "../notes/keep-comment.ts";
import { findStaleFiles } from "../offers/find-stale-files.ts";
import { dispatch } from "../runs/dispatch.ts";
import { findNewestRun } from "../runs/find-newest-run.ts";
import { readLedger } from "../runs/run-ledger.ts";

/** Who approves what: `head` is the commit that they have looked at. */
export type Approval = {
  readonly offer: Offer;
  readonly head: string;
  readonly by: string;
  readonly comment: number;
};

/**
 * Starts the final run of verify of an offer that a person approves, and says so. Refused for any commit but the newest,
 * for a tree that verify has not seen, and for files that have changed on sacred since.
 */
export async function startApproval(
  { offer, head, by, comment }: Approval,
  desk: Desk,
): Promise<CommandAnswer> {
  const refuse = (text: string): CommandAnswer => ({ status: "refused", text });
  const { pullRequest, marker } = offer;
  if (desk.configFault !== null)
    return refuse(`The configuration is not valid: ${showCode(desk.configFault)}`);
  if (pullRequest.state !== "open") return refuse("It is closed.");
  if (pullRequest.headSha !== head)
    return refuse(
      `The newest commit is ${pullRequest.headSha}, not ${head}: look at what has changed, and approve that.`,
    );
  const fault = await findFault(offer, desk);
  if (fault !== null) return refuse(fault);
  const entry = (await readLedger(desk)).find(({ campaign }) => campaign === marker.campaign);
  if (entry === undefined || entry.bundle === "")
    return refuse(
      `The bundle of campaign ${showCode(marker.campaign)} is no longer known: use GitHub's own buttons, or \`/retry\`.`,
    );
  const note: NoteOf<"approval"> = {
    ...{ kind: "approval", comment, by, head, bundle: entry.bundle, state: "verifying" },
    after: await findNewestRun(workflowNames.verify, desk),
  };
  const isThis = (each: { readonly kind: string }) => "comment" in each && each.comment === comment;
  const keep = (text: string, state: "verifying" | "ended", run: number | null = null) =>
    keepComment({ issue: pullRequest.number, text, note: { ...note, state, run }, isThis }, desk);
  const started = "The gates are run once more on a fresh machine; this reply tells what came of it.";
  await keep(started, "verifying");
  const inputs = { run: String(entry.run), bundle: entry.bundle };
  const outcome = await dispatch({ file: workflowNames.verify, inputs }, desk);
  if (outcome.status === "done") {
    if (outcome.run !== null) await keep(started, "verifying", outcome.run);
    return { status: "replied" };
  }
  await keep(`Verify could not be started: ${showCode(outcome.reason)}`, "ended");
  return { status: "replied" };
}

/** What stands against approving an offer as it is now, a sentence of Markdown; null: nothing. */
export async function findFault({ pullRequest, marker }: Offer, desk: Desk): Promise<string | null> {
  const tree = (await desk.github.getCommit(pullRequest.headSha))?.tree;
  if (tree !== marker.tree)
    return "It was changed since it was verified, and what people changed is theirs to judge: use GitHub's own buttons.";
  if (pullRequest.baseRef !== desk.sacred.branch)
    return `It stands on another pull request (${showCode(pullRequest.baseRef)}): that one comes first.`;
  const stale = findStaleFiles(marker, await readBlobs(desk.sacred.commit, desk));
  return stale.length === 0
    ? null
    : `${showCode(desk.sacred.branch)} has another ${stale.map(showCode).join(", ")} by now: \`/retry\` tries again on that.`;
}
