import type { GitHub } from "../../github-port.ts";
import { type GitHubPermission, type GitHubRoute, githubRoutes, type PermissionNeed } from "./permissions.ts";

/** What the port can do. */
export type GitHubMethod = Exclude<keyof GitHub, "repository">;

/** The requests that a method may make, the first of them always. */
export const githubMethods = {
  getRepository: ["GET /repos/{owner}/{repo}", "GET /repos/{owner}/{repo}/git/ref/{ref}"],
  getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
  listRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
  createRef: ["POST /repos/{owner}/{repo}/git/refs", "GET /repos/{owner}/{repo}/git/ref/{ref}"],
  updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}", "GET /repos/{owner}/{repo}/git/ref/{ref}"],
  deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}", "GET /repos/{owner}/{repo}/git/ref/{ref}"],
  getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
  readFile: ["GET /repos/{owner}/{repo}/contents/{path}", "GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
  listTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
  createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
  createTree: ["POST /repos/{owner}/{repo}/git/trees"],
  createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
  listPullRequests: ["GET /repos/{owner}/{repo}/pulls"],
  getPullRequest: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
  createPullRequest: ["POST /repos/{owner}/{repo}/pulls"],
  updatePullRequest: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
  markReadyForReview: ["POST /graphql"],
  merge: [
    "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  ],
  getIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
  listIssues: ["GET /repos/{owner}/{repo}/issues"],
  createIssue: ["POST /repos/{owner}/{repo}/issues"],
  updateIssue: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
  listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
  createComment: ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
  updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
  addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
  removeLabel: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"],
  ensureLabel: ["GET /repos/{owner}/{repo}/labels/{name}", "POST /repos/{owner}/{repo}/labels"],
  react: ["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
  getPermission: ["GET /repos/{owner}/{repo}/collaborators/{username}/permission"],
  dispatchWorkflow: ["POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],
  listRuns: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],
  getRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
  cancelRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],
  listArtifacts: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],
  downloadArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"],
  getQuota: ["GET /rate_limit"],
} as const satisfies Readonly<Record<GitHubMethod, readonly [GitHubRoute, ...GitHubRoute[]]>>;

/**
 * The least permissions with which the given methods work; of alternatives the first. Pure: what `app.yml`, the
 * workflow and the documentation say is taken from here.
 */
export function listPermissions(
  methods: readonly GitHubMethod[],
): Readonly<Partial<Record<GitHubPermission, "read" | "write">>> {
  const found: Partial<Record<GitHubPermission, "read" | "write">> = {};
  const routes: readonly GitHubRoute[] = methods.flatMap((method) => githubMethods[method]);
  for (const route of routes) {
    const needs: PermissionNeed = githubRoutes[route];
    for (const [name, level] of Object.entries(needs[0] ?? {}) as [GitHubPermission, "read" | "write"][]) {
      if (found[name] !== "write") found[name] = level;
    }
  }
  return found;
}
