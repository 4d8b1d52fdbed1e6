import { describe, expect, test } from "vitest";
import type { GitHub } from "../../../src/github-port.ts";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { openLoopbackGitHub } from "../../helpers/loopback-github.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
const ref = "refs/heads/nightshift/master";
const guard = { prefix: "nightshift", sacred: "main", mayMerge: true };

/** What a call comes to when GitHub refuses it with these words. */
async function refuse(
  call: (github: GitHub) => Promise<unknown>,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  await using server = await openLoopbackGitHub(() => ({ status, body, headers }));
  const { github } = openGitHubOn(server.url, { guard });
  return await call(github).catch((error: unknown) => error);
}

const create = (github: GitHub) => github.createRef(ref, sha);
const update = (github: GitHub) => github.updateRef(ref, sha);
const remove = (github: GitHub) => github.deleteRef(ref);
const merge = (github: GitHub) => github.merge(1, sha);
const open = (github: GitHub) =>
  github.createPullRequest({ title: "t", body: "b", head: "nightshift/fix/c-1", base: "main" });
const dispatch = (github: GitHub) => github.dispatchWorkflow("nightshift.yml", "refs/heads/main", {});

describe("a write that others were quicker with", () => {
  test.each([
    ["create", create, 422, "Reference already exists"],
    ["update", update, 422, "Update is not a fast forward"],
    ["update of what is gone", update, 422, "Reference does not exist"],
    ["update, as a conflict", update, 409, "is at 0000000 but expected 1111111"],
    ["delete", remove, 422, "Reference does not exist"],
    ["delete, as not found", remove, 404, "Not Found"],
    ["merge", merge, 409, "Head branch was modified. Review and try the merge again."],
  ])("%s: moved", async (_name, call, status, message) => {
    expect(await refuse(call, status, { message })).toMatchObject({ status: "moved" });
  });
});

