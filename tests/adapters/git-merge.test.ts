import { expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const lines = (...changed: readonly string[]) =>
  `${[...changed, "2", "3", "4", "5", "6", "7", "8"].join("\n")}\n`;

/** Three commits: `from`, and what each side makes of it. */
async function applyChange(
  repository: GitRepository,
  base: (repository: GitRepository) => void,
  onto: (repository: GitRepository) => void,
  to: (repository: GitRepository) => void,
) {
  base(repository);
  const from = repository.commit("from");
  onto(repository);
  const ontoCommit = repository.commit("onto");
  repository.run("checkout", "-q", "--detach", from);
  to(repository);
  const toCommit = repository.commit("to");
  const git = await repository.open();
  const answer = await git.applyChange(ontoCommit, from, toCommit);
  return { git, answer, tree: answer.status === "applied" ? answer.tree : "" };
}

it("joins changes to different lines of one file", async () => {
  using repository = openGitRepository();
  const { git, tree } = await applyChange(
    repository,
    (r) => r.write("a b\n.txt", lines("1")),
    (r) => r.write("a b\n.txt", `${lines("1")}9\n`),
    (r) => r.write("a b\n.txt", lines("one")),
  );
  expect(String(await git.readFile(tree, "a b\n.txt"))).toBe(`${lines("one")}9\n`);
});

it("takes additions, deletions and modes from either side", async () => {
  using repository = openGitRepository();
  const { git, tree } = await applyChange(
    repository,
    (r) => {
      r.write("mode.sh", lines("1"));
      r.write("gone-here", "x");
      r.write("gone-there", "x");
    },
    (r) => {
      r.write("mode.sh", `${lines("1")}9\n`);
      r.run("rm", "-q", "gone-here");
      r.write("same", "both");
      r.write("link", "same", "symlink");
    },
    (r) => {
      r.write("mode.sh", lines("1"), "executable");
      r.run("rm", "-q", "gone-there");
      r.write("same", "both");
      r.write("new/file", "new");
    },
  );
  expect((await git.listFiles(tree)).map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    "120000 link",
    "100755 mode.sh",
    "100644 new/file",
    "100644 same",
  ]);
  expect(String(await git.readFile(tree, "mode.sh"))).toBe(`${lines("1")}9\n`);
});

it("gives back the same tree for a change that is already there", async () => {
  using repository = openGitRepository();
  const { git, answer } = await applyChange(
    repository,
    (r) => r.write("a.txt", lines("1")),
    (r) => r.write("a.txt", `${lines("one")}9\n`),
    (r) => r.write("a.txt", lines("one")),
  );
  expect(answer).toEqual({ status: "applied", tree: await git.treeOf("HEAD@{2}") });
});

it.each<[string, (r: GitRepository) => void, (r: GitRepository) => void]>([
  [
    "both change the same line",
    (r) => r.write("a.txt", lines("eins")),
    (r) => r.write("a.txt", lines("one")),
  ],
  [
    "one deletes what the other changes",
    (r) => r.run("rm", "-q", "a.txt"),
    (r) => r.write("a.txt", lines("one")),
  ],
  [
    "one changes what the other deletes",
    (r) => r.write("a.txt", lines("one")),
    (r) => r.run("rm", "-q", "a.txt"),
  ],
  [
    "both change a binary file",
    (r) => r.write("a.txt", Buffer.from([0, 1])),
    (r) => r.write("a.txt", Buffer.from([0, 2])),
  ],
  [
    "one makes it a symbolic link",
    (r) => {
      r.run("rm", "-q", "a.txt");
      r.write("a.txt", "elsewhere", "symlink");
    },
    (r) => r.write("a.txt", lines("one")),
  ],
])("calls it a conflict, with the path, when %s", async (_, onto, to) => {
  using repository = openGitRepository();
  const { answer } = await applyChange(
    repository,
    (r) => {
      r.write("a.txt", lines("1"));
      r.write("b.txt", "b");
    },
    onto,
    to,
  );
  expect(answer).toEqual({ status: "conflict", paths: ["a.txt"] });
});

it("calls it a conflict when both add different files of one name", async () => {
  using repository = openGitRepository();
  const { answer } = await applyChange(
    repository,
    () => {},
    (r) => r.write("new.txt", "here"),
    (r) => r.write("new.txt", "there"),
  );
  expect(answer).toEqual({ status: "conflict", paths: ["new.txt"] });
});

it("calls it a conflict when a file here is a folder there", async () => {
  using repository = openGitRepository();
  const { answer } = await applyChange(
    repository,
    () => {},
    (r) => r.write("place", "file"),
    (r) => r.write("place/inner", "folder"),
  );
  expect(answer.status).toBe("conflict");
});

it.each(["here", "there"])("takes a file that became a folder %s", async (side) => {
  using repository = openGitRepository();
  const makeFolder = (r: GitRepository) => {
    r.run("rm", "-q", "place");
    r.write("place/inner", "folder");
  };
  const addOther = (r: GitRepository) => r.write("other", "other");
  const { git, tree } = await applyChange(
    repository,
    (r) => r.write("place", "file"),
    side === "here" ? makeFolder : addOther,
    side === "here" ? addOther : makeFolder,
  );
  expect((await git.listFiles(tree)).map((entry) => entry.path)).toEqual(["other", "place/inner"]);
});

it("never loses a file where one side wants a folder", async () => {
  using repository = openGitRepository();
  const { answer } = await applyChange(
    repository,
    (r) => r.write("place", "file"),
    (r) => r.write("place", "changed"),
    (r) => {
      r.run("rm", "-q", "place");
      r.write("place/inner", "folder");
    },
  );
  expect(answer.status).toBe("conflict");
});

it("runs no merge driver of the user", async () => {
  using repository = openGitRepository();
  const { answer } = await applyChange(
    repository,
    (r) => {
      r.write(".gitattributes", "*.txt merge=take-all\n");
      r.run("config", "merge.take-all.driver", "true");
      r.write("a.txt", lines("1"));
    },
    (r) => r.write("a.txt", lines("eins")),
    (r) => r.write("a.txt", lines("one")),
  );
  expect(answer).toEqual({ status: "conflict", paths: ["a.txt"] });
});
