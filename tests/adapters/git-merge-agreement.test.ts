import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Git } from "../../src/ports.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

type Files = Readonly<Record<string, string>>;

const paths = ["a", "b", "d/x", "d/y", "e/f/g"];
const base: Files = Object.fromEntries(
  paths.map((path) => [path, Array.from({ length: 9 }, (_, line) => `${path} ${line}\n`).join("")]),
);

/** One side of a merge: a file is deleted, replaced, changed in a line, or becomes a file where a folder was. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("delete"), path: fc.constantFrom(...paths) }),
  fc.record({ kind: fc.constantFrom("one\n", "two\n"), path: fc.constantFrom(...paths, "new", "d") }),
  fc.record({ kind: fc.nat({ max: 8 }), path: fc.constantFrom(...paths) }),
);
const side = fc.array(change, { minLength: 1, maxLength: 4 });

function applyChanges(changes: readonly { readonly kind: string | number; readonly path: string }[]): Files {
  const files = new Map(Object.entries(base));
  for (const { kind, path } of changes) {
    const content = files.get(path);
    if (kind === "delete") {
      files.delete(path);
    } else if (typeof kind === "string") {
      files.set(path, kind);
    } else if (content !== undefined) {
      const lines = content.split("\n");
      lines[kind] = `changed ${kind % 2}`;
      files.set(path, lines.join("\n"));
    }
  }
  if (files.has("d")) {
    files.delete("d/x");
    files.delete("d/y");
  }
  return Object.fromEntries(files);
}

function build(git: Git, files: Files): Promise<string> {
  return git.buildTreeFromFiles(Object.entries(files).map(([path, content]) => ({ path, content })));
}

/** What git's own merge makes of it: a tree, or "conflict". */
function mergeByGit(repository: GitRepository, from: string, onto: string, to: string): string {
  const commit = (tree: string, ...parents: readonly string[]) =>
    repository.run("commit-tree", "-m", "x", ...parents, tree);
  const root = commit(from);
  const settings = ["-c", "merge.renames=false", "-c", "merge.directoryRenames=false"];
  try {
    return repository.run(
      ...settings,
      "merge-tree",
      "--write-tree",
      commit(onto, "-p", root),
      commit(to, "-p", root),
    );
  } catch {
    return "conflict";
  }
}

const version = /(\d+)\.(\d+)/.exec(execFileSync("git", ["--version"], { encoding: "utf8" }));
const hasMergeTree = Number(version?.[1]) > 2 || Number(version?.[2]) >= 38;
if (!hasMergeTree) {
  console.warn("skipped: git before 2.38 has no `merge-tree --write-tree` to compare with");
}

it.skipIf(!hasMergeTree)("merges as git itself does when it follows no renames", async () => {
  using repository = openGitRepository();
  const git = await repository.open();
  const from = await build(git, base);
  await fc.assert(
    fc.asyncProperty(side, side, async (ours, theirs) => {
      const onto = await build(git, applyChanges(ours));
      const to = await build(git, applyChanges(theirs));
      const answer = await git.applyChange(onto, from, to);
      const merged = answer.status === "applied" ? answer.tree : "conflict";
      expect(merged).toBe(mergeByGit(repository, from, onto, to));
    }),
    { numRuns: 40, seed: 20261121 },
  );
});
