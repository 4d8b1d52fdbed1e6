import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { readFolder } from "../helpers/read-folder.ts";
import { runCli } from "../helpers/run-cli.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

type Refusal = {
  readonly title: string;
  /** Makes the bad input of a repository with one commit; gives more arguments. */
  readonly spoil: (repository: GitRepository) => readonly string[] | undefined;
  /** Parts of what is printed: the value that is wrong, and what to do. */
  readonly says: readonly (string | RegExp)[];
};

const refusals: readonly Refusal[] = [
  {
    title: "a detached HEAD",
    spoil: (repository) => void repository.run("checkout", "-q", "--detach"),
    says: ["HEAD is detached", "Check out a branch, or name the branch in `branches.sacred`"],
  },
  {
    title: "a HEAD on a branch without commits",
    spoil: (repository) => void repository.run("checkout", "-q", "--orphan", "fresh"),
    says: ["HEAD is on fresh, which has no commits yet", "Commit to it"],
  },
  {
    title: "a sacred branch that is not there",
    spoil: (repository) => void writeConfig(repository, "branches: { sacred: trunk }\n"),
    says: ["branches.sacred is trunk", "name one that exists: main"],
  },
  {
    title: "a branch named like the prefix",
    spoil: (repository) => void repository.run("branch", "nightshift"),
    says: ["refs/heads/nightshift is in the way", "choose another `branches.prefix`"],
  },
  {
    title: "a tag named like the prefix",
    spoil: (repository) => void repository.run("tag", "nightshift"),
    says: ["refs/tags/nightshift is in the way"],
  },
  {
    title: "an unknown key, with its place",
    spoil: (repository) => void writeConfig(repository, "goal: better\n\nfrobnicate: 1\n"),
    says: [".github/nightshift.yml:3:1", "frobnicate", "unknown key", "Correct what is listed"],
  },
  {
    title: "a misspelt key, with the nearest one",
    spoil: (repository) => void writeConfig(repository, "stop:\n  maxCycle: 3\n"),
    says: [".github/nightshift.yml:2:3", "stop.maxCycle", "maxCycles"],
  },
  {
    title: "a wrongly typed key, with its value",
    spoil: (repository) => void writeConfig(repository, "stop:\n  maxCycles: many\n"),
    says: [".github/nightshift.yml:2:14", "stop.maxCycles: expected a number", `"many"`],
  },
  {
    title: "a config that is no YAML",
    spoil: (repository) => void writeConfig(repository, "goal: [unfinished\n"),
    says: [/\.github\/nightshift\.yml:\d+:\d+/],
  },
  {
    title: "a config of another name",
    spoil: (repository) => void repository.write(".github/nightshift.yaml", "goal: x\n"),
    says: [".github/nightshift.yaml", "Rename it"],
  },
  {
    title: "a config file that is not there",
    spoil: () => ["--config", "/nowhere/night.yml"],
    says: ["/nowhere/night.yml", "--config"],
  },
  {
    title: "a gate that is not installed",
    spoil: (repository) =>
      void writeConfig(
        repository,
        "gates: [{ name: pics, kind: command, command: frob-the-pixels --all }]\n",
      ),
    says: ["pics", "frob-the-pixels", "not installed"],
  },
  {
    title: "no gate at all",
    spoil: (repository) => {
      repository.run("rm", "-q", "-r", "package.json", "test");
      repository.commit();
      return undefined;
    },
    says: ["No gate is configured, and none is detected", "command: node --test"],
  },
  {
    title: "a state root beneath a file",
    spoil: (repository) => {
      writeFileSync(join(repository.dir, "../file"), "");
      return ["--root", join(repository.dir, "../file/state")];
    },
    says: ["cannot write to", "file/state", "--root"],
  },
  {
    title: "a campaign to resume where there is none",
    spoil: () => ["--resume"],
    says: ["There is no campaign", "nightshift run"],
  },
  {
    title: "a flag's value that is out of bounds",
    spoil: () => ["--max-cycles", "20000"],
    says: ["--max-cycles", "at most 10000", "20000"],
  },
  {
    title: "a flag's value of the wrong type",
    spoil: () => ["--max-cycles", "several"],
    says: ["--max-cycles", "several", "must be a number"],
  },
  {
    title: "a choice that does not exist",
    spoil: () => ["--brain", "oracle"],
    says: ["oracle", "search"],
  },
  { title: "an unknown option", spoil: () => ["--frob"], says: ["--frob", "--help"] },
];

