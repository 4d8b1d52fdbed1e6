import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { isFullCorpus } from "../../helpers/corpus.ts";
import type { Json } from "../../helpers/github-rig/api-call.ts";
import { limitFiles } from "../../helpers/github-rig/limit-files.ts";
import { type GitHubRig, openGitHubRig } from "../../helpers/github-rig/open-github-rig.ts";
import { findSacredWrites } from "../../helpers/github-rig/publish-on-rig.ts";
import { type JobEnds, listFailures, runWorkflow } from "../../helpers/github-rig/run-jobs.ts";

const at = "/repos/octo/project";

// One repository through a night, the morning after and the next night: each test goes on from the one before it.
describe.skipIf(!(await isBubblewrapHere()))("on GitHub, by the workflow's three jobs,", () => {
  let rig: GitHubRig;
  let night: JobEnds;
  const listPulls = async () => (await rig.ask("GET", `${at}/pulls?state=all`)) as unknown as readonly Json[];
  const runNight = async (): Promise<JobEnds> => {
    const headSha = (await rig.readRef("refs/heads/main")) ?? "";
    const run = rig.runs.add({ workflow: "nightshift.yml", event: "schedule", headSha });
    return await runWorkflow(run, { brain: "search", "max-cycles": "2" }, rig);
  };

  beforeAll(async () => {
    rig = await openGitHubRig(limitFiles());
    night = await runNight();
  }, 300_000);
  afterAll(async () => await rig?.[Symbol.asyncDispose]());

  it("a night finds what fails, mends it, verifies it elsewhere and offers it as a draft", async () => {
    const { campaign, verify, publish } = night;
    expect(listFailures(night)).toEqual([]);
    expect(publish?.code).toBe(0);
    expect(publish?.log).toMatch(/\d+ calls of GitHub's API, \d+ .*answered from the cache, [\d?]+ left/);
    expect(campaign?.outputs).toMatchObject({ promoted: "1", "stop-reason": "NO_WORK_FOUND" });
    expect(verify?.outputs).toMatchObject({ verified: "1", dropped: "0" });
    const [pull, ...others] = await listPulls();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      ...{ draft: true, state: "open", user: { login: "nightshift[bot]" }, base: { ref: "main" } },
      title: "fix: compare with <= instead of < in isWithin (src/limit.js)",
    });
    expect(pull?.body).toContain("`green: 1 fixed, nothing broken, nothing fails`");
    expect(JSON.parse(publish?.outputs["pull-requests"] ?? "")).toEqual([pull?.html_url]);
  });

  it("what GitHub has then is what git makes of it, and the default branch is where it was", async () => {
    const dir = await rig.checkOut();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", dir, ...args], { encoding: "utf8" });
    expect(git("diff", "--stat", "origin/main", "origin/nightshift/master")).toContain("src/limit.js");
    const branch = git("for-each-ref", "--format=%(refname)", "refs/remotes/origin/nightshift/fix").trim();
    expect(git("diff", "origin/nightshift/master", branch)).toBe("");
    expect(git("log", "--format=%s", "origin/main").trim().split("\n")).toEqual(["base", "Initial commit"]);
    expect(git("ls-tree", "--name-only", "origin/nightshift/memory")).toContain("lessons.jsonl");
    git("fsck", "--strict");
  });

  // In small the App's story has this part.
  const itInFull = isFullCorpus ? it : () => {};
  itInFull("a person merges, and the next night repeats nothing", async () => {
    const [pull] = await listPulls();
    const query =
      "mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { x } }";
    await rig.ask("POST", "/graphql", { query, variables: { id: pull?.node_id } });
    await rig.ask("PUT", `${at}/pulls/${pull?.number}/merge`, {});
    const next = await runNight();
    expect(listFailures(next)).toEqual([]);
    expect(next.campaign?.outputs).toMatchObject({ promoted: "0", "stop-reason": "NO_WORK_FOUND" });
    expect(await listPulls()).toHaveLength(1);
  });

  it("nothing but a person's merge ever moved the default branch, and every answer was as GitHub describes it", () => {
    expect(findSacredWrites(rig)).toEqual([]);
    const moved = rig.proxy.log.filter((call) => call.movedSacred);
    expect(new Set(moved.map(({ caller }) => caller?.kind))).toEqual(new Set(["person"]));
    expect(rig.proxy.mismatches).toEqual([]);
  });
});
