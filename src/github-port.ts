/** A repository on GitHub. */
export type RepositoryName = { readonly owner: string; readonly name: string };

/** What is known of a repository. */
export type RepositoryInfo = RepositoryName & {
  /** Stays when the repository is renamed. */
  readonly id: number;
  readonly defaultBranch: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  readonly isEmpty: boolean;
};

/** One entry of a tree that is to be made; `sha` null takes the path away. */
export type NewTreeEntry = {
  readonly path: string;
  readonly mode: "100644" | "100755";
  readonly sha: string | null;
};

/** A pull request, as far as it matters here. */
export type PullRequest = {
  readonly number: number;
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "closed";
  readonly isDraft: boolean;
  readonly isMerged: boolean;
  /** Branch of this repository; a fork's as "owner:branch", which is no branch's name. */
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly mergeCommit: string | null;
  readonly labels: readonly string[];
  readonly author: string;
  readonly url: string;
};

/** An issue; pull requests are issues too where labels and comments are meant. */
export type Issue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
  readonly author: string;
  readonly isPullRequest: boolean;
  readonly url: string;
  /** Who closed it, where GitHub tells. */
  readonly closedBy?: string;
};

/** A comment on an issue or a pull request. */
export type Comment = {
  readonly id: number;
  readonly author: string;
  /** A robot's, or what an App said in a person's name. */
  readonly isBot: boolean;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** A run of a workflow. */
export type WorkflowRun = {
  readonly id: number;
  /** File name of the workflow: "nightshift.yml". */
  readonly workflow: string;
  readonly event: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name` that the head is from: another one is a fork's run. */
  readonly headRepository: string;
  readonly url: string;
};

/** An artifact of a run. */
export type Artifact = {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  /** "sha256:…" as GitHub has it; "" where it tells none. */
  readonly digest: string;
  readonly runId: number;
  readonly isExpired: boolean;
};

/** How starting a workflow ended; `run` is the id of the run that it made, null where the server does not tell. */
export type DispatchOutcome =
  | { readonly status: "done"; readonly run: number | null }
  | Exclude<WriteOutcome, { status: "done" }>;

/** How a write ended that others may have been quicker with, or that a rule of the repository may forbid. */
export type WriteOutcome =
  | { readonly status: "done" }
  /** The ref was elsewhere, or exists already. */
  | { readonly status: "moved"; readonly reason: string }
  | { readonly status: "forbidden"; readonly reason: string };

/** What is left of the hour's calls. */
export type ApiQuota = { readonly limit: number; readonly remaining: number; readonly resetAt: string };

/** Permission on a repository, weakest first. */
export const permissions = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Permission = (typeof permissions)[number];

/**
 * One repository, through GitHub's API. What is expected is an outcome; everything else is thrown as a `NightshiftError`
 * whose code begins with `GITHUB_`: `GITHUB_UNAUTHORIZED`, `GITHUB_FORBIDDEN` (names the permission that is missing where
 * GitHub tells it), `GITHUB_NOT_FOUND`, `GITHUB_RATE_LIMITED`, `GITHUB_UNAVAILABLE`, `GITHUB_INVALID`. A lookup that finds
 * nothing gives null. Refs are full names: `refs/heads/main`.
 */
export interface GitHub {
  readonly repository: RepositoryName;
  getRepository(): Promise<RepositoryInfo>;
  getRef(ref: string): Promise<string | null>;
  /** Full names beneath a prefix such as `refs/heads/nightshift/`. */
  listRefs(prefix: string): Promise<readonly { readonly ref: string; readonly sha: string }[]>;
  createRef(ref: string, sha: string): Promise<WriteOutcome>;
  /** Forward only: `force` is never sent. The new commit's parent has to be what the ref was read as. */
  updateRef(ref: string, sha: string): Promise<WriteOutcome>;
  deleteRef(ref: string): Promise<WriteOutcome>;
  getCommit(
    sha: string,
  ): Promise<{ readonly tree: string; readonly parents: readonly string[]; readonly message: string } | null>;
  /** Null for a path that is not there; the bytes otherwise. */
  readFile(commit: string, path: string): Promise<Buffer | null>;
  /** Recursive. Throws `GITHUB_INVALID` where GitHub cut the listing off. */
  listTree(
    tree: string,
  ): Promise<readonly { readonly path: string; readonly mode: string; readonly sha: string }[]>;
  createBlob(content: Buffer): Promise<string>;
  /** Without a base the entries are the whole tree. Throws `GITHUB_INVALID` for taking away what is not there. */
  createTree(base: string | null, entries: readonly NewTreeEntry[]): Promise<string>;
  createCommit(input: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    /** ISO 8601. Absent: GitHub's own, which an App's commits need to show as verified. */
    readonly at?: string;
  }): Promise<string>;
  /** Newest first, at most `limit`. */
  listPullRequests(options: {
    readonly state: "open" | "closed" | "all";
    /** Branch name, without `refs/heads/`. */
    readonly head?: string;
    readonly limit: number;
  }): Promise<readonly PullRequest[]>;
  getPullRequest(number: number): Promise<PullRequest | null>;
  createPullRequest(input: {
    readonly title: string;
    readonly body: string;
    /** Branch names. */
    readonly head: string;
    readonly base: string;
  }): Promise<
    | { readonly status: "created"; readonly pullRequest: PullRequest }
    | { readonly status: "exists" | "forbidden"; readonly reason: string }
  >;
  updatePullRequest(
    number: number,
    changes: {
      readonly title?: string;
      readonly body?: string;
      readonly state?: "closed";
      readonly base?: string;
    },
  ): Promise<void>;
  markReadyForReview(pullRequest: Pick<PullRequest, "nodeId">): Promise<WriteOutcome>;
  /** Only the head that is named, and only as far as the branch's own rules allow it. */
  merge(number: number, headSha: string): Promise<WriteOutcome>;
  getIssue(number: number): Promise<Issue | null>;
  listIssues(options: {
    readonly state: "open" | "closed" | "all";
    readonly labels: readonly string[];
    readonly limit: number;
  }): Promise<readonly Issue[]>;
  createIssue(input: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }): Promise<Issue>;
  updateIssue(
    number: number,
    changes: { readonly title?: string; readonly body?: string; readonly state?: "open" | "closed" },
  ): Promise<void>;
  /** Oldest first. */
  listComments(issue: number): Promise<readonly Comment[]>;
  createComment(issue: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<void>;
  addLabels(issue: number, labels: readonly string[]): Promise<void>;
  removeLabel(issue: number, label: string): Promise<void>;
  ensureLabel(label: {
    readonly name: string;
    readonly color: string;
    readonly description: string;
  }): Promise<void>;
  /** The same reaction twice is one. */
  react(comment: number, content: "+1" | "-1" | "eyes" | "rocket" | "confused"): Promise<void>;
  /** As it is now, asked live. */
  getPermission(user: string): Promise<Permission>;
  dispatchWorkflow(
    file: string,
    ref: string,
    inputs: Readonly<Record<string, string>>,
  ): Promise<DispatchOutcome>;
  /** Newest first. */
  listRuns(options: { readonly workflow: string; readonly limit: number }): Promise<readonly WorkflowRun[]>;
  getRun(id: number): Promise<WorkflowRun | null>;
  /** Asks a run to end; it is given time to finish its steps. One that has ended is `moved`. */
  cancelRun(id: number): Promise<WriteOutcome>;
  listArtifacts(runId: number): Promise<readonly Artifact[]>;
  /** The zip. Throws `GITHUB_INVALID` where it is larger than `maxBytes`, before all of it is read. */
  downloadArtifact(id: number, maxBytes: number): Promise<Buffer>;
  getQuota(): Promise<ApiQuota>;
}
