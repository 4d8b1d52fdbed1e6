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

test("nothing is sent when it is made, and what it loads it loads with the first call", async () => {
  const { github } = openGitHubOn("https://api.github.com");
  expect(github.getUsage()).toEqual({ calls: 0, cached: 0, hitRate: 0, byRoute: {}, remaining: null });
  nock("https://api.github.com")
    .get("/repos/octo/fair/git/ref/heads%2Fmain")
    .reply(200, { ref: "refs/heads/main", object: { sha } });
  expect(await github.getRef("refs/heads/main")).toBe(sha);
  expect(github.getUsage().byRoute).toEqual({ "GET /repos/{owner}/{repo}/git/ref/{ref}": 1 });
});
