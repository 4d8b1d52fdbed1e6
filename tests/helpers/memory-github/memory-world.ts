import type {
  Artifact,
  Comment,
  Issue,
  Permission,
  PullRequest,
  RepositoryInfo,
  WorkflowRun,
} from "../../../src/github-port.ts";
import { createObjectStore, type ObjectStore } from "./object-store.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What GitHub knows of one repository. Tests read it, and change it as people would. */
export type MemoryWorld = {
  readonly info: Mutable<RepositoryInfo>;
  readonly objects: ObjectStore;
  /** Commits by full name. */
  readonly refs: Map<string, string>;
  /** Pull requests are issues too and have the same numbers. */
  readonly pullRequests: Map<number, Mutable<PullRequest>>;
  readonly issues: Map<number, Mutable<Issue>>;
  readonly comments: Map<number, Mutable<Comment> & { readonly issue: number }>;
  readonly labels: Set<string>;
  readonly reactions: Set<string>;
  readonly permissions: Map<string, Permission>;
  /** Who closed a pull request, by its number. */
  readonly closers: Map<number, string>;
  readonly runs: Mutable<WorkflowRun>[];
  readonly artifacts: (Mutable<Artifact> & { readonly zip: Buffer })[];
  readonly dispatches: {
    readonly file: string;
    readonly ref: string;
    readonly inputs: Readonly<Record<string, string>>;
  }[];
  /** Refs that a rule keeps this client from writing; full names, or folders with their last slash. */
  readonly protectedRefs: Set<string>;
  /** False: "Allow GitHub Actions to create pull requests" is off. */
  mayCreatePullRequests: boolean;
  /** False: the workflow is disabled or not there. */
  mayDispatch: boolean;
  /** Whether starting a workflow makes the run at once, and tells its id. */
  tellsRun: boolean;
  quota: { limit: number; remaining: number };
  /** Login of this client. */
  readonly login: string;
  nextId(): number;
};

/** What a repository starts as. */
export type MemoryWorldOptions = {
  readonly owner?: string;
  readonly name?: string;
  readonly defaultBranch?: string;
  readonly login?: string;
  /** Files of the first commit, by path. */
  readonly files?: Readonly<Record<string, string>>;
};

/** A repository with one commit on its default branch. */
export function createMemoryWorld({
  owner = "acme",
  name = "sums",
  defaultBranch = "main",
  login = "nightshift[bot]",
  files = { "README.md": "# Sums\n" },
}: MemoryWorldOptions = {}): MemoryWorld {
  let lastId = 0;
  const world: MemoryWorld = {
    info: { owner, name, id: 4711, defaultBranch, isArchived: false, isPrivate: false, isEmpty: false },
    objects: createObjectStore(),
    refs: new Map(),
    pullRequests: new Map(),
    issues: new Map(),
    comments: new Map(),
    labels: new Set(),
    reactions: new Set(),
    permissions: new Map(),
    closers: new Map(),
    runs: [],
    artifacts: [],
    dispatches: [],
    protectedRefs: new Set(),
    mayCreatePullRequests: true,
    mayDispatch: true,
    tellsRun: false,
    quota: { limit: 5000, remaining: 5000 },
    login,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
  pushFiles(world, { ref: `refs/heads/${defaultBranch}`, files, message: "first" });
  return world;
}

/** Commits files onto a branch as a person with git would; null takes a file away. Gives the commit. */
export function pushFiles(
  { objects, refs }: MemoryWorld,
  {
    ref,
    files,
    message = "change",
  }: {
    readonly ref: string;
    readonly files: Readonly<Record<string, string | null>>;
    readonly message?: string;
  },
): string {
  const head = refs.get(ref);
  const before = head === undefined ? undefined : objects.trees.get(objects.commits.get(head)?.tree ?? "");
  const tree = new Map(before);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) tree.delete(path);
    else tree.set(path, { mode: "100644", sha: objects.writeBlob(Buffer.from(content)) });
  }
  const parents = head === undefined ? [] : [head];
  const commit = objects.writeCommit({ tree: objects.writeTree(tree), parents, message });
  refs.set(ref, commit);
  return commit;
}

/** Merges a pull request as a person does with GitHub's button: a merge commit on the base branch. */
export function mergeAsPerson(world: MemoryWorld, number: number): string {
  const { objects, refs, pullRequests } = world;
  const pull = pullRequests.get(number);
  if (pull === undefined || pull.state !== "open") throw new Error(`#${number} is not open`);
  const base = refs.get(`refs/heads/${pull.baseRef}`) ?? "";
  // Good enough where the base has not changed the same files: the head's changes win.
  const merged = mergeTrees(world, base, pull.headSha);
  const parents = [base, pull.headSha];
  const commit = objects.writeCommit({ tree: merged, parents, message: `Merge #${number}` });
  refs.set(`refs/heads/${pull.baseRef}`, commit);
  Object.assign(pull, { state: "closed", isMerged: true, isDraft: false, mergeCommit: commit });
  return commit;
}

/** Closes a pull request without merging it. */
export function closeAsPerson(
  { pullRequests, closers }: MemoryWorld,
  number: number,
  labels: readonly string[] = [],
  by?: string,
) {
  const pull = pullRequests.get(number);
  if (pull === undefined) throw new Error(`there is no #${number}`);
  if (by !== undefined) closers.set(number, by);
  Object.assign(pull, { state: "closed", labels: [...pull.labels, ...labels] });
}

function mergeTrees({ objects }: MemoryWorld, base: string, head: string): string {
  const treeOf = (sha: string) => objects.trees.get(objects.commits.get(sha)?.tree ?? "") ?? new Map();
  const inBase = objects.ancestorsOf(base);
  const common = [...objects.ancestorsOf(head)].find((sha) => inBase.has(sha));
  const [old, ours, theirs] = [common === undefined ? new Map() : treeOf(common), treeOf(base), treeOf(head)];
  const merged = new Map(ours);
  for (const path of new Set([...old.keys(), ...theirs.keys()])) {
    const file = theirs.get(path);
    if (old.get(path)?.sha === file?.sha && old.get(path)?.mode === file?.mode) continue;
    if (file === undefined) merged.delete(path);
    else merged.set(path, file);
  }
  return objects.writeTree(merged);
}
