import { expect, it } from "vitest";
import { adoptRemoteRefs } from "../src/adopt-remote-refs.ts";
import { openGitRepository } from "./helpers/git-repository.ts";

function openClone() {
  const origin = openGitRepository();
  origin.write("a.txt", "a\n");
  const first = origin.commit("first");
  origin.run("branch", "nightshift/master");
  origin.run("branch", "nightshift/memory");
  origin.run("branch", "other/branch");
  const clone = openGitRepository();
  clone.run("remote", "add", "origin", origin.dir);
  clone.run("fetch", "-q", "origin");
  clone.run("checkout", "-q", "-B", "main", "origin/main");
  return { origin, clone, first };
}

const listOwn = (dir: ReturnType<typeof openGitRepository>): string =>
  dir.run("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/");

it("makes the remote's branches beneath the prefix local ones, and no other", async () => {
  const { origin, clone, first } = openClone();
  using _a = origin;
  using _b = clone;
  const names = await adoptRemoteRefs({ git: await clone.open() });
  expect([...names].sort()).toEqual(["refs/heads/nightshift/master", "refs/heads/nightshift/memory"]);
  expect(listOwn(clone)).toBe(
    ["main", "nightshift/master", "nightshift/memory"]
      .map((name) => `refs/heads/${name} ${first}`)
      .join("\n"),
  );
});

it("puts back what an earlier campaign on the same machine left, and leaves the user's branches", async () => {
  const { origin, clone, first } = openClone();
  using _a = origin;
  using _b = clone;
  clone.write("b.txt", "b\n");
  const own = clone.commit("of the night before");
  clone.run("branch", "nightshift/master");
  clone.run("branch", "nightshift/fix/old-1");
  await adoptRemoteRefs({ git: await clone.open() });
  expect(listOwn(clone).split("\n")).toEqual([
    `refs/heads/main ${own}`,
    `refs/heads/nightshift/master ${first}`,
    `refs/heads/nightshift/memory ${first}`,
  ]);
});

it("leaves alone a branch of the remote that is called like the prefix itself", async () => {
  using origin = openGitRepository();
  origin.write("a.txt", "a\n");
  origin.commit("first");
  origin.run("branch", "nightshift");
  using clone = openGitRepository();
  clone.run("remote", "add", "origin", origin.dir);
  clone.run("fetch", "-q", "origin");
  clone.run("checkout", "-q", "-B", "main", "origin/main");
  expect(await adoptRemoteRefs({ git: await clone.open() })).toEqual([]);
});
