import { nameRefs } from "../domain/ref-names.ts";
import { renderCommitMessage } from "../report/render-commit-message.ts";
import { renderUnsafeMark } from "./unsafe-mark.ts";

/** A candidate that every gate let through, and what to say of it. */
export type PromotionInput = {
  readonly campaign: string;
  readonly cycle: number;
  /** Id of the work item. */
  readonly item: string;
  /** What was fixed, in a line. */
  readonly subject: string;
  /** The evidence, for the commit's body. */
  readonly evidence: string;
  /** Commit of master that the candidate was judged against. */
  readonly parent: string;
  readonly tree: string;
  /** ISO 8601; the commit's date, so that the same promotion always gives the same commit. */
  readonly at: string;
  /** Whether policy could not refuse it: its commit says so. */
  readonly isUnsafe: boolean;
};

/** The refs that a promotion moves, and its commit's message. */
export type PromotionPlan = {
  readonly message: string;
  readonly masterRef: string;
  readonly snapshotRef: string;
};

/** Everything about a promotion that can be said without touching the repository. */
export function planPromotion(input: PromotionInput, prefix: string): PromotionPlan {
  const names = nameRefs(prefix);
  return {
    message: renderCommitMessage({
      subject: input.subject,
      body: input.evidence,
      trailers: {
        "Nightshift-Campaign": input.campaign,
        "Nightshift-Cycle": String(input.cycle),
        "Nightshift-Item": input.item,
        ...renderUnsafeMark(input.isUnsafe),
      },
    }),
    masterRef: names.master,
    snapshotRef: names.snapshot(input.campaign, input.cycle),
  };
}
