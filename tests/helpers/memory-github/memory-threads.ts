import type { GitHub, PullRequest } from "../../../src/github-port.ts";
import { failCall } from "./fail-call.ts";
import { type MemoryWorld, mergeAsPerson } from "./memory-world.ts";

type ThreadPart = Pick<
  GitHub,
  | "listPullRequests"
  | "getPullRequest"
  | "createPullRequest"
  | "updatePullRequest"
  | "markReadyForReview"
  | "merge"
  | "getIssue"
  | "listIssues"
  | "createIssue"
  | "updateIssue"
  | "listComments"
  | "createComment"
  | "updateComment"
  | "addLabels"
  | "removeLabel"
  | "ensureLabel"
  | "react"
>;

/** Pull requests, issues, comments, labels and reactions of GitHub in memory. */
export function createMemoryThreads(world: MemoryWorld): ThreadPart {
  const { pullRequests, issues, comments, refs, objects } = world;
  const urlOf = (kind: string, number: number) =>
    `https://github.example/${world.info.owner}/${world.info.name}/${kind}/${number}`;
  const findThread = (number: number) => {
    const thread = pullRequests.get(number) ?? issues.get(number);
    if (thread === undefined) throw failCall("GITHUB_NOT_FOUND", `There is no #${number}`);
    return thread;
  };
  const findPull = (number: number) => {
    const pull = pullRequests.get(number);
    if (pull === undefined) throw failCall("GITHUB_NOT_FOUND", `There is no pull request #${number}`);
    return pull;
  };
  return {
    listPullRequests: async ({ state, head, limit }) =>
      [...pullRequests.values()]
        .filter(
          (pull) => (state === "all" || pull.state === state) && (head ?? pull.headRef) === pull.headRef,
        )
        .toSorted((a, b) => b.number - a.number)
        .slice(0, limit)
        .map((pull) => ({ ...pull })),
    getPullRequest: async (number) => copyOf(pullRequests.get(number)),
    createPullRequest: async ({ title, body, head, base }) => {
      const [headSha, baseSha] = [refs.get(`refs/heads/${head}`), refs.get(`refs/heads/${base}`)];
      if (headSha === undefined || baseSha === undefined)
        throw failCall("GITHUB_INVALID", "head or base does not exist");
      if (!world.mayCreatePullRequests)
        return { status: "forbidden", reason: "GitHub Actions is not permitted to create pull requests" };
      const isThere = (pull: PullRequest) =>
        pull.state === "open" && pull.headRef === head && pull.baseRef === base;
      if ([...pullRequests.values()].some(isThere))
        return { status: "exists", reason: `A pull request already exists for ${head}` };
      if (objects.ancestorsOf(baseSha).has(headSha))
        throw failCall("GITHUB_INVALID", `No commits between ${base} and ${head}`);
      if (body.length > 65_536 || title.length > 256) throw failCall("GITHUB_INVALID", "too long");
      const number = world.nextId();
      const pull: PullRequest = {
        ...{ number, nodeId: `PR_${number}`, title, body, state: "open", isDraft: true, isMerged: false },
        ...{ headRef: head, headSha, baseRef: base, mergeCommit: null, labels: [], author: world.login },
        url: urlOf("pull", number),
      };
      pullRequests.set(number, pull);
      return { status: "created", pullRequest: { ...pull } };
    },
    updatePullRequest: async (number, changes) => {
      Object.assign(findPull(number), changes);
    },
    markReadyForReview: async ({ nodeId }) => {
      const pull = [...pullRequests.values()].find((each) => each.nodeId === nodeId);
      if (pull === undefined) throw failCall("GITHUB_NOT_FOUND", nodeId);
      pull.isDraft = false;
      return { status: "done" };
    },
    merge: async (number, headSha) => {
      const pull = findPull(number);
      if (pull.state !== "open" || pull.headSha !== headSha)
        return { status: "moved", reason: "Head branch was modified" };
      if (pull.isDraft) return { status: "forbidden", reason: "Pull Request is still a draft" };
      const base = `refs/heads/${pull.baseRef}`;
      if (world.protectedRefs.has(base)) return { status: "forbidden", reason: "a rule protects the base" };
      mergeAsPerson(world, number);
      return { status: "done" };
    },
    getIssue: async (number) => {
      const pull = pullRequests.get(number);
      if (pull === undefined) return copyOf(issues.get(number));
      const { title, body, state, labels, author, url } = pull;
      const closedBy = world.closers.get(number);
      const closed = closedBy === undefined ? {} : { closedBy };
      return { number, title, body, state, labels, author, url, isPullRequest: true, ...closed };
    },
    listIssues: async ({ state, labels, limit }) =>
      [...issues.values()]
        .filter((issue) => state === "all" || issue.state === state)
        .filter((issue) => labels.every((label) => issue.labels.includes(label)))
        .toSorted((a, b) => b.number - a.number)
        .slice(0, limit)
        .map((issue) => ({ ...issue })),
    createIssue: async ({ title, body, labels }) => {
      const number = world.nextId();
      const issue = {
        ...{ number, title, body, state: "open" as const, labels: [...labels], author: world.login },
        ...{ isPullRequest: false, url: urlOf("issues", number) },
      };
      issues.set(number, issue);
      return { ...issue };
    },
    updateIssue: async (number, changes) => {
      Object.assign(findThread(number), changes);
    },
    listComments: async (issue) =>
      [...comments.values()].filter((comment) => comment.issue === issue).map((comment) => ({ ...comment })),
    createComment: async (issue, body) => {
      findThread(issue);
      const now = new Date().toISOString();
      const id = world.nextId();
      const comment = { issue, id, author: world.login, isBot: true, body, createdAt: now, updatedAt: now };
      comments.set(id, comment);
      return { ...comment };
    },
    updateComment: async (id, body) => {
      const comment = comments.get(id);
      if (comment === undefined) throw failCall("GITHUB_NOT_FOUND", `There is no comment ${id}`);
      Object.assign(comment, { body, updatedAt: new Date().toISOString() });
    },
    addLabels: async (number, labels) => {
      const thread = findThread(number);
      thread.labels = [...new Set([...thread.labels, ...labels])];
      for (const label of labels) world.labels.add(label);
    },
    removeLabel: async (number, label) => {
      const thread = findThread(number);
      thread.labels = thread.labels.filter((each) => each !== label);
    },
    ensureLabel: async ({ name }) => {
      world.labels.add(name);
    },
    react: async (comment, content) => {
      world.reactions.add(`${comment} ${content}`);
    },
  };
}

function copyOf<T extends object>(value: T | undefined): T | null {
  return value === undefined ? null : { ...value };
}
