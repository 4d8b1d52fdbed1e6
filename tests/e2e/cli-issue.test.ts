import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { runCli } from "../helpers/run-cli.ts";

let repository: GitRepository;
beforeAll(() => {
  repository = openGitRepository();
  repository.write("a.txt", "a\n");
  repository.write(
    ".github/nightshift.yml",
    "gates:\n  - { name: g, kind: tests, command: sh a.sh, format: tap }\n",
  );
  repository.commit();
});
afterAll(() => repository[Symbol.dispose]());

const state = () => readdirSync(path.join(repository.dir, ".git"), { recursive: true }).length;

it.each<[string, string | Buffer | null, string]>([
  ["missing.md", null, "ENOENT"],
  ["empty.md", "", "it is empty"],
  ["binary.md", Buffer.from([0xff, 0xfe, 0x00, 0x01]), "no text"],
  ["large.md", "a".repeat(64 * 1024 + 1), "more than 64 KiB"],
  ["odd.json", `{"name": "x"}`, "`title` and `body`"],
  ["cut.json", `{"title": `, "it is no JSON"],
  ["folder", "folder", "EISDIR"],
])(
  "run --issue %s is wrong use that names the file, and nothing is written",
  async (name, content, reason) => {
    const file = path.join(repository.dir, "..", name);
    if (content === "folder") mkdirSync(file);
    else if (content !== null) writeFileSync(file, content);
    const before = state();
    const end = await runCli(["run", "--issue", file, "--provider", "ollama", "--model", "m"], {
      cwd: repository.dir,
    });
    expect(end.code).toBe(2);
    expect(end.stderr).toContain(file);
    expect(end.stderr).toContain(reason);
    expect(state()).toBe(before);
  },
);

it.each([[[]], [["--brain", "search"]], [["--brain", "none"]]])(
  "run --issue FILE %j without a model says that one is needed",
  async (flags) => {
    const file = path.join(repository.dir, "..", "issue.md");
    writeFileSync(file, "# Sums are wrong\n\nsum 2 3 is 3\n");
    const before = state();
    const end = await runCli(["run", "--issue", file, ...flags], { cwd: repository.dir });
    expect(end.code).toBe(2);
    expect(end.stderr).toContain('The issue "Sums are wrong" needs a model');
    expect(end.stderr).toContain("--provider and --model");
    expect(state()).toBe(before);
  },
);
