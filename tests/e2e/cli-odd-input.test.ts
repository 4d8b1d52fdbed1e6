import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { readFolder } from "../helpers/read-folder.ts";
import { runCli } from "../helpers/run-cli.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const hasBubblewrap = await isBubblewrapHere();

/** Runs a campaign that has to promote one fix and change nothing of the user's. */
async function runNight(
  repository: GitRepository,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const users = () =>
    Object.entries(readFolder(repository.dir)).filter(([path]) => !path.startsWith("/.git/"));
  const before = [repository.fingerprint(), users()];
  const end = await runCli(["run", "--repo", repository.dir, "--json"], { env });
  expect({ code: end.code, stderr: end.code === 0 ? "" : end.stderr }).toEqual({ code: 0, stderr: "" });
  const result = JSON.parse(end.stdout) as RunResult;
  expect([repository.fingerprint(), users()]).toEqual(before);
  expect({ promoted: result.promoted, log: result.promoted === 1 ? "" : end.stderr }).toEqual({
    promoted: 1,
    log: "",
  });
  return result;
}

const listChanged = (repository: GitRepository): readonly string[] =>
  repository.run("diff", "--name-only", "-z", "main", "nightshift/master").split("\0").filter(Boolean);

it("works where there are submodules, LFS pointers, symbolic links and any file name", async () => {
  using repository = openGitRepository();
  using library = openScratchFolder();
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", library.path, ...args]);
  git("init", "-q");
  git("-c", "user.name=U", "-c", "user.email=u@example.org", "commit", "-q", "--allow-empty", "-m", "one");

  const odd = `src/it's "the" limit, -x.js`;
  writeLimitBug(repository);
  repository.write(odd, "export const isWithin = (value, limit) => value < limit;\n");
  repository.write("src/limit.js", `export { isWithin } from "./it's \\"the\\" limit, -x.js";\n`);
  // Older versions of node:test cannot search a folder that holds a name that is not UTF-8.
  writeConfig(repository, "gates: [{ name: tests, kind: tests, command: node --test test/limit.test.js }]\n");
  repository.write("--test", "a leading dash\n");
  repository.write("-n", "another\n");
  repository.write("two\nlines.txt", "a newline\n");
  repository.write("tab\tand \\ back.txt", "a tab\n");
  repository.write(Buffer.from([0x63, 0x61, 0x66, 0xe9]), "latin-1\n");
  repository.write("Grüße/☕.txt", "UTF-8\n");
  repository.write("link.js", "src/limit.js", "symlink");
  repository.write("dangling", "nowhere/at/all", "symlink");
  repository.write("outside", "/etc/hostname", "symlink");
  repository.write("run.sh", "true\n", "executable");
  repository.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
  repository.write(
    "picture.bin",
    `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`,
  );
  repository.run(
    ...["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.path, "vendor/library"],
  );
  repository.commit();
  // As git-lfs sets itself up for a user, on a machine where it is not installed: to use the filter is an error.
  using home = openScratchFolder();
  const filter = [
    "clean = no-git-lfs-here clean %f",
    "smudge = no-git-lfs-here smudge %f",
    "required = true",
  ];
  writeFileSync(join(home.path, ".gitconfig"), `[filter "lfs"]\n${filter.join("\n")}\n`);

  const { cycles } = await runNight(repository, { HOME: home.path });
  expect(cycles[0]?.files).toEqual([odd]);
  expect(listChanged(repository)).toEqual([odd]);
  expect(repository.run("show", `nightshift/master:${odd}`)).toContain("value <= limit");
});

it("works from a folder of the work tree, through a symbolic link, and from a linked work tree", async () => {
  using repository = openGitRepository();
  writeLimitBug(repository);
  repository.commit();
  const linked = join(repository.dir, "../linked");
  repository.run("worktree", "add", "-q", linked, "-b", "feature");
  symlinkSync(repository.dir, join(repository.dir, "../link"));
  const places = [join(repository.dir, "src"), join(repository.dir, "../link"), linked];
  const plans = await Promise.all(
    places.map((place) => runCli(["plan", "--no-measure", "--json", "--repo", place])),
  );
  const found = plans.map(({ stdout }) => JSON.parse(stdout) as { sacred: { branch: string } });
  expect(found.map(({ sacred }) => sacred.branch)).toEqual(["main", "main", "main"]);
});

it.skipIf(!hasBubblewrap)(
  "works with gates that time out, print 100 MB, leave processes and write into the tree",
  async () => {
    using repository = openGitRepository();
    writeLimitBug(repository);
    repository.write("print.sh", "head -c 100000000 /dev/zero | tr '\\0' x\n");
    repository.write("leave.sh", "sleep 987654 & setsid sleep 987655 & exit 0\n");
    repository.write(
      "litter.sh",
      "echo broken > src/limit.js; echo new > src/new.js; rm test/*; mkdir -p a/b\n",
    );
    writeConfig(
      repository,
      [
        "gates:",
        "  - { name: litter, kind: command, command: sh litter.sh, order: 1 }",
        "  - { name: print, kind: command, command: sh print.sh, order: 2 }",
        "  - { name: leave, kind: command, command: sh leave.sh, order: 3 }",
        "  - { name: hang, kind: command, command: sleep 600, order: 4, timeoutMinutes: 0.01, required: false }",
        "  - { name: tests, kind: tests, command: node --test, order: 5 }",
        "",
      ]
        .join("\n")
        // These prove nothing, which is not what is tried here.
        .replaceAll(/(?<=name: (litter|print|leave),.*) \}/g, ", required: false }"),
    );
    repository.commit();
    const result = await runNight(repository);
    expect(listChanged(repository)).toEqual(["src/limit.js"]);
    expect(repository.run("show", "nightshift/master:src/limit.js")).toContain("value <= limit");
    const report = await runCli(["report", "--repo", repository.dir, result.campaign]);
    expect(report.stdout).toMatch(/hang.*timed out|hang.*error/i);
    expect(report.stdout.length).toBeLessThan(50_000);
    const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(processes).not.toMatch(/sleep 98765[45]/);
  },
);
