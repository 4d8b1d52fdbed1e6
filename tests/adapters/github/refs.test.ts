import { describe, expect, test } from "vitest";
import { openGitHubOn } from "../../helpers/github-on.ts";
import { openLoopbackGitHub } from "../../helpers/loopback-github.ts";

const sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

describe("the guard of refs", () => {
  test.each([
    "refs/heads/main",
    "refs/heads/nightshift",
    "refs/heads/nightshift/",
    "refs/heads/nightshift/../main",
    "refs/heads/nightshift/a/../../main",
    "refs/heads/nightshift//main",
    "refs/heads/nightshift/..%2fmain",
    "refs/heads/nightshift/a b",
    "refs/heads/nightshift/a.lock",
    "refs/heads/Nightshift/master",
    "refs/heads/nightshiftx/master",
    "refs/tags/v1",
    "refs/pull/1/head",
    "heads/nightshift/master",
    "refs/heads/nightshift/a?force=true",
    "refs/heads/nightshift/a\u0000",
  ])("refuses %j ahead of any request", async (ref) => {
    await using server = await openLoopbackGitHub(() => ({ status: 201 }));
    const { github } = openGitHubOn(server.url);
    const outside = { code: "REF_OUTSIDE_PREFIX" };
    await expect(github.createRef(ref, sha)).rejects.toMatchObject(outside);
    await expect(github.updateRef(ref, sha)).rejects.toMatchObject(outside);
    await expect(github.deleteRef(ref)).rejects.toMatchObject(outside);
    expect(server.seen).toEqual([]);
  });

  test("lets through what is beneath the prefix", async () => {
    await using server = await openLoopbackGitHub(() => ({ status: 201 }));
    const { github } = openGitHubOn(server.url);
    expect(await github.createRef("refs/tags/nightshift/snapshot/c/1", sha)).toEqual({ status: "done" });
    expect(await github.updateRef("refs/heads/nightshift/master", sha)).toEqual({ status: "done" });
    expect(server.seen.map(({ body }) => body)).toEqual([
      { ref: "refs/tags/nightshift/snapshot/c/1", sha },
      { sha },
    ]);
  });

  test("refuses the sacred branch beneath the prefix too, in any spelling of case", async () => {
    await using server = await openLoopbackGitHub(() => ({ status: 200 }));
    const guard = { prefix: "nightshift", sacred: "nightshift/Main" };
    const { github } = openGitHubOn(server.url, { guard });
    for (const ref of ["refs/heads/nightshift/Main", "refs/heads/nightshift/main"]) {
      await expect(github.updateRef(ref, sha)).rejects.toMatchObject({ code: "REF_OUTSIDE_PREFIX" });
    }
    expect(server.seen).toEqual([]);
  });

  test("that is not set lets nothing through", async () => {
    await using server = await openLoopbackGitHub(() => ({ status: 200 }));
    const { createGitHub } = await import("../../../src/adapters/github/create-github.ts");
    const { createClock } = await import("../../../src/adapters/clock.ts");
    const github = createGitHub(
      { repository: { owner: "octo", name: "fair" }, auth: { token: "t" }, baseUrl: server.url },
      { clock: createClock() },
    );
    await expect(github.createRef("refs/heads/nightshift/a", sha)).rejects.toMatchObject({
      code: "REF_OUTSIDE_PREFIX",
    });
    await expect(github.merge(1, sha)).rejects.toMatchObject({ code: "MERGE_NOT_ALLOWED" });
    expect(server.seen).toEqual([]);
  });

  test("a merge needs the capability, a prefix is not enough", async () => {
    await using server = await openLoopbackGitHub(() => ({ status: 200 }));
    await expect(openGitHubOn(server.url).github.merge(1, sha)).rejects.toMatchObject({
      code: "MERGE_NOT_ALLOWED",
    });
    expect(server.seen).toEqual([]);
    const guard = { prefix: "nightshift", sacred: "main", mayMerge: true };
    await openGitHubOn(server.url, { guard }).github.merge(1, sha);
    expect(server.seen[0]).toMatchObject({ method: "PUT", body: { sha } });
  });
});

describe("what is read of refs", () => {
  test("another ref that only begins like it is not it", async () => {
    const object = { sha };
    await using server = await openLoopbackGitHub(({ path }) => ({
      status: 200,
      body: path.includes("matching-refs")
        ? [
            { ref: "refs/heads/nightshift/a", object },
            { ref: "refs/heads/nightshift-x", object },
          ]
        : [{ ref: "refs/heads/nightshift/master-2", object }],
    }));
    const { github } = openGitHubOn(server.url);
    expect(await github.getRef("refs/heads/nightshift/master")).toBeNull();
    expect(await github.listRefs("refs/heads/nightshift/")).toEqual([
      { ref: "refs/heads/nightshift/a", sha },
    ]);
  });

  test.each(["..", ".", ""])("a name %j leads nowhere else", async (name) => {
    await using server = await openLoopbackGitHub(() => ({ status: 200, body: {} }));
    const { github } = openGitHubOn(server.url);
    const invalid = { code: "GITHUB_INVALID" };
    await expect(github.getPermission(name)).rejects.toMatchObject(invalid);
    await expect(github.removeLabel(1, name)).rejects.toMatchObject(invalid);
    await expect(github.dispatchWorkflow(name, "main", {})).rejects.toMatchObject(invalid);
    await expect(github.readFile(sha, `a/${name}/b`)).rejects.toMatchObject(invalid);
    expect(server.seen).toEqual([]);
  });

  test.each([
    [{ owner: "octo/x", name: "fair" }, "https://api.github.com"],
    [{ owner: "octo", name: ".." }, "https://api.github.com"],
    [{ owner: "", name: "fair" }, "https://api.github.com"],
    [{ owner: "octo", name: "fair" }, "http://api.github.com"],
    [{ owner: "octo", name: "fair" }, "file:///etc"],
    [{ owner: "octo", name: "fair" }, "github"],
  ])("%j at %s is refused", (repository, baseUrl) => {
    expect(() => openGitHubOn(baseUrl, { repository })).toThrow(/is no repository of a GitHub/);
  });
});
