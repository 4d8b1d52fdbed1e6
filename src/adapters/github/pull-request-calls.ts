import { z } from "zod";
import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub } from "../../github-port.ts";
import { anySchema, pullRequestSchema } from "./answer-schemas.ts";
import type { GitHubClient } from "./github-client.ts";
import type { GitHubGuard } from "./guard-github-ref.ts";
import { markReady } from "./mark-ready.ts";
import { readWriteRefusal } from "./read-write-refusal.ts";

/**
 * Pull requests. They are made as drafts. One whose answer was lost is not made again: `GITHUB_UNAVAILABLE` tells the
 * caller to look. Merging needs the guard's `mayMerge`, and throws `MERGE_NOT_ALLOWED` without a request otherwise.
 */
export function createPullRequestCalls(
  client: GitHubClient,
  guard: GitHubGuard | null,
): Pick<
  GitHub,
  | "listPullRequests"
  | "getPullRequest"
  | "createPullRequest"
  | "updatePullRequest"
  | "markReadyForReview"
  | "merge"
> {
  const getPullRequest: GitHub["getPullRequest"] = (number) =>
    client.find("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      parameters: { pull_number: number },
      schema: pullRequestSchema,
    });

  return {
    getPullRequest,
    listPullRequests({ state, head, limit }) {
      const from = head === undefined ? {} : { head: `${client.repository.owner}:${head}` };
      return client.list(
        "GET /repos/{owner}/{repo}/pulls",
        {
          parameters: { state, sort: "created", direction: "desc", ...from },
          schema: z.array(pullRequestSchema),
        },
        { limit },
      );
    },
    async createPullRequest({ title, body, head, base }) {
      const answer = await client.send("POST /repos/{owner}/{repo}/pulls", {
        parameters: { title, body, head, base, draft: true },
        schema: pullRequestSchema,
      });
      if (answer.status === "ok") return { status: "created", pullRequest: answer.data };
      const { message: reason, error } = answer;
      if (/pull request already exists/i.test(reason)) return { status: "exists", reason };
      // A rule, a switch in the settings, or a plan without drafts; a missing permission is thrown.
      if (/not permitted to create|draft pull requests are not supported|rule violations/i.test(reason)) {
        return { status: "forbidden", reason };
      }
      throw error;
    },
    async updatePullRequest(number, changes) {
      await client.call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
        parameters: { pull_number: number, ...changes },
        schema: anySchema,
        isIdempotent: true,
      });
    },
    markReadyForReview: ({ nodeId }) => markReady(nodeId, client),
    async merge(number, headSha) {
      if (guard?.mayMerge !== true) {
        throw new NightshiftError({
          code: "MERGE_NOT_ALLOWED",
          message: `Pull request #${number} may not be merged from here.`,
          hint: "A person merges. `pullRequests.mergeOnApprove: true` lets `/approve` ask GitHub for it.",
        });
      }
      try {
        const answer = await client.send("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
          parameters: { pull_number: number, sha: headSha },
          schema: anySchema,
        });
        if (answer.status === "ok") return { status: "done" };
        // 405 is GitHub's word for "the rules do not allow it, or it cannot be merged".
        if (answer.httpStatus === 405) return { status: "forbidden", reason: answer.message };
        return readWriteRefusal(answer);
      } catch (error) {
        if (!(error instanceof NightshiftError) || error.code !== "GITHUB_UNAVAILABLE") throw error;
        const found = await getPullRequest(number);
        if (found?.isMerged === true && found.headSha === headSha) return { status: "done" };
        throw error;
      }
    },
  };
}
