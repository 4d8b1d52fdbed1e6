import { describe, expect, test } from "vitest";
import { type GitHubMethod, githubMethods } from "../../../src/adapters/github/permission-table.ts";
import { githubRoutes } from "../../../src/adapters/github/permissions.ts";
import type { GitHub } from "../../../src/github-port.ts";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { type ApiRequest, loadGitHubOpenApi } from "../../helpers/github-openapi.ts";
import { openLoopbackGitHub, type ScriptedAnswer } from "../../helpers/loopback-github.ts";

const api = loadGitHubOpenApi();
const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
const ref = "refs/heads/nightshift/fix/c-1";

/** Each method with all that it takes. */
const calls: Readonly<Record<GitHubMethod, (github: GitHub) => Promise<unknown>>> = {
  getRepository: (github) => github.getRepository(),
  getRef: (github) => github.getRef("refs/heads/main"),
  listRefs: (github) => github.listRefs("refs/heads/nightshift/"),
  createRef: (github) => github.createRef(ref, sha),
  updateRef: (github) => github.updateRef(ref, sha),
  deleteRef: (github) => github.deleteRef(ref),
  getCommit: (github) => github.getCommit(sha),
  readFile: (github) => github.readFile(sha, "src/a b#.ts"),
  listTree: (github) => github.listTree(sha),
  createBlob: (github) => github.createBlob(Buffer.from([0, 255, 10])),
  createTree: (github) =>
    github.createTree(sha, [
      { path: "a", mode: "100755", sha },
      { path: "b", mode: "100644", sha: null },
    ]),
  createCommit: (github) =>
    github.createCommit({ tree: sha, parents: [sha], message: "m", at: "2026-11-21T00:00:00Z" }),
  listPullRequests: (github) =>
    github.listPullRequests({ state: "all", head: "nightshift/fix/c-1", limit: 30 }),
  getPullRequest: (github) => github.getPullRequest(1347),
  createPullRequest: (github) =>
    github.createPullRequest({ title: "t", body: "b", head: "nightshift/fix/c-1", base: "main" }),
  updatePullRequest: (github) =>
    github.updatePullRequest(1347, { title: "t", body: "b", state: "closed", base: "main" }),
  markReadyForReview: (github) => github.markReadyForReview({ nodeId: "PR_1" }),
  merge: (github) => github.merge(1347, sha),
  getIssue: (github) => github.getIssue(1347),
  listIssues: (github) => github.listIssues({ state: "open", labels: ["nightshift", "bug"], limit: 30 }),
  createIssue: (github) => github.createIssue({ title: "t", body: "b", labels: ["nightshift"] }),
  updateIssue: (github) => github.updateIssue(1347, { title: "t", body: "b", state: "closed" }),
  listComments: (github) => github.listComments(1347),
  createComment: (github) => github.createComment(1347, "hello"),
  updateComment: (github) => github.updateComment(1, "hello"),
  addLabels: (github) => github.addLabels(1347, ["nightshift:declined"]),
  removeLabel: (github) => github.removeLabel(1347, "nightshift:declined"),
  ensureLabel: (github) => github.ensureLabel({ name: "nightshift", color: "0e8a16", description: "d" }),
  react: (github) => github.react(1, "eyes"),
  getPermission: (github) => github.getPermission("monalisa"),
  dispatchWorkflow: (github) => github.dispatchWorkflow("nightshift.yml", "refs/heads/main", { goal: "g" }),
  listRuns: (github) => github.listRuns({ workflow: "nightshift.yml", limit: 20 }),
  getRun: (github) => github.getRun(30433642),
  cancelRun: (github) => github.cancelRun(30433642),
  listArtifacts: (github) => github.listArtifacts(2332938),
  downloadArtifact: (github) => github.downloadArtifact(11, 1_000),
  getQuota: (github) => github.getQuota(),
};

/** GitHub's own example of the answer, with what our stand-ins cannot do without. */
function answerByExample(request: ApiRequest): ScriptedAnswer {
  if (request.path === "/graphql") {
    return {
      status: 200,
      body: { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } },
    };
  }
  const route = api.findRoute(request) ?? "";
  if (route.includes("/labels/{name}") && request.method === "GET") return { status: 404 };
  const example = api.findExample(route);
  if (example === undefined) return { status: 500, body: { message: `no example of ${route}` } };
  const headers = example.status === 302 ? { location: "/storage/zip" } : undefined;
  return { ...example, ...(headers === undefined ? {} : { headers }) };
}

describe("against GitHub's own description of its API", () => {
  test.each(Object.keys(calls) as GitHubMethod[])(
    "%s sends what is described, and reads GitHub's example",
    async (name) => {
      await using server = await openLoopbackGitHub((request) =>
        request.path === "/storage/zip" ? { status: 200, body: Buffer.from("PK") } : answerByExample(request),
      );
      const { github } = openGitHubOn(server.url, {
        guard: { prefix: "nightshift", sacred: "main", mayMerge: true },
      });
      await calls[name](github);
      const asked = server.seen.filter(({ path }) => path !== "/graphql" && path !== "/storage/zip");
      expect(asked.flatMap((request) => api.findRequestFaults(request))).toEqual([]);
      const routes = server.seen
        .filter(({ path }) => path !== "/storage/zip")
        .map((request) => (request.path === "/graphql" ? "POST /graphql" : api.findRoute(request)));
      const known: readonly string[] = githubMethods[name];
      expect(routes[0]).toBe(known[0]);
      expect(routes.filter((route) => !known.includes(route ?? ""))).toEqual([]);
      expect(JSON.stringify(server.seen.map(({ body }) => body))).not.toContain("force");
    },
  );

  test("every route of the permission table is one of GitHub's", () => {
    const unknown = Object.keys(githubRoutes).filter((route) => {
      const [method = "", path = ""] = route.split(" ");
      return (
        route !== "POST /graphql" && api.findRoute({ method, path: path.replaceAll(/[{}]/g, "") }) !== route
      );
    });
    expect(unknown).toEqual([]);
  });

  test("the check itself finds names, kinds and values that GitHub does not know", () => {
    const path = "/repos/octo/fair/pulls";
    const faults = (body: unknown) => api.findRequestFaults({ method: "POST", path, body });
    expect(faults({ title: "t", head: "h", base: "b" })).toEqual([]);
    expect(faults({ title: "t", head: "h" })).toEqual(["body.base is missing"]);
    expect(faults({ title: 1, head: "h", base: "b" })).toEqual(["body.title: no string"]);
    expect(faults({ title: "t", head: "h", base: "b", force: true })).toEqual(["body.force is unknown"]);
    expect(api.findRequestFaults({ method: "GET", path: `${path}?state=merged` })).toHaveLength(1);
    expect(api.findRequestFaults({ method: "GET", path: `${path}?colour=red` })).toEqual([
      "unknown query colour",
    ]);
    expect(api.findRequestFaults({ method: "PUT", path: "/repos/octo/fair/nothing" })).toHaveLength(1);
    expect(
      api.findAnswerFaults({ method: "POST", path }, { status: 201, body: { number: "1" } }),
    ).not.toEqual([]);
    expect(api.findAnswerFaults({ method: "POST", path }, { status: 299, body: {} })).toHaveLength(1);
  });
});
