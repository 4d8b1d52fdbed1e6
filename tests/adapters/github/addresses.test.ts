import { execa } from "execa";
import nock from "nock";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openGitHubOn } from "../../helpers/github-on.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
const ready = { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } };

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
  nock.activate();
});

test.each([
  ["https://api.github.com", "/graphql"],
  ["https://github.example/api/v3", "/api/graphql"],
  ["https://github.example/api/v3/", "/api/graphql"],
])("at %s GraphQL is %s", async (baseUrl, path) => {
  const scope = nock(new URL(baseUrl).origin, { reqheaders: { authorization: "token token-of-a-test" } })
    .post(path)
    .reply(200, ready);
  const { github } = openGitHubOn(baseUrl);
  expect(await github.markReadyForReview({ nodeId: "PR_1" })).toEqual({ status: "done" });
  expect(scope.isDone()).toBe(true);
});

test("an artifact's storage behind https may not lead to plain http", async () => {
  nock("https://api.github.com")
    .get("/repos/octo/fair/actions/artifacts/11/zip")
    .reply(302, undefined, { location: "http://storage.example/blob" });
  const { github } = openGitHubOn("https://api.github.com");
  await expect(github.downloadArtifact(11, 100)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
});

test("octokit is not loaded before the first call", async () => {
  const script = `
    import { registerHooks } from "node:module";
    const asked = [];
    registerHooks({ resolve: (name, context, next) => (asked.push(name), next(name, context)) });
    const { createGitHub } = await import(${JSON.stringify(import.meta.resolve("../../../src/adapters/github/create-github.ts"))});
    const github = createGitHub(
      { repository: { owner: "octo", name: "fair" }, auth: { token: "t" }, baseUrl: "http://127.0.0.1:9", limits: { retries: 0 } },
      { clock: { now: () => new Date().toISOString(), elapsedMs: () => 0 } },
    );
    const loaded = () => asked.some((name) => name.startsWith("@octokit/core"));
    const before = loaded();
    await github.getRef("refs/heads/main").catch(() => {});
    console.log(JSON.stringify([before, loaded()]));
  `;
  const { stdout } = await execa(process.execPath, ["--input-type=module", "--eval", script]);
  expect(JSON.parse(stdout)).toEqual([false, true]);
});

test("nothing is sent when it is made", async () => {
  const { github } = openGitHubOn("https://api.github.com");
  expect(github.getUsage()).toEqual({ calls: 0, cached: 0, hitRate: 0, byRoute: {}, remaining: null });
  nock("https://api.github.com")
    .get("/repos/octo/fair/git/ref/heads%2Fmain")
    .reply(200, { ref: "refs/heads/main", object: { sha } });
  expect(await github.getRef("refs/heads/main")).toBe(sha);
  expect(github.getUsage().byRoute).toEqual({ "GET /repos/{owner}/{repo}/git/ref/{ref}": 1 });
});