describe("a write that a rule forbids", () => {
  test.each([
    [
      "a ruleset",
      create,
      422,
      "Repository rule violations found\n\nCannot create ref due to creations being restricted.",
    ],
    ["a protected branch", update, 422, "Changes must be made through a pull request."],
    ["a protected branch, as 403", update, 403, "Cannot update this protected ref."],
    ["a required review", merge, 405, "At least 1 approving review is required"],
    ["a disabled workflow", dispatch, 422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow"],
    ["a workflow without the trigger", dispatch, 422, "Workflow does not have 'workflow_dispatch' trigger"],
    [
      "a switch in the settings",
      open,
      403,
      "GitHub Actions is not permitted to create or approve pull requests.",
    ],
    ["a plan without drafts", open, 422, "Draft pull requests are not supported in this repository."],
  ])("%s: forbidden, with GitHub's words", async (_name, call, status, message) => {
    expect(await refuse(call, status, { message })).toEqual({
      status: "forbidden",
      reason: message.replaceAll(/\s+/g, " "),
    });
  });

  test("a second pull request of a branch exists", async () => {
    const body = {
      message: "Validation Failed",
      errors: [
        { resource: "PullRequest", code: "custom", message: "A pull request already exists for octo:x." },
      ],
    };
    expect(await refuse(open, 422, body)).toMatchObject({ status: "exists" });
  });
});

describe("what a person has to mend is thrown, with what to do", () => {
  test.each([
    [401, "Bad credentials", "GITHUB_UNAUTHORIZED", "token"],
    [403, "Resource not accessible by integration", "GITHUB_FORBIDDEN", "contents: write"],
    [403, "Repository was archived so is read-only.", "GITHUB_FORBIDDEN", "unarchived"],
    [403, "Resource protected by organization SAML enforcement.", "GITHUB_FORBIDDEN", "single sign-on"],
    [403, "your IP address is not permitted: IP allow list enabled", "GITHUB_FORBIDDEN", "allow list"],
    [404, "Not Found", "GITHUB_NOT_FOUND", "contents: write"],
    [410, "Gone", "GITHUB_NOT_FOUND", "settings"],
    [422, "Object does not exist", "GITHUB_INVALID", "words"],
    [451, "Repository access blocked", "GITHUB_INVALID", "words"],
    [500, "Server Error", "GITHUB_UNAVAILABLE", "later"],
  ])("%i %s: %s", async (status, message, code, hint) => {
    const error = await refuse(create, status, { message });
    expect(error).toMatchObject({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  test("the permissions that GitHub itself names come first", async () => {
    const message = "Resource not accessible by personal access token";
    const headers = { "x-accepted-github-permissions": "contents=write; contents=write,workflows=write" };
    expect(await refuse(create, 403, { message }, headers)).toMatchObject({
      hint: expect.stringContaining("contents: write or contents: write and workflows: write"),
    });
    const odd = { "x-accepted-github-permissions": "<b>contents=write</b>" };
    expect(await refuse(create, 403, { message }, odd)).toMatchObject({
      hint: expect.not.stringContaining("<b>"),
    });
  });

  test("GitHub's words are one line, cut, and never hold the token", async () => {
    const error = await refuse(create, 422, { message: `a\n\u001b[31mtoken-of-a-test ${"x".repeat(9_000)}` });
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    expect(message.length).toBeLessThan(700);
    expect(message).toContain("a [31m***");
    expect(message).not.toContain("\n");
    expect(message).not.toContain("\u001b");
  });

  test("lookups give null for what is not there, and throw for what may not be seen", async () => {
    const finds: readonly ((github: GitHub) => Promise<unknown>)[] = [
      (github) => github.getRef(ref),
      (github) => github.getCommit(sha),
      (github) => github.readFile(sha, "a.ts"),
      (github) => github.getPullRequest(1),
      (github) => github.getIssue(1),
      (github) => github.getRun(1),
    ];
    for (const find of finds) {
      expect(await refuse(find, 404, { message: "Not Found" })).toBeNull();
      expect(await refuse(find, 403, { message: "No" })).toMatchObject({ code: "GITHUB_FORBIDDEN" });
    }
    expect(
      await refuse((github) => github.getRef(ref), 409, { message: "Git Repository is empty." }),
    ).toBeNull();
    expect(await refuse((github) => github.getPermission("nobody"), 404, {})).toBe("none");
    expect(await refuse((github) => github.listRuns({ workflow: "a.yml", limit: 3 }), 404, {})).toEqual([]);
  });
});

describe("ready for review", () => {
  const ready = (github: GitHub) => github.markReadyForReview({ nodeId: "PR_1" });
  const fault = (type: string, message: string) => ({ data: null, errors: [{ type, message }] });

  test.each([
    [
      "is done",
      { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } },
      { status: "done" },
    ],
    ["was ready before", fault("UNPROCESSABLE", "Pull request is not a draft"), { status: "done" }],
    ["a rule forbids", fault("UNPROCESSABLE", "No"), { status: "forbidden", reason: "No" }],
    ["needs permissions", fault("FORBIDDEN", "Resource not accessible"), { code: "GITHUB_FORBIDDEN" }],
    ["is gone", fault("NOT_FOUND", "Could not resolve"), { code: "GITHUB_NOT_FOUND" }],
    ["is over the quota", fault("RATE_LIMITED", "API rate limit"), { code: "GITHUB_RATE_LIMITED" }],
    ["says nothing", { data: null }, { code: "GITHUB_INVALID" }],
  ])("%s", async (_name, body, expected) => {
    expect(await refuse(ready, 200, body)).toMatchObject(expected);
  });
});

describe("starting a workflow", () => {
  const accepted = {
    status: 200,
    body: { workflow_run_id: 71, run_url: "https://x/71", html_url: "https://x/71" },
  };
  const old = { status: 204 };

  test.each([
    ["tells the run where the server does", [accepted], 71, 1],
    ["tells none where the server does not", [old], null, 1],
    [
      "asks an older server again without what it does not know",
      [
        {
          status: 422,
          body: { message: 'Invalid request.\n\n"return_run_details" is not a permitted key.' },
        },
        old,
      ],
      null,
      2,
    ],
  ])("%s", async (_name, answers, run, requests) => {
    await using server = await openLoopbackGitHub((_request, number) => answers[number] ?? { status: 500 });
    const { github } = openGitHubOn(server.url);
    expect(await dispatch(github)).toEqual({ status: "done", run });
    expect(server.seen).toHaveLength(requests);
  });
});
