import type { FileEdit } from "./domain/candidate.ts";
import type { CampaignEvent, JournalEntry } from "./domain/events.ts";
import type { ModelReply, ModelRequest } from "./domain/model.ts";

/** Time, so that tests and seeds can hold it still. */
export interface Clock {
  /** Wall clock, ISO 8601, UTC. */
  now(): string;
  /** Monotonic, in milliseconds from an arbitrary start. */
  elapsedMs(): number;
}

/** A process to start: an argv, never a shell string, and its whole environment: nothing is inherited. */
export type ProcessSpec = {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Kept in memory for each stream; what is beyond is dropped from the middle. Default 1 MiB. */
  readonly maxOutputBytes?: number;
  /** Standard output and error go here in full, up to `maxFileBytes` (default 64 MiB) each. */
  readonly outputFiles?: { readonly stdout: string; readonly stderr: string; readonly maxFileBytes?: number };
  readonly stdin?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** Contents that it can read from descriptors 3, 4, and so on. Beside them only the three streams are open. */
  readonly inputs?: readonly Uint8Array[];
  /** Looks at the running process now and then; what `check` gives is the limit that it is killed for, whole and at once. */
  readonly watch?: { readonly everyMs: number; check(pid: number): Promise<string | null> };
};

/** How a process ended, with what it printed. */
export type ProcessResult = {
  readonly status: "exited" | "signaled" | "timed-out" | "aborted" | "not-found" | "over-limit";
  /** Null unless `exited`. */
  readonly exitCode: number | null;
  /** For `over-limit`: which limit, in a few words with the numbers. */
  readonly limit?: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether less is here than was printed. Output files have their own limit. */
  readonly isTruncated: boolean;
  readonly durationMs: number;
};

/** Starts processes and ends them whole: on time-out and abort every descendant dies. Never rejects for an exit. */
export interface ProcessRunner {
  run(spec: ProcessSpec): Promise<ProcessResult>;
}

/** A file in a git tree. */
export type TreeEntry = {
  readonly path: string;
  /** "100644", "100755", "120000" (symlink) or "160000" (submodule). */
  readonly mode: string;
  readonly hash: string;
};

/** A commit as log and history show it. */
export type CommitInfo = {
  readonly hash: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Trailers such as `Nightshift-Cycle: 3`, last one wins. */
  readonly trailers: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly at: string;
};

/** What is wrong with a repository, or what it is. */
export type RepositoryState = {
  /** Root of the work tree, absolute, symlinks resolved. */
  readonly root: string;
  /** The git directory that all work trees share, absolute. */
  readonly commonDir: string;
  /** Short branch name, or null when HEAD is detached. */
  readonly headBranch: string | null;
  /** Null when the branch is unborn. */
  readonly headCommit: string | null;
  readonly isShallow: boolean;
  readonly objectFormat: "sha1" | "sha256";
};

/** A compare-and-swap on one ref. */
export type RefUpdate = {
  /** Full name: `refs/heads/nightshift/master`. */
  readonly ref: string;
  /** New commit, or null to delete. */
  readonly to: string | null;
  /** What the ref must be now; null: it must not exist. */
  readonly from: string | null;
};

/**
 * The user's repository. Reads anything, writes objects, and writes refs beneath the prefix alone: any other ref is
 * refused with `REF_OUTSIDE_PREFIX`, whoever asks.
 */
export interface Git {
  readonly root: string;
  readonly commonDir: string;
  /** "nightshift": branches are `refs/heads/<prefix>/…`, tags `refs/tags/<prefix>/…`. */
  readonly prefix: string;
  state(): Promise<RepositoryState>;
  /** The commit that a revision names, or null. */
  resolveCommit(revision: string): Promise<string | null>;
  treeOf(revision: string): Promise<string>;
  /** All files of a tree, in git's order. */
  listFiles(treeish: string): Promise<readonly TreeEntry[]>;
  /** Content of a file in a tree, or null when it is not there or not a file. */
  readFile(treeish: string, path: string): Promise<Buffer | null>;
  /** Whether a text stands in any file of a tree, all its lines in one file where it has several. */
  contains(treeish: string, text: string): Promise<boolean>;
  /** Tracked files that differ between work tree and HEAD; untracked ones too. */
  uncommittedPaths(): Promise<readonly string[]>;
  /** Newest first; `range` as git log takes it. */
  log(
    range: string,
    options?: { readonly firstParent?: boolean; readonly limit?: number },
  ): Promise<readonly CommitInfo[]>;
  /** Refs that match a pattern of `git for-each-ref`; `target` is what a symbolic one points to. */
  listRefs(
    pattern: string,
  ): Promise<readonly { readonly ref: string; readonly commit: string; readonly target?: string }[]>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** Unified diff between two trees, with full index and binary patches. */
  diff(from: string, to: string): Promise<string>;
  changedPaths(from: string, to: string): Promise<readonly string[]>;
  /** Tree hash of `base` with the edits applied; only objects are written. */
  buildTree(base: string, edits: readonly FileEdit[]): Promise<string>;
  /** Tree of files alone, for orphan branches. */
  buildTreeFromFiles(
    files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
  ): Promise<string>;
  /** `onto` with the change from `from` to `to` applied three-way. */
  applyChange(
    onto: string,
    from: string,
    to: string,
  ): Promise<
    | { readonly status: "applied"; readonly tree: string }
    | { readonly status: "conflict"; readonly paths: readonly string[] }
  >;
  /** Writes a commit object. The same input gives the same hash. */
  writeCommit(input: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    /** ISO 8601; author and committer date. */
    readonly at: string;
  }): Promise<string>;
  /** All updates or none. `moved`: a ref was not at `from`. */
  updateRefs(
    updates: readonly RefUpdate[],
  ): Promise<{ readonly status: "updated" } | { readonly status: "moved"; readonly reason: string }>;
}

/** A campaign's append-only log. `append` resolves when the line is on the disk. */
export interface Journal {
  readonly path: string;
  append(event: CampaignEvent): Promise<JournalEntry>;
  /** All good entries so far, oldest first. */
  entries(): readonly JournalEntry[];
  close(): Promise<void>;
}

/** One model of one provider. It never rejects: every fault is a reply that says so. */
export interface Llm {
  /** Name of the provider's preset. */
  readonly provider: string;
  readonly model: string;
  /** One request, no retries. */
  complete(request: ModelRequest): Promise<ModelReply>;
}
