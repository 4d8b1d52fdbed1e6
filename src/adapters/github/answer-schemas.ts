import { z } from "zod";
import type { Artifact, Comment, Issue, PullRequest, WorkflowRun } from "../../github-port.ts";

/** A git hash as GitHub gives it. */
export const shaSchema = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** An answer that nothing is read from. */
export const anySchema = z.unknown();

const user = z.object({ login: z.string(), type: z.string().optional() }).nullish();
const label = z.union([z.string(), z.object({ name: z.string().nullish() })]);

/** Who has no account any more. */
const ghost = "ghost";

function nameLabels(labels: readonly z.infer<typeof label>[]): readonly string[] {
  return labels
    .map((each) => (typeof each === "string" ? each : (each.name ?? "")))
    .filter((name) => name !== "");
}

const branch = z.object({
  ref: z.string(),
  sha: shaSchema,
  label: z.string().nullish(),
  repo: z.object({ id: z.number() }).nullish(),
});

/** A pull request, from a list or alone. */
export const pullRequestSchema = z
  .object({
    number: z.number(),
    node_id: z.string(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(["open", "closed"]),
    draft: z.boolean().optional(),
    merged: z.boolean().optional(),
    merged_at: z.string().nullish(),
    merge_commit_sha: z.string().nullish(),
    head: branch,
    base: branch,
    labels: z.array(label),
    user,
    html_url: z.string(),
  })
  .transform((found): PullRequest => {
    const isMerged = found.merged === true || typeof found.merged_at === "string";
    const { head, base } = found;
    const isOwn = typeof head.repo?.id === "number" && head.repo.id === base.repo?.id;
    return {
      number: found.number,
      nodeId: found.node_id,
      title: found.title,
      body: found.body ?? "",
      state: found.state,
      isDraft: found.draft ?? false,
      isMerged,
      // A fork may call its branch as we do ours: what is no branch of this repository never reads like one.
      headRef: isOwn ? head.ref : (head.label ?? `fork:${head.ref}`),
      headSha: head.sha,
      baseRef: base.ref,
      // Of an open pull request it is a commit of GitHub's own trial merge.
      mergeCommit: isMerged ? (found.merge_commit_sha ?? null) : null,
      labels: nameLabels(found.labels),
      author: found.user?.login ?? ghost,
      url: found.html_url,
    };
  });

/** An issue or a pull request as one. */
export const issueSchema = z
  .object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    labels: z.array(label),
    user,
    pull_request: z.unknown().optional(),
    html_url: z.string(),
    closed_by: user,
  })
  .transform(
    (found): Issue => ({
      number: found.number,
      title: found.title,
      body: found.body ?? "",
      state: found.state === "closed" ? "closed" : "open",
      labels: nameLabels(found.labels),
      author: found.user?.login ?? ghost,
      isPullRequest: found.pull_request !== undefined && found.pull_request !== null,
      url: found.html_url,
      ...(found.closed_by === undefined || found.closed_by === null
        ? {}
        : { closedBy: found.closed_by.login }),
    }),
  );

/** A comment on an issue or a pull request. */
export const commentSchema = z
  .object({
    id: z.number(),
    user,
    body: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    performed_via_github_app: z.unknown().optional(),
  })
  .transform(
    (found): Comment => ({
      id: found.id,
      author: found.user?.login ?? ghost,
      isBot: found.user?.type === "Bot" || (found.performed_via_github_app ?? null) !== null,
      body: found.body ?? "",
      createdAt: found.created_at,
      updatedAt: found.updated_at,
    }),
  );

/** A run of a workflow. */
export const workflowRunSchema = z
  .object({
    id: z.number(),
    path: z.string(),
    event: z.string(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_sha: shaSchema,
    head_branch: z.string().nullish(),
    head_repository: z.object({ full_name: z.string() }).nullish(),
    html_url: z.string(),
  })
  .transform(
    (found): WorkflowRun => ({
      id: found.id,
      workflow: nameWorkflow(found.path),
      event: found.event,
      // "waiting", "requested" and "pending" have not begun either.
      status: found.status === "completed" || found.status === "in_progress" ? found.status : "queued",
      conclusion: found.conclusion ?? null,
      headSha: found.head_sha,
      headBranch: found.head_branch ?? "",
      headRepository: found.head_repository?.full_name ?? "",
      url: found.html_url,
    }),
  );

/** `.github/workflows/a.yml`, maybe with `@ref` behind it, is "a.yml"; a file that lies elsewhere keeps its path. */
function nameWorkflow(path: string): string {
  return /^\.github\/workflows\/([^/@]+)(?:@.*)?$/.exec(path)?.[1] ?? path;
}

/** An artifact; its run is told by whoever lists it. */
export const artifactSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    size_in_bytes: z.number(),
    digest: z.string().nullish(),
    expired: z.boolean(),
    workflow_run: z.object({ id: z.number().optional() }).nullish(),
  })
  .transform((found): Omit<Artifact, "runId"> & { readonly runId: number | null } => ({
    id: found.id,
    name: found.name,
    sizeBytes: found.size_in_bytes,
    digest: found.digest ?? "",
    runId: found.workflow_run?.id ?? null,
    isExpired: found.expired,
  }));
