import type { WriteOutcome } from "../../github-port.ts";
import type { GitHubAnswer } from "./github-client.ts";

/** What GitHub says where a rule, and not the token, stands in the way. */
const rules =
  /rule violations|protected (?:branch|ref|tag)|required status check|changes must be made through a pull request|restricted|must (?:not )?be (?:verified|signed)|at least \d+ approving review|reference update failed|merge queue|review is required|not permitted to create/i;

/** What GitHub says where somebody else was quicker. */
const moved =
  /not a fast[- ]?forward|reference already exists|reference does not exist|is at [0-9a-f]{7,} but expected|head branch was modified|base branch was modified|cannot lock ref|reference cannot be updated/i;

/**
 * A refused write as an outcome; throws the answer's own error where it is neither a move nor a rule: a permission that
 * is missing, a body that GitHub did not take. Pure but for that.
 */
export function readWriteRefusal(
  answer: Extract<GitHubAnswer<unknown>, { readonly status: "refused" }>,
): Exclude<WriteOutcome, { readonly status: "done" }> {
  const { httpStatus, message: reason, error } = answer;
  // GitHub's own sign for a ref or a head that has moved.
  if (httpStatus === 409 || moved.test(reason)) return { status: "moved", reason };
  if ([403, 405, 422].includes(httpStatus) && rules.test(reason)) return { status: "forbidden", reason };
  throw error;
}
