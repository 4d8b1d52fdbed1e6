import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../../../src/policy/change-set.ts";
import { applyDiff } from "../../../src/policy/diff/apply-diff.ts";
import { compareTrees } from "../../../src/policy/diff/compare-trees.ts";
import { parseDiff } from "../../../src/policy/diff/parse-diff.ts";
import type { Git } from "../../../src/ports.ts";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";

/** A repository whose second commit holds every kind of change that git's diffs know. */
function changeEverything(repository: GitRepository): { from: string; to: string } {
  const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`);
  repository.write("src/a.ts", `${lines.join("\n")}\n`);
  repository.write("src/crlf.txt", "one\r\ntwo\r\nthree\r\n");
  repository.write("no-newline.txt", "first\nlast");
  repository.write("gains-newline.txt", "first\nlast");
  repository.write("moved.txt", `${lines.join("\n")}\nend\n`);
  repository.write("renamed-as-is.txt", `${lines.slice(3).join("\n")}\n`);
  repository.write("gone.txt", "gone\n");
  repository.write("tool.sh", "#!/bin/sh\n");
  repository.write("bytes.bin", Buffer.from([0, 1, 2, 3]));
  repository.write("latin1.txt", Buffer.from("caf\u00e9\nother\n", "latin1"));
  repository.write("a name\twith tab and blank.txt", "x\n");
  repository.write("d\u00e9j\u00e0 vu.txt", "x\n");
  repository.write("becomes-link", "text\n");
  const from = repository.commit("before");
  const changed = lines.map((line, at) => (at === 1 || at === 30 ? `${line}!` : line));
  repository.write("src/a.ts", `${changed.join("\n")}\n`);
  repository.write("src/crlf.txt", "one\r\n2\r\nthree\r\n");
  repository.write("no-newline.txt", "first\nlast again");
  repository.write("gains-newline.txt", "first\nlast\n");
  repository.run("mv", "moved.txt", "sub dir.txt");
  repository.write("sub dir.txt", `${lines.join("\n")}\nend of it\n`);
  repository.run("mv", "renamed-as-is.txt", "new name.txt");
  repository.run("rm", "-q", "gone.txt", "becomes-link");
  repository.write("becomes-link", "gone.txt", "symlink");
  repository.write("tool.sh", "#!/bin/sh\n", "executable");
  repository.write("bytes.bin", Buffer.from([0, 9, 2, 3]));
  repository.write("latin1.txt", Buffer.from("caf\u00e9\nothers\n", "latin1"));
  repository.write("a name\twith tab and blank.txt", "y\n");
  repository.write("d\u00e9j\u00e0 vu.txt", "y\n");
  repository.write("empty.txt", "");
  repository.write("new/file.ts", "export {};\n");
  repository.write("new/--- a", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n");
  return { from, to: repository.commit("after") };
}

/** Of what is binary a diff tells no more than that it changed. */
function withoutBinary(file: ChangedFile): ChangedFile {
  const isBinary = file.path === "bytes.bin" && file.after !== null;
  return isBinary ? { ...file, after: { mode: "100644", text: null, sizeBytes: 0 } } : file;
}

function sorted(files: readonly { readonly path: string }[]): readonly unknown[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function judge(git: Git, from: string, diff: string): Promise<readonly unknown[]> {
  const files = await git.listFiles(from);
  const change = await applyDiff(parseDiff(diff), { files, readBytes: (path) => git.readFile(from, path) });
  return sorted(change.files);
}

describe("applyDiff", () => {
  it.each([
    ["as git prints it", []],
    ["without context", ["-U0"]],
    ["with renames", ["-M"]],
    ["with copies", ["-C", "--find-copies-harder"]],
    ["without renames", ["--no-renames"]],
    ["with mnemonic prefixes", ["--src-prefix=c/", "--dst-prefix=w/"]],
    ["with full hashes", ["--full-index"]],
  ])("reads a diff %s as the trees that it was made of", async (_, options) => {
    using repository = openGitRepository();
    const { from, to } = changeEverything(repository);
    const git = await repository.open();
    const whole = await compareTrees({ from, to }, { git });
    const file = `${repository.dir}/../change.diff`;
    repository.run("diff", "--binary", ...options, `--output=${file}`, from, to);
    const found = await judge(git, from, readFileSync(file, "latin1"));
    expect(found).toEqual(sorted(whole.files.map(withoutBinary)));
    expect(found).toHaveLength(18);
  });
});
