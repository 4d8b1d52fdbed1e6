import { describe, expect, test } from "vitest";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { openLoopbackGitHub, type ScriptedAnswer, type SeenRequest } from "../../helpers/loopback-github.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
const ref = "refs/heads/nightshift/master";
const refBody = { ref, object: { sha } };
const cut: ScriptedAnswer = {
  act: (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"ref": ');
    setImmediate(() => response.destroy());
  },
};
const refused = (status: number, message: string, headers: Record<string, string> = {}): ScriptedAnswer => ({
  status,
  headers,
  body: { message },
});
const inTurn =
  (...answers: readonly ScriptedAnswer[]) =>
  (_request: SeenRequest, number: number): ScriptedAnswer =>
    answers[Math.min(number, answers.length - 1)] ?? { status: 500 };
const ok: ScriptedAnswer = { status: 200, body: refBody };
const pullRequest = { title: "t", body: "b", head: "nightshift/fix/c-1", base: "main" };

describe("one client under several guards", () => {
  test("counts what all of them use, and holds each to its own guard", async () => {
    await using server = await openLoopbackGitHub(inTurn(ok));
    const { github } = openGitHubOn(server.url);
    const other = github.guardedBy({ prefix: "elsewhere", sacred: "main" });
    await github.getRef(ref);
    await other.getRef(ref);
    expect(github.getUsage().calls).toBe(2);
    expect(other.getUsage()).toEqual(github.getUsage());
    await expect(other.updateRef(ref, sha)).rejects.toMatchObject({ code: "REF_OUTSIDE_PREFIX" });
    expect(server.seen).toHaveLength(2);
  });

  test("sends nothing once the time of its task is up", async () => {
    await using server = await openLoopbackGitHub(inTurn(ok));
    const controller = new AbortController();
    const { github } = openGitHubOn(server.url, { signal: controller.signal });
    expect(await github.getRef(ref)).toBe(sha);
    controller.abort();
    for (const port of [github, github.guardedBy({ prefix: "nightshift", sacred: "main" })])
      await expect(port.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_CLOSED" });
    expect(server.seen).toHaveLength(1);
  });
});

describe("reads", () => {
  test.each([
    ["a 502", refused(502, "Bad gateway")],
    ["a cut answer", cut],
  ])("are put again after %s", async (_name, fault) => {
    await using server = await openLoopbackGitHub(inTurn(fault, fault, ok));
    const { github } = openGitHubOn(server.url);
    expect(await github.getRef(ref)).toBe(sha);
    expect(server.seen).toHaveLength(3);
  });

  test("give up after as many repetitions as are allowed", async () => {
    await using server = await openLoopbackGitHub(inTurn(refused(503, "Unicorn")));
    const { github } = openGitHubOn(server.url, { limits: { retries: 2 } });
    await expect(github.getRef(ref)).rejects.toMatchObject({
      code: "GITHUB_UNAVAILABLE",
      message: expect.stringContaining("Unicorn"),
    });
    expect(server.seen).toHaveLength(3);
    expect(github.getUsage().calls).toBe(3);
  });

  test.each([404, 403, 422, 410])("are not put again after %i", async (status) => {
    await using server = await openLoopbackGitHub(inTurn(refused(status, "No")));
    await openGitHubOn(server.url)
      .github.getPullRequest(1)
      .catch(() => null);
    expect(server.seen).toHaveLength(1);
  });

  test("that take longer than allowed are GITHUB_UNAVAILABLE", async () => {
    await using server = await openLoopbackGitHub(() => ({ act: () => {} }));
    const { github } = openGitHubOn(server.url, { limits: { timeoutMs: 50, retries: 1 } });
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_UNAVAILABLE" });
    expect(server.seen).toHaveLength(2);
  });

  test("whose body trickles longer than allowed are GITHUB_UNAVAILABLE", async () => {
    await using server = await openLoopbackGitHub(() => ({
      act: (response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write("{");
      },
    }));
    const { github } = openGitHubOn(server.url, { limits: { timeoutMs: 50, retries: 0 } });
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_UNAVAILABLE" });
  });

  test("of nobody who listens are GITHUB_UNAVAILABLE", async () => {
    const { github } = openGitHubOn("http://127.0.0.1:9", { limits: { retries: 0 } });
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_UNAVAILABLE" });
    await expect(github.markReadyForReview({ nodeId: "PR_1" })).rejects.toMatchObject({
      code: "GITHUB_UNAVAILABLE",
    });
  });

  test("with an answer of another form are GITHUB_INVALID, whatever the status says", async () => {
    await using server = await openLoopbackGitHub(
      inTurn({ status: 200, body: { ref, object: { sha: "x" } } }),
    );
    await expect(openGitHubOn(server.url).github.getRef(ref)).rejects.toMatchObject({
      code: "GITHUB_INVALID",
    });
  });

  test("are not read beyond the bound", async () => {
    await using server = await openLoopbackGitHub(inTurn({ status: 200, body: { text: "x".repeat(5_000) } }));
    const { github } = openGitHubOn(server.url, { limits: { maxAnswerBytes: 1_000 } });
    await expect(github.getRef(ref)).rejects.toMatchObject({
      code: "GITHUB_INVALID",
      message: expect.stringContaining("1000 bytes"),
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe("writes", () => {
  test.each([
    ["a 502", refused(502, "Bad gateway")],
    ["a cut answer", cut],
  ])("that make something new are never put again after %s", async (_name, fault) => {
    await using server = await openLoopbackGitHub(inTurn(fault));
    const { github } = openGitHubOn(server.url);
    for (const write of [
      () => github.createPullRequest(pullRequest),
      () => github.createComment(1, "b"),
      () => github.createIssue({ title: "t", body: "b", labels: [] }),
      () => github.dispatchWorkflow("a.yml", "refs/heads/main", {}),
      () => github.createCommit({ tree: sha, parents: [sha], message: "m" }),
    ]) {
      const before = server.seen.length;
      await expect(write()).rejects.toMatchObject({ code: "GITHUB_UNAVAILABLE" });
      expect(server.seen.length - before).toBe(1);
    }
  });

  test("of what its content names are put again", async () => {
    await using server = await openLoopbackGitHub(inTurn(cut, { status: 201, body: { sha } }));
    expect(await openGitHubOn(server.url).github.createBlob(Buffer.from("a"))).toBe(sha);
    expect(server.seen.map(({ method }) => method)).toEqual(["POST", "POST"]);
  });

  test("of a ref look first whether the server did it", async () => {
    await using server = await openLoopbackGitHub(inTurn(cut, ok));
    expect(await openGitHubOn(server.url).github.createRef(ref, sha)).toEqual({ status: "done" });
    expect(server.seen.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  test("of a ref that the server did not do are put once more", async () => {
    const old = { status: 200, body: { ref, object: { sha: "0".repeat(40) } } };
    await using server = await openLoopbackGitHub(inTurn(refused(502, "Bad"), old, ok));
    expect(await openGitHubOn(server.url).github.updateRef(ref, sha)).toEqual({ status: "done" });
    expect(server.seen.map(({ method }) => method)).toEqual(["PATCH", "GET", "PATCH"]);
  });

  test("of a ref that came through late count as done, and those of others do not", async () => {
    const gone = refused(404, "Not Found");
    const exists = refused(422, "Reference already exists");
    await using late = await openLoopbackGitHub(inTurn(cut, gone, exists, ok));
    expect(await openGitHubOn(late.url).github.createRef(ref, sha)).toEqual({ status: "done" });
    const other = { status: 200, body: { ref, object: { sha: "0".repeat(40) } } };
    await using taken = await openLoopbackGitHub(inTurn(cut, gone, exists, other));
    expect(await openGitHubOn(taken.url).github.createRef(ref, sha)).toMatchObject({ status: "moved" });
  });

  test("of a merge whose answer is lost look at the pull request", async () => {
    const guard = { prefix: "nightshift", sacred: "main", mayMerge: true };
    const branch = { ref: "nightshift/fix/c-1", sha, label: "octo:x", repo: { id: 1 } };
    const found = (merged: boolean) => ({
      status: 200,
      body: {
        ...{ number: 1, node_id: "PR_1", title: "t", body: null, state: "closed", labels: [], user: null },
        ...{ merged, merge_commit_sha: sha, head: branch, base: { ...branch, ref: "main" }, html_url: "u" },
      },
    });
    await using done = await openLoopbackGitHub(inTurn(cut, found(true)));
    expect(await openGitHubOn(done.url, { guard }).github.merge(1, sha)).toEqual({ status: "done" });
    await using not = await openLoopbackGitHub(inTurn(cut, found(false)));
    await expect(openGitHubOn(not.url, { guard }).github.merge(1, sha)).rejects.toMatchObject({
      code: "GITHUB_UNAVAILABLE",
    });
    expect(not.seen.map(({ method }) => method)).toEqual(["PUT", "GET"]);
  });
});

describe("limits of GitHub", () => {
  test.each([
    ["403 with Retry-After", refused(403, "Slow down", { "retry-after": "3" })],
    ["a secondary limit", refused(403, "You have exceeded a secondary rate limit", { "retry-after": "3" })],
    ["429 alone", refused(429, "Too many requests")],
    ["429 with a date", refused(429, "No", { "retry-after": new Date(Date.now() + 3_000).toUTCString() })],
  ])("%s is waited for, and the same request, a write too, is put again", async (_name, limit) => {
    await using server = await openLoopbackGitHub(inTurn(limit, { status: 201, body: { sha } }));
    const { github } = openGitHubOn(server.url);
    expect(await github.createCommit({ tree: sha, parents: [], message: "m" })).toBe(sha);
    expect(server.seen).toHaveLength(2);
  });

  test("a pause that is longer than the limit is GITHUB_RATE_LIMITED at once, and nobody asks before it is over", async () => {
    await using server = await openLoopbackGitHub(
      inTurn(refused(403, "Slow", { "retry-after": "99000000" })),
    );
    const { github } = openGitHubOn(server.url);
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
    await expect(github.createBlob(Buffer.from(""))).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
    expect(server.seen).toHaveLength(1);
  });

  test("a limit that stays is given up after two pauses", async () => {
    await using server = await openLoopbackGitHub(inTurn(refused(429, "No", { "retry-after": "1" })));
    await expect(openGitHubOn(server.url).github.getRef(ref)).rejects.toMatchObject({
      code: "GITHUB_RATE_LIMITED",
    });
    expect(server.seen).toHaveLength(3);
  });

  test("a quota that is used up is GITHUB_RATE_LIMITED, and the next call is not sent", async () => {
    const reset = String(Math.floor(Date.now() / 1_000) + 3_000);
    const headers = {
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": reset,
    };
    await using server = await openLoopbackGitHub(inTurn(refused(403, "API rate limit exceeded", headers)));
    const { github } = openGitHubOn(server.url);
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_RATE_LIMITED" });
    expect(server.seen).toHaveLength(1);
    expect(github.getUsage().remaining).toBe(0);
  });

  test("writes are held apart, those that notify people three times as far", async () => {
    await using server = await openLoopbackGitHub(() => ({ status: 201, body: { sha, ...comment } }));
    const { github, slept } = openGitHubOn(server.url, { limits: { writeGapMs: 100_000 } });
    await github.createBlob(Buffer.from("a"));
    await github.createBlob(Buffer.from("b"));
    await github.createComment(1, "b");
    await github.createComment(1, "b");
    const rounded = slept.map((ms) => Math.round(ms / 100_000));
    expect(rounded).toEqual([1, 2, 3, 3]);
  });
});

const comment = { id: 1, user: null, body: "b", created_at: "", updated_at: "" };

describe("redirects", () => {
  test("a renamed repository is followed by its id, with the token", async () => {
    await using server = await openLoopbackGitHub(({ path }) =>
      path.startsWith("/repos/")
        ? {
            status: path.includes("/pulls") ? 307 : 301,
            headers: { location: path.replace("/repos/octo/fair", "/repositories/7") },
          }
        : { status: 200, body: refBody },
    );
    const { github } = openGitHubOn(server.url);
    expect(await github.getRef(ref)).toBe(sha);
    await github.updatePullRequest(1, { title: "t" });
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /repos/octo/fair/git/ref/heads%2Fnightshift%2Fmaster",
      "GET /repositories/7/git/ref/heads%2Fnightshift%2Fmaster",
      "PATCH /repos/octo/fair/pulls/1",
      "PATCH /repositories/7/pulls/1",
    ]);
    expect(server.seen.every(({ headers }) => headers.authorization?.includes("token-of-a-test"))).toBe(true);
    expect(server.seen.at(-1)?.body).toEqual({ title: "t" });
  });

  test("another host is never followed", async () => {
    await using other = await openLoopbackGitHub(() => ({ status: 200, body: refBody }));
    await using server = await openLoopbackGitHub(({ path }) => ({
      status: 307,
      headers: { location: other.url + path },
    }));
    const { github } = openGitHubOn(server.url);
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
    await expect(github.createRef(ref, sha)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
    expect(other.seen).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  test("a write is not followed where the method would change, and a circle ends", async () => {
    await using server = await openLoopbackGitHub(({ path }) => ({
      status: 301,
      headers: { location: path },
    }));
    const { github } = openGitHubOn(server.url);
    await expect(github.createRef(ref, sha)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
    expect(server.seen).toHaveLength(1);
    await expect(github.getRef(ref)).rejects.toMatchObject({ code: "GITHUB_INVALID" });
    expect(server.seen).toHaveLength(5);
  });
});
