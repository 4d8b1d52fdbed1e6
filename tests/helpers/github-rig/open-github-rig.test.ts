import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGitHubOn } from "../github-on.ts";
import { type GitHubRig, openGitHubRig, people } from "./open-github-rig.ts";
import { findSacredWrites } from "./publish-on-rig.ts";

const at = "/repos/octo/project";
const repository = { owner: "octo", name: "project" };
let rig: GitHubRig;

beforeAll(async () => {
  rig = await openGitHubRig({ "src/a.js": "a\n" });
});
afterAll(async () => await rig?.[Symbol.asyncDispose]());

async function openAs(permissions: Parameters<GitHubRig["openToken"]>[0]) {
  const token = await rig.openToken(permissions);
  return openGitHubOn(rig.proxy.url, { repository, auth: { token } }).github;
}

describe("the rig's GitHub, by the real adapter,", () => {
  it("refuses unknown tokens, and robots what they have no permission for", async () => {
    const { github: stranger } = openGitHubOn(rig.proxy.url, { repository, auth: { token: "made-up" } });
    await expect(stranger.getRepository()).rejects.toMatchObject({ code: "GITHUB_UNAUTHORIZED" });
    const reader = await openAs({ contents: "read" });
    expect(await reader.readFile((await rig.readRef("refs/heads/main")) ?? "", "src/a.js")).toEqual(
      Buffer.from("a\n"),
    );
    await expect(reader.createBlob(Buffer.from("b"))).rejects.toMatchObject({
      code: "GITHUB_FORBIDDEN",
      hint: expect.stringContaining("contents: write"),
    });
    await expect(reader.listRuns({ workflow: "nightshift.yml", limit: 1 })).rejects.toMatchObject({
      code: "GITHUB_FORBIDDEN",
    });
  });

  it("knows one open pull request for a branch, and merges no draft", async () => {
    const writer = await openAs({ contents: "write", pull_requests: "write" });
    const main = (await rig.readRef("refs/heads/main")) ?? "";
    const tree = await writer.createTree((await writer.getCommit(main))?.tree ?? "", [
      { path: "b", mode: "100644", sha: await writer.createBlob(Buffer.from("b")) },
    ]);
    const commit = await writer.createCommit({ tree, parents: [main], message: "m" });
    await writer.createRef("refs/heads/nightshift/fix/c-1", commit);
    const input = { title: "t", body: "b", head: "nightshift/fix/c-1", base: "main" };
    const made = await writer.createPullRequest(input);
    if (made.status !== "created") throw new Error(made.reason);
    expect(await writer.createPullRequest(input)).toMatchObject({ status: "exists" });
    const { number, nodeId } = made.pullRequest;
    await expect(rig.ask("PUT", `${at}/pulls/${number}/merge`, {})).rejects.toThrow("405");
    expect(await writer.markReadyForReview({ nodeId })).toEqual({ status: "done" });
    expect(await writer.getPullRequest(number)).toMatchObject({ isDraft: false });
    await expect(writer.markReadyForReview({ nodeId: "PR_none" })).rejects.toMatchObject({
      code: "GITHUB_NOT_FOUND",
    });
    await expect(
      writer.createTree(tree, [{ path: "not there", mode: "100644", sha: null }]),
    ).rejects.toMatchObject({ code: "GITHUB_INVALID" });
  });

  it("has workflows, runs, and artifacts whose link needs no token", async () => {
    rig.runs.workflows.add("nightshift.yml");
    const starter = await openAs({ actions: "write", contents: "read" });
    const started = await starter.dispatchWorkflow("nightshift.yml", "main", { goal: "g" });
    const [run] = await starter.listRuns({ workflow: "nightshift.yml", limit: 5 });
    expect(started).toEqual({ status: "done", run: run?.id });
    expect(run).toMatchObject({
      status: "queued",
      event: "workflow_dispatch",
      headRepository: rig.repository,
    });
    rig.runs.upload(run?.id ?? 0, "nightshift-bundle", Buffer.from("a zip"));
    const [artifact] = await starter.listArtifacts(run?.id ?? 0);
    expect(artifact).toMatchObject({ name: "nightshift-bundle", sizeBytes: 5 });
    expect(await starter.downloadArtifact(artifact?.id ?? 0, 100)).toEqual(Buffer.from("a zip"));
    expect(await starter.cancelRun(run?.id ?? 0)).toEqual({ status: "done" });
    await expect(starter.dispatchWorkflow("other.yml", "main", {})).rejects.toMatchObject({
      code: "GITHUB_NOT_FOUND",
    });
  });

  it("tells who may write, keeps one reaction of each kind, and sends nothing again that has not changed", async () => {
    const app = await openAs({ issues: "write", contents: "read" });
    expect(await app.getPermission("octo")).toBe("admin");
    expect(await app.getPermission("visitor")).toBe("read");
    const issue = await rig.ask("POST", `${at}/issues`, { title: "t" }, people.visitor);
    const comment = await app.createComment(Number(issue.number), "c");
    await app.react(comment.id, "eyes");
    await app.react(comment.id, "eyes");
    expect([...rig.reactions]).toEqual([`${comment.id} nightshift[bot] eyes`]);
    const first = await fetch(`${rig.proxy.url}${at}`, {
      headers: { authorization: `Bearer ${people.maintainer}` },
    });
    const etag = first.headers.get("etag") ?? "";
    const headers = { authorization: `Bearer ${people.maintainer}`, "if-none-match": etag };
    expect((await fetch(`${rig.proxy.url}${at}`, { headers })).status).toBe(304);
  });

  it("sees who moved the default branch, and who tried to", async () => {
    const writer = await rig.openToken({ contents: "write" });
    const main = (await rig.readRef("refs/heads/main")) ?? "";
    const { tree } = await rig.ask("GET", `${at}/git/commits/${main}`);
    const commit = await rig.ask(
      "POST",
      `${at}/git/commits`,
      { message: "m", tree: Reflect.get(Object(tree), "sha"), parents: [main] },
      writer,
    );
    expect(findSacredWrites(rig)).toEqual([]);
    await rig.ask("PATCH", `${at}/git/refs/heads%2Fmain`, { sha: commit.sha }, writer);
    await expect(rig.ask("PATCH", `${at}/git/refs/heads%2Fmain`, { sha: "0" }, writer)).rejects.toThrow(
      "422",
    );
    const named = { ref: "refs/heads/main", sha: commit.sha };
    await expect(rig.ask("POST", `${at}/git/refs`, named, writer)).rejects.toThrow("422");
    expect(findSacredWrites(rig)).toEqual([
      "PATCH /repos/octo/project/git/refs/heads%2Fmain 200",
      "PATCH /repos/octo/project/git/refs/heads%2Fmain 422",
      "POST /repos/octo/project/git/refs 422",
    ]);
  });

  it("is a remote that git can clone, and answers as GitHub's description says", async () => {
    const dir = await rig.checkOut();
    execFileSync("git", ["-C", dir, "fsck", "--strict"], { stdio: "pipe" });
    expect(rig.proxy.mismatches).toEqual([]);
  });
});
