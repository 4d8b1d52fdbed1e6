import { createEmulator, type Emulator } from "emulate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GitHubAdapter } from "../../../src/adapters/github/create-github.ts";
import { openGitHubOn } from "../../helpers/github-on.ts";

const repository = { owner: "octo", name: "fair" };
const writes = { contents: "write", pull_requests: "write", issues: "write", metadata: "read" };
let emulator: Emulator;
let github: GitHubAdapter;
let main: string;

/** The App on an installation with permissions of its own. */
function openApp(installationId: number): GitHubAdapter {
  const pem = emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key")?.value ?? "";
  return openGitHubOn(emulator.url, {
    repository,
    // As it stands in an environment file.
    auth: { appId: 12_345, privateKey: pem.replaceAll("\n", "\\n"), installationId },
    limits: { writeGapMs: 0 },
  }).github;
}

beforeAll(async () => {
  const app = { app_id: 12_345, slug: "nightshift", name: "Nightshift", permissions: writes };
  const installations = [
    { installation_id: 100, account: "octo", permissions: writes },
    { installation_id: 101, account: "octo", permissions: { contents: "read", metadata: "read" } },
  ];
  emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      github: {
        users: [{ login: "octo" }, { login: "visitor" }],
        repos: [{ ...repository, auto_init: true }],
        apps: [{ ...app, installations }],
      },
    } as never,
  });
  github = openApp(100);
  main = (await github.getRef("refs/heads/main")) ?? "";
});
afterAll(() => emulator?.close());

describe("on a stateful stand-in for GitHub, signed in as an App", () => {
  test("a promotion becomes a commit, a snapshot, a branch and a draft pull request", async () => {
    expect(await github.getRepository()).toMatchObject({
      defaultBranch: "main",
      isEmpty: false,
      isArchived: false,
    });
    const base = await github.getCommit(main);
    const blob = await github.createBlob(Buffer.from("hello\n"));
    expect(blob).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
    const tree = await github.createTree(base?.tree ?? "", [
      { path: "src/a b.txt", mode: "100755", sha: blob },
    ]);
    expect(await github.listTree(tree)).toContainEqual({ path: "src/a b.txt", mode: "100755", sha: blob });
    const commit = await github.createCommit({ tree, parents: [main], message: "fix: a" });
    expect(await github.getCommit(commit)).toEqual({ tree, parents: [main], message: "fix: a" });

    const ref = "refs/heads/nightshift/fix/c-1";
    expect(await github.createRef("refs/tags/nightshift/snapshot/c/1", main)).toEqual({ status: "done" });
    expect(await github.createRef(ref, main)).toEqual({ status: "done" });
    expect(await github.createRef(ref, main)).toMatchObject({ status: "moved" });
    expect(await github.updateRef(ref, commit)).toEqual({ status: "done" });
    expect(await github.updateRef(ref, main)).toMatchObject({ status: "moved" });
    expect((await github.listRefs("refs/heads/nightshift/")).map((each) => each.ref)).toEqual([ref]);
    expect(await github.readFile(commit, "src/a b.txt")).toEqual(Buffer.from("hello\n"));

    const head = "nightshift/fix/c-1";
    const opened = await github.createPullRequest({ title: "t", body: "b", head, base: "main" });
    expect(opened).toMatchObject({
      status: "created",
      pullRequest: { isDraft: true, headRef: head, headSha: commit },
    });
    expect(await github.listPullRequests({ state: "open", head, limit: 5 })).toHaveLength(1);
    expect(await github.listPullRequests({ state: "open", head: "nightshift/other", limit: 5 })).toEqual([]);
  });

  test("an issue has labels and comments that are kept current", async () => {
    await github.ensureLabel({ name: "nightshift", color: "0e8a16", description: "d" });
    await github.ensureLabel({ name: "nightshift", color: "0e8a16", description: "d" });
    const { number } = await github.createIssue({ title: "t", body: "b", labels: ["nightshift"] });
    const { id } = await github.createComment(number, "one");
    await github.updateComment(id, "two");
    expect(await github.listComments(number)).toMatchObject([{ id, body: "two", isBot: true }]);
    await github.addLabels(number, ["nightshift:declined"]);
    await github.removeLabel(number, "nightshift");
    await github.removeLabel(number, "nightshift");
    expect(await github.getIssue(number)).toMatchObject({
      labels: ["nightshift:declined"],
      isPullRequest: false,
    });
    expect(
      await github.listIssues({ state: "open", labels: ["nightshift:declined"], limit: 5 }),
    ).toHaveLength(1);
  });

  test("an installation that may only read is told which permission is missing", async () => {
    const reader = openApp(101);
    expect(await reader.getRef("refs/heads/main")).toBe(main);
    await expect(reader.createRef("refs/heads/nightshift/a", main)).rejects.toMatchObject({
      code: "GITHUB_FORBIDDEN",
      hint: expect.stringContaining("contents: write"),
    });
    await expect(reader.createIssue({ title: "t", body: "b", labels: [] })).rejects.toMatchObject({
      hint: expect.stringContaining("issues: write"),
    });
  });

  test("an App with a wrong key is told that its sign-in is wrong", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
    const key = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    const auth = { appId: 12_345, privateKey: key, installationId: 100 };
    const stranger = openGitHubOn(emulator.url, { repository, auth }).github;
    const error = await stranger.getRef("refs/heads/main").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "GITHUB_UNAUTHORIZED" });
    const broken = openGitHubOn(emulator.url, { repository, auth: { ...auth, privateKey: "no key" } }).github;
    await expect(broken.getRef("refs/heads/main")).rejects.toMatchObject({ code: "GITHUB_UNAUTHORIZED" });
  });

  test("an installation that is gone is a sign-in that fails, not a ref that is not there", async () => {
    await expect(openApp(999).getRef("refs/heads/main")).rejects.toMatchObject({
      code: "GITHUB_UNAUTHORIZED",
    });
  });
});
