import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { WriteOutcome } from "../../github-port.ts";
import { describeNeed } from "./describe-permissions.ts";
import type { GitHubClient } from "./github-client.ts";
import { githubRoutes } from "./permissions.ts";
import { tidyReason } from "./to-github-error.ts";

const answerSchema = z.object({
  data: z
    .object({
      markPullRequestReadyForReview: z
        .object({ pullRequest: z.object({ isDraft: z.boolean() }).nullish() })
        .nullish(),
    })
    .nullish(),
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).optional(),
});

const mutation = `mutation ($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;

/** Takes a pull request out of draft: GitHub's REST API cannot. One that is ready already stays so, which is "done". */
export async function markReady(nodeId: string, client: GitHubClient): Promise<WriteOutcome> {
  const { data, errors = [] } = await client.call("POST /graphql", {
    parameters: { query: mutation, variables: { id: nodeId } },
    schema: answerSchema,
    isIdempotent: true,
  });
  if (data?.markPullRequestReadyForReview?.pullRequest?.isDraft === false) return { status: "done" };
  const [error] = errors;
  const reason = tidyReason(error?.message ?? "GitHub did not say whether it is ready");
  if (/not (?:a|in) draft|already/i.test(reason)) return { status: "done" };
  if (error?.type === "UNPROCESSABLE") return { status: "forbidden", reason };
  const [code, hint] = explain(error?.type);
  throw new NightshiftError({ code, message: `The pull request was not marked as ready: ${reason}.`, hint });
}

function explain(type: string | undefined): readonly [code: string, hint: string] {
  switch (type) {
    case "FORBIDDEN":
      return ["GITHUB_FORBIDDEN", `The token needs ${describeNeed(githubRoutes["POST /graphql"])}.`];
    case "NOT_FOUND":
      return ["GITHUB_NOT_FOUND", "The pull request is gone, or the token may not see it."];
    case "RATE_LIMITED":
      return ["GITHUB_RATE_LIMITED", "Run it again when the quota is renewed, at most an hour from now."];
    default:
      return ["GITHUB_INVALID", "GitHub's own words say what it did not take."];
  }
}
