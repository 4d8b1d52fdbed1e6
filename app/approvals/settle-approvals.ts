import type { Verdict } from "../../src/domain/bundle-verdict.ts";
import type { WorkflowRun } from "../../src/github-port.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import { mayWrite } from "../../src/may-write.ts";
import { readRunVerdict } from "../../src/read-run-verdict.ts";
import { showCode } from "../../src/report/show-code.ts";
import type { Desk } from "../desk.ts";
import { findNotes } from "../notes/find-notes.ts";
import { addNote, type NoteOf } from "../notes/hidden-note.ts";
import { listOffers } from "../offers/list-offers.ts";
import { findFault } from "./start-approval.ts";

/**
 * Brings the approvals that wait for a trusted run of verify to their end: ready for review, merged where config says so,
 * or why not. A run without a verdict ends the approval that asked for it; where GitHub has not told which run that is,
 * the first such one that waits, unless the run is accounted for already.
 */
export async function settleApprovals(
  { run, isSettled }: { readonly run: WorkflowRun; readonly isSettled: boolean },
  desk: Desk,
): Promise<void> {
  let isCounted = isSettled;
  const isOwn = ({ run: asked = null }: NoteOf<"approval">) =>
    asked === null ? !isCounted : asked === run.id;
  for (const offer of await listOffers({ state: "open" }, desk)) {
    const comments = await desk.github.listComments(offer.pullRequest.number);
    for (const { comment, note } of findNotes(comments, "approval", desk)) {
      if (note.state !== "verifying" || run.id <= note.after) continue;
      const found = await readRunVerdict(run.id, desk);
      if (found.status === "read" ? found.verdict.bundle !== note.bundle : !isOwn(note)) continue;
      if (found.status !== "read") isCounted = true;
      const text =
        found.status === "read"
          ? await endApproval({ offer, note, verdict: found.verdict }, desk)
          : `[Verify](${run.url}) gave no verdict: ${showCode(found.reason)}. It is still a draft.`;
      await desk.github.updateComment(comment.id, addNote(text, { ...note, state: "ended" }));
    }
  }
}

async function endApproval(
  {
    offer,
    note,
    verdict,
  }: { readonly offer: Offer; readonly note: NoteOf<"approval">; readonly verdict: Verdict },
  desk: Desk,
): Promise<string> {
  const { pullRequest } = offer;
  if (pullRequest.headSha !== note.head)
    return `It was changed while it was verified: ${pullRequest.headSha} is the newest commit now.`;
  if (!(await mayWrite(note.by, desk))) return "Who approved it may no longer write here.";
  const fault = findDrop(offer, verdict) ?? (await findFault(offer, desk));
  if (fault !== null) return fault;
  if (pullRequest.isDraft) {
    const ready = await desk.github.markReadyForReview(pullRequest);
    if (ready.status !== "done")
      return `Verified, and GitHub did not let it be marked as ready: ${showCode(ready.reason)}`;
  }
  if (!mergesOnApprove(desk)) return "Verified once more. It is ready for review.";
  const merged = await desk.githubForMerge.merge(pullRequest.number, note.head);
  return merged.status === "done"
    ? "Verified once more, and merged as it was asked for."
    : `Verified once more, and ready for review. It was not merged: ${showCode(merged.reason)}`;
}

function mergesOnApprove({ config }: Desk): boolean {
  return config.pullRequests.mergeOnApprove;
}

/** Whether verify, this time, saw each promotion of the offer pass, with the very tree that is offered. */
function findDrop({ marker }: Offer, { promotions }: Verdict): string | null {
  const verdicts = marker.cycles.map((cycle) => promotions.find((each) => each.cycle === cycle));
  const dropped = verdicts.find((verdict) => verdict?.status !== "verified");
  if (verdicts.includes(undefined)) return "Verify did not look at it.";
  if (dropped !== undefined) return `Verify dropped it this time: ${showCode(dropped.reason)}`;
  const last = verdicts.at(-1);
  return last?.tree === marker.tree || last?.aloneTree === marker.tree
    ? null
    : "Verify has seen other files than these.";
}
