import { describe, expect, it } from "vitest";
import { openGitRepository } from "./git-repository.ts";
import { pushFiles } from "./memory-github/memory-world.ts";
import { createMemoryGitHub } from "./memory-github.ts";

describe("GitHub in memory", () => {
  it("gives trees and blobs the names that git gives them", async () => {
    using repository = openGitRepository();
    const files = { "a.txt": "1\n", "a/b.txt": "2\n", "a-b": "3\n", "ä/x": "4\n" };
    for (const [path, content] of Object.entries(files))
      if (path !== "a.txt") repository.write(path, content);
    repository.write("a.txt", "1\n", "executable");
    repository.commit();
    const { github, world } = createMemoryGitHub();
    const entries = await Promise.all(
      Object.entries(files).map(async ([path, content]) => ({
        path,
        mode: path === "a.txt" ? ("100755" as const) : ("100644" as const),
        sha: await github.createBlob(Buffer.from(content)),
      })),
    );
    const tree = await github.createTree(null, entries);
    expect(tree).toBe(repository.run("rev-parse", "HEAD^{tree}"));
    const smaller = await github.createTree(tree, [{ path: "a/b.txt", mode: "100644", sha: null }]);
    expect(world.objects.trees.get(smaller)?.size).toBe(3);
    await expect(
      github.createTree(smaller, [{ path: "a/b.txt", mode: "100644", sha: null }]),
    ).rejects.toThrow("BadObjectState");
  });

  it("moves refs forward alone", async () => {
    const { github, world } = createMemoryGitHub();
    const main = (await github.getRef("refs/heads/main")) ?? "";
    const { tree } = (await github.getCommit(main)) ?? { tree: "" };
    const [one, other] = [
      await github.createCommit({ tree, parents: [main], message: "one" }),
      await github.createCommit({ tree, parents: [main], message: "other" }),
    ];
    expect(await github.createRef("refs/heads/x", main)).toEqual({ status: "done" });
    expect((await github.createRef("refs/heads/x", main)).status).toBe("moved");
    expect(await github.updateRef("refs/heads/x", one)).toEqual({ status: "done" });
    expect((await github.updateRef("refs/heads/x", other)).status).toBe("moved");
    expect(world.refs.get("refs/heads/x")).toBe(one);
  });

  it("refuses a second open pull request of the same branches, and one without commits", async () => {
    const { github, world } = createMemoryGitHub();
    const main = (await github.getRef("refs/heads/main")) ?? "";
    await github.createRef("refs/heads/x", main);
    const wish = { title: "t", body: "b", head: "x", base: "main" };
    await expect(github.createPullRequest(wish)).rejects.toThrow("No commits");
    pushFiles(world, { ref: "refs/heads/x", files: { a: "1" } });
    expect((await github.createPullRequest(wish)).status).toBe("created");
    expect((await github.createPullRequest(wish)).status).toBe("exists");
  });

  it("throws what a hook throws, before the call or after it has acted", async () => {
    const { github, world } = createMemoryGitHub({
      hooks: {
        before: ({ write }) => {
          if (write === 1) throw new Error("never arrived");
        },
        after: ({ write }) => {
          if (write === 2) throw new Error("answer lost");
        },
      },
    });
    const main = (await github.getRef("refs/heads/main")) ?? "";
    await expect(github.createRef("refs/heads/x", main)).rejects.toThrow("never arrived");
    await expect(github.createRef("refs/heads/y", main)).rejects.toThrow("answer lost");
    expect([...world.refs.keys()]).toEqual(["refs/heads/main", "refs/heads/y"]);
  });
});
