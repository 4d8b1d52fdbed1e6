import { expect, it } from "vitest";
import { createHistory } from "../../../src/publish/state/create-history.ts";

/** A line of commits, the newest first: each stands on the next, and the first on a branch of its own besides. */
function openLine(names: string) {
  const asked: string[] = [];
  const commits = new Map(
    [...names].map((name, at) => [
      name,
      { tree: "t", message: "", parents: [...(names[at + 1] ?? ""), ...(at === 0 ? ["side"] : [])] },
    ]),
  );
  const github = {
    getCommit: async (sha: string) => {
      asked.push(sha);
      return commits.get(sha) === undefined ? null : { sha, ...commits.get(sha) };
    },
  };
  return { github: github as unknown as Parameters<typeof createHistory>[1]["github"], asked };
}

it("finds the commit itself, what it stands on and what was merged, and nothing else", async () => {
  const { github } = openLine("abcd");
  const find = createHistory({ descendant: "a", limit: 100 }, { github });
  for (const name of ["a", "b", "d", "side"]) expect(await find(name)).toBe("found");
  expect(await find("x")).toBe("not-found");
});

it("asks for each commit once, however many questions there are, also at the same time", async () => {
  const { github, asked } = openLine("abcdefghij");
  const find = createHistory({ descendant: "a", limit: 100 }, { github });
  expect(await Promise.all(["j", "c", "x", "j", "y"].map(find))).toEqual([
    ...["found", "found", "not-found", "found", "not-found"],
  ]);
  expect(asked.toSorted()).toEqual([..."abcdefghij", "side"]);
});

it("says that it is too far beyond the limit, which holds for all questions together", async () => {
  const { github, asked } = openLine("abcdefghij");
  const find = createHistory({ descendant: "a", limit: 3 }, { github });
  expect(await find("j")).toBe("too-far");
  expect(await find("j")).toBe("too-far");
  expect(await find("b")).toBe("found");
  expect(asked).toHaveLength(3);
});

it("answers the next question where GitHub has failed at one", async () => {
  const { github } = openLine("abc");
  let isDown = true;
  const flaky = {
    getCommit: async (sha: string) => {
      if (isDown) throw new Error("GitHub is away");
      return github.getCommit(sha);
    },
  };
  const find = createHistory({ descendant: "a", limit: 9 }, { github: flaky });
  await expect(find("c")).rejects.toThrow("away");
  isDown = false;
  expect(await find("c")).toBe("found");
});
