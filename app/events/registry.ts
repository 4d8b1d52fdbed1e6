import type { EventFamily } from "../event-family.ts";
import { installation } from "./installation.ts";
import { issueComment } from "./issue-comment.ts";
import { issueEdited } from "./issue-edited.ts";
import { issueLabeled } from "./issue-labeled.ts";
import { pullRequestClosed } from "./pull-request-closed.ts";
import { pullRequestReview } from "./pull-request-review.ts";
import { push } from "./push.ts";
import { workflowRun } from "./workflow-run.ts";

/** The events that the App acts upon. What is not here is passed over. */
export const families: readonly EventFamily[] = [
  issueLabeled,
  issueEdited,
  issueComment,
  workflowRun,
  pullRequestClosed,
  pullRequestReview,
  push,
  installation,
];
