import { z } from "zod";
import type { GitHub } from "../../github-port.ts";
import { anySchema, commentSchema, issueSchema } from "./answer-schemas.ts";
import type { GitHubClient } from "./github-client.ts";

/** GitHub takes at most 2,500 comments on an issue. */
const maxComments = 2_600;

/** Issues and comments. Neither is made again where the answer was lost: `GITHUB_UNAVAILABLE` tells the caller to look. */
export function createIssueCalls(
  client: GitHubClient,
): Pick<
  GitHub,
  | "getIssue"
  | "listIssues"
  | "createIssue"
  | "updateIssue"
  | "listComments"
  | "createComment"
  | "updateComment"
  | "react"
> {
  return {
    getIssue: (number) =>
      client.find("GET /repos/{owner}/{repo}/issues/{issue_number}", {
        parameters: { issue_number: number },
        schema: issueSchema,
      }),
    listIssues: ({ state, labels, limit }) =>
      client.list(
        "GET /repos/{owner}/{repo}/issues",
        {
          parameters: { state, ...(labels.length === 0 ? {} : { labels: labels.join(",") }) },
          schema: z.array(issueSchema),
        },
        { limit },
      ),
    createIssue: ({ title, body, labels }) =>
      client.call("POST /repos/{owner}/{repo}/issues", {
        parameters: { title, body, labels: [...labels] },
        schema: issueSchema,
      }),
    async updateIssue(number, changes) {
      await client.call("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        parameters: { issue_number: number, ...changes },
        schema: anySchema,
        isIdempotent: true,
      });
    },
    listComments: (issue) =>
      client.list(
        "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
        { parameters: { issue_number: issue }, schema: z.array(commentSchema) },
        { cap: maxComments },
      ),
    createComment: (issue, body) =>
      client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        parameters: { issue_number: issue, body },
        schema: commentSchema,
      }),
    async updateComment(id, body) {
      await client.call("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        parameters: { comment_id: id, body },
        schema: anySchema,
        isIdempotent: true,
      });
    },
    async react(comment, content) {
      await client.call("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
        parameters: { comment_id: comment, content },
        schema: anySchema,
        isIdempotent: true,
      });
    },
  };
}
