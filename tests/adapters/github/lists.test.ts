import { expect, test } from "vitest";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { openLoopbackGitHub } from "../../helpers/loopback-github.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

/** A server with so many comments, or without an end. */
function openComments(count: number) {
  return openLoopbackGitHub(({ path }) => {
    const query = new URL(path, "http://localhost").searchParams;
    const [size, page] = [Number(query.get("per_page")), Number(query.get("page"))];
    const left = Math.max(0, Math.min(size, count - (page - 1) * size));
    const body = Array.from({ length: left }, (_, at) => ({
      ...{ id: (page - 1) * size + at, user: null, body: null, created_at: "", updated_at: "" },
    }));
    const isLast = page * size >= count;
    return {
      status: 200,
      body,
      headers: isLast ? {} : { link: '<https://evil.example/?page=2>; rel="next"' },
    };
  });
}

test.each([0, 1, 100, 101, 250])("all of %i comments are read, page by page, in order", async (count) => {
  await using server = await openComments(count);
  const found = await openGitHubOn(server.url).github.listComments(1);
  expect(found.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, at) => at));
  expect(server.seen).toHaveLength(Math.max(1, Math.ceil(count / 100)));
});

test("a list without an end is an error, not half a list", async () => {
  await using server = await openComments(Number.POSITIVE_INFINITY);
  await expect(openGitHubOn(server.url).github.listComments(1)).rejects.toMatchObject({
    code: "GITHUB_INVALID",
  });
  expect(server.seen.length).toBeLessThan(40);
});

test("no more is asked for than is wanted", async () => {
  const issue = { number: 1, title: "t", state: "open", labels: [{ name: "a" }, "b"], html_url: "u" };
  await using server = await openLoopbackGitHub(() => ({
    status: 200,
    headers: { link: '<x>; rel="next"' },
    body: Array.from({ length: 5 }, () => ({ ...issue, pull_request: {} })),
  }));
  const found = await openGitHubOn(server.url).github.listIssues({ state: "open", labels: [], limit: 5 });
  expect(found).toHaveLength(5);
  expect(found[0]).toMatchObject({ labels: ["a", "b"], isPullRequest: true, author: "ghost", body: "" });
  expect(server.seen).toHaveLength(1);
});

test("a fork's branch never reads like one of the repository", async () => {
  const base = { ref: "main", sha, label: "octo:main", repo: { id: 1 } };
  const from = (head: object) => ({
    ...{
      number: 1,
      node_id: "n",
      title: "t",
      state: "open",
      labels: [],
      html_url: "u",
      merge_commit_sha: sha,
    },
    ...{ base, head: { ref: "nightshift/fix/c-1", sha, ...head } },
  });
  await using server = await openLoopbackGitHub(() => ({
    status: 200,
    body: [
      from({ label: "octo:nightshift/fix/c-1", repo: { id: 1 } }),
      from({ label: "eve:nightshift/fix/c-1", repo: { id: 2 } }),
      from({ label: "eve:nightshift/fix/c-1", repo: null }),
      from({ repo: { id: 2 } }),
    ],
  }));
  const found = await openGitHubOn(server.url).github.listPullRequests({ state: "open", limit: 9 });
  expect(found.map(({ headRef }) => headRef)).toEqual([
    "nightshift/fix/c-1",
    "eve:nightshift/fix/c-1",
    "eve:nightshift/fix/c-1",
    "fork:nightshift/fix/c-1",
  ]);
  expect(found[0]).toMatchObject({ isMerged: false, mergeCommit: null, isDraft: false });
});

test("a tree whose listing GitHub cut off is an error, not half a tree", async () => {
  const entry = { path: "a", mode: "100644", type: "blob", sha };
  const folder = { path: "b", mode: "040000", type: "tree", sha };
  let truncated = false;
  await using server = await openLoopbackGitHub(() => ({
    status: 200,
    body: { sha, tree: [entry, folder], truncated },
  }));
  const { github } = openGitHubOn(server.url);
  expect(await github.listTree(sha)).toEqual([{ path: "a", mode: "100644", sha }]);
  truncated = true;
  await expect(github.listTree(sha)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
});

test("a file beyond a megabyte is read as a blob; a folder and a link are no files", async () => {
  const bytes = Buffer.from([0, 255, 13, 10]);
  let type = "file";
  await using server = await openLoopbackGitHub(({ path }) => ({
    status: 200,
    body: path.includes("/blobs/")
      ? { content: bytes.toString("base64"), encoding: "base64" }
      : { type, sha, encoding: "none", content: "" },
  }));
  const { github } = openGitHubOn(server.url);
  expect(await github.readFile(sha, "a.bin")).toEqual(bytes);
  type = "symlink";
  expect(await github.readFile(sha, "a.bin")).toBeNull();
});

test("runs tell their workflow by its file alone, and a fork's run by its head", async () => {
  const run = (path: string, head: string | null) => ({
    ...{ id: 1, path, event: "schedule", status: "waiting", conclusion: null, head_sha: sha },
    ...{ head_branch: null, html_url: "u", head_repository: head === null ? null : { full_name: head } },
  });
  await using server = await openLoopbackGitHub(() => ({
    status: 200,
    body: {
      workflow_runs: [
        run(".github/workflows/nightshift.yml", "octo/fair"),
        run(".github/workflows/nightshift.yml@refs/heads/main", "eve/fair"),
        run("dynamic/nightshift.yml", null),
        run(".github/workflows/evil/nightshift.yml", "octo/fair"),
      ],
    },
  }));
  const found = await openGitHubOn(server.url).github.listRuns({ workflow: "nightshift.yml", limit: 9 });
  expect(found.map(({ workflow, headRepository }) => [workflow, headRepository])).toEqual([
    ["nightshift.yml", "octo/fair"],
    ["nightshift.yml", "eve/fair"],
    ["dynamic/nightshift.yml", ""],
    [".github/workflows/evil/nightshift.yml", "octo/fair"],
  ]);
  expect(found[0]).toMatchObject({ status: "queued", headBranch: "" });
});

test.each([
  [{ permission: "write", role_name: "maintain" }, "maintain"],
  [{ permission: "read", role_name: "triage" }, "triage"],
  [{ permission: "write", role_name: "release-crew" }, "write"],
  [{ permission: "admin" }, "admin"],
  [{ permission: "something" }, "none"],
])("of %j the permission is %s", async (body, expected) => {
  await using server = await openLoopbackGitHub(() => ({ status: 200, body }));
  expect(await openGitHubOn(server.url).github.getPermission("a")).toBe(expected);
});
