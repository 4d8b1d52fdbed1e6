/** A permission of an App or of a workflow's token, by its name in GitHub's API; a workflow file spells `_` as `-`. */
export type GitHubPermission = "metadata" | "contents" | "pull_requests" | "issues" | "actions";

/** What a call needs: one of these sets, each with all that it names. An empty set: any token will do. */
export type PermissionNeed = readonly Readonly<Partial<Record<GitHubPermission, "read" | "write">>>[];

const readContents: PermissionNeed = [{ contents: "read" }];
const writeContents: PermissionNeed = [{ contents: "write" }];
const readActions: PermissionNeed = [{ actions: "read" }];
const readIssues: PermissionNeed = [{ issues: "read" }, { pull_requests: "read" }];
const writeIssues: PermissionNeed = [{ issues: "write" }, { pull_requests: "write" }];

/**
 * Every request that the adapter can make, with the permissions that it needs. Sets are alternatives. Source: GitHub's
 * "Permissions required for GitHub Apps"; for the one mutation, what GitHub answers to a token without them
 * (github.com/cli/cli/issues/8910).
 */
export const githubRoutes = {
  "GET /rate_limit": [{}],
  "GET /repos/{owner}/{repo}": [{ metadata: "read" }],
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": [{ metadata: "read" }],
  "GET /repos/{owner}/{repo}/git/ref/{ref}": readContents,
  "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": readContents,
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": readContents,
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": readContents,
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": readContents,
  "GET /repos/{owner}/{repo}/contents/{path}": readContents,
  "POST /repos/{owner}/{repo}/git/refs": writeContents,
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": writeContents,
  "DELETE /repos/{owner}/{repo}/git/refs/{ref}": writeContents,
  "POST /repos/{owner}/{repo}/git/blobs": writeContents,
  "POST /repos/{owner}/{repo}/git/trees": writeContents,
  "POST /repos/{owner}/{repo}/git/commits": writeContents,
  "GET /repos/{owner}/{repo}/pulls": [{ pull_requests: "read" }],
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": [{ pull_requests: "read" }],
  "POST /repos/{owner}/{repo}/pulls": [{ pull_requests: "write" }],
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": [{ pull_requests: "write" }],
  "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge": writeContents,
  "POST /graphql": [{ pull_requests: "write", contents: "write" }],
  "GET /repos/{owner}/{repo}/issues": [{ issues: "read" }],
  "GET /repos/{owner}/{repo}/issues/{issue_number}": readIssues,
  "POST /repos/{owner}/{repo}/issues": [{ issues: "write" }],
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": writeIssues,
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": readIssues,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": writeIssues,
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": writeIssues,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": writeIssues,
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": writeIssues,
  "GET /repos/{owner}/{repo}/labels/{name}": readIssues,
  "POST /repos/{owner}/{repo}/labels": writeIssues,
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": writeIssues,
  "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches": [{ actions: "write" }],
  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": readActions,
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}": readActions,
  "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel": [{ actions: "write" }],
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts": readActions,
  "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}": readActions,
} as const satisfies Readonly<Record<string, PermissionNeed>>;

/** A request that the adapter can make. */
export type GitHubRoute = keyof typeof githubRoutes;