describe("run refuses, with exit code 2 and nothing written,", () => {
  it.concurrent.for(refusals)("$title", async ({ spoil, says }, { expect }) => {
    using repository = openGitRepository();
    writeLimitBug(repository);
    repository.commit();
    const more = spoil(repository) ?? [];
    const home = join(repository.dir, "..");
    const before = readFolder(home);
    const end = await runCli(["run", "--repo", repository.dir, "--json", ...more]);
    for (const part of says) expect(end.stderr).toMatch(part);
    expect({ code: end.code, stdout: end.stdout }).toEqual({ code: 2, stdout: "" });
    expect(readFolder(home)).toEqual(before);
  });

  it.concurrent("a folder that is no repository", async ({ expect }) => {
    using folder = openScratchFolder();
    const end = await runCli(["run", "--repo", folder.path]);
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(end.stderr).toContain(`${folder.path} is not a git repository`);
    expect(end.stderr).toContain("git init");
    expect(Object.keys(readFolder(folder.path))).toEqual([""]);
  });

  it.concurrent("a folder that is not there", async ({ expect }) => {
    const end = await runCli(["run", "--repo", "/nowhere/at/all"]);
    expect(end.code).toBe(2);
    expect(end.stderr).toContain("/nowhere/at/all");
  });

  it.concurrent("a bare repository", async ({ expect }) => {
    using folder = openScratchFolder();
    execFileSync("git", ["init", "-q", "--bare", folder.path]);
    const before = readFolder(folder.path);
    const end = await runCli(["run", "--repo", folder.path]);
    expect(end.code).toBe(2);
    expect(end.stderr).toMatch(/is a bare repository[\s\S]*git clone/);
    expect(readFolder(folder.path)).toEqual(before);
  });

  it.concurrent("a repository without commits", async ({ expect }) => {
    using repository = openGitRepository();
    const before = readFolder(repository.dir);
    const end = await runCli(["run", "--repo", repository.dir]);
    expect(end.code).toBe(2);
    expect(end.stderr).toMatch(/has no commits yet[\s\S]*Commit the work tree first/);
    expect(readFolder(repository.dir)).toEqual(before);
  });

  it.concurrent("a shallow clone", async ({ expect }) => {
    using repository = openGitRepository();
    using folder = openScratchFolder();
    writeLimitBug(repository);
    repository.commit("one");
    repository.commit("two");
    const clone = join(folder.path, "clone");
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${repository.dir}`, clone]);
    const before = readFolder(clone);
    const end = await runCli(["run", "--repo", clone]);
    expect(end.code).toBe(2);
    expect(end.stderr).toMatch(/shallow clone[\s\S]*git fetch --unshallow/);
    expect(readFolder(clone)).toEqual(before);
  });
});

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("skipped: a full disk and a read-only one are mounted, which only root may do");

describe.skipIf(!isRoot)("run refuses, with exit code 2 and the repository as it was,", () => {
  it.concurrent.for([
    { title: "a read-only state root", options: "ro,size=1m", says: /cannot write to .*state.*--root/s },
    { title: "a full disk", options: "size=64k", says: /state is full: 0 KiB are free.*Free some space/s },
  ])("$title", async ({ options, says }, { expect }) => {
    using repository = openGitRepository();
    writeLimitBug(repository);
    repository.commit();
    const root = join(repository.dir, "../state");
    mkdirSync(root);
    chmodSync(root, 0o755);
    const before = readFolder(repository.dir);
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", root]);
    try {
      if (options === "size=64k") fill(root);
      const end = await runCli(["run", "--repo", repository.dir, "--root", root]);
      expect(end.stderr).toMatch(says);
      expect(end).toMatchObject({ code: 2, stdout: "" });
    } finally {
      execFileSync("umount", [root]);
    }
    expect(readFolder(repository.dir)).toEqual(before);
  });
});

/** Takes the last byte of a small disk. */
function fill(root: string): void {
  expect(() => writeFileSync(join(root, "ballast"), Buffer.alloc(1 << 20))).toThrow("ENOSPC");
}
