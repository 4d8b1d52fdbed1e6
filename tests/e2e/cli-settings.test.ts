import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { readFolder } from "../helpers/read-folder.ts";
import { type CliEnd, type CliOptions, runCli } from "../helpers/run-cli.ts";

const nightshift = (
  { dir }: GitRepository,
  args: readonly string[],
  env: CliOptions["env"] = {},
): Promise<CliEnd> => runCli([...args, "--repo", dir], { env });

function openProject(): GitRepository {
  const repository = openGitRepository();
  writeLimitBug(repository);
  repository.commit();
  return repository;
}

it("says aloud where the environment overrides a flag, and tells where each value came from", async () => {
  using repository = openProject();
  writeConfig(repository, "stop: { maxHours: 2 }\ngoal: from the file\n");
  const env = { NIGHTSHIFT_STOP_MAX_CYCLES: "1", NIGHTSHIFT_GOAL: "from the environment" };
  const show = await nightshift(repository, ["config", "show"], env);
  expect(show.code).toBe(0);
  expect(show.stdout).toMatch(/goal.*from the environment.*environment/);
  expect(show.stdout).toMatch(/stop\.maxHours.*2.*file/);
  expect(show.stdout).toMatch(/attempts.*3.*default/);

  const run = await nightshift(repository, ["run", "--dry-run", "--max-cycles", "7", "--brain", "none"], env);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain(
    "NIGHTSHIFT_STOP_MAX_CYCLES in the environment overrides --max-cycles: stop.maxCycles is 1",
  );
  expect(run.stderr).toContain("at most 1 cycles");

  const wrong = await nightshift(repository, ["config", "show"], { NIGHTSHIFT_STOP_MAX_CYCLE: "1" });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/NIGHTSHIFT_STOP_MAX_CYCLE[\s\S]*NIGHTSHIFT_STOP_MAX_CYCLES/);
});

it("reads root, config file and log format from the environment, over their flags", async () => {
  using repository = openProject();
  const root = join(repository.dir, "../state");
  const file = join(repository.dir, "../night.yml");
  writeFileSync(file, "goal: from another file\n");
  const env = { NIGHTSHIFT_ROOT: root, NIGHTSHIFT_CONFIG: file, NIGHTSHIFT_LOG_FORMAT: "json" };
  const args = ["run", "--dry-run", "--json", "--brain", "none", "--root", join(repository.dir, "../unused")];
  const end = await nightshift(repository, args, env);
  expect(end.code).toBe(0);
  const result = JSON.parse(end.stdout) as RunResult;
  expect(result.journal.startsWith(root)).toBe(true);
  expect(existsSync(join(repository.dir, "../unused"))).toBe(false);
  const lines = end.stderr
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({
    level: "warning",
    message: `NIGHTSHIFT_ROOT in the environment overrides --root: it is ${JSON.stringify(root)}`,
  });
  expect(lines.find(({ type }) => type === "campaign-started")).toMatchObject({ goal: "from another file" });
  expect(lines.at(-1)).toMatchObject({ type: "campaign-stopped" });

  const wrong = await nightshift(repository, ["status"], { NIGHTSHIFT_LOG_FORMAT: "xml" });
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toMatch(/NIGHTSHIFT_LOG_FORMAT is "xml"[\s\S]*text or json/);
});

it("config validate points at each mistake, and accepts what init writes", async () => {
  using repository = openProject();
  writeConfig(
    repository,
    "goals: x\nstop:\n  maxHours: -1\ngates:\n  - { name: t, kind: test, command: x }\n",
  );
  const wrong = await nightshift(repository, ["config", "validate"]);
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toMatch(/nightshift\.yml:1:1: goals: unknown key.*goal/);
  expect(wrong.stderr).toMatch(/nightshift\.yml:3:13: stop\.maxHours: .*-1/);
  expect(wrong.stderr).toMatch(/nightshift\.yml:5:\d+: gates\[0\]\.kind: .*"test".*tests/);
  const exists = await nightshift(repository, ["init"]);
  expect(exists.code).toBe(2);

  repository.run("clean", "-qfd");
  const before = readFolder(join(repository.dir, ".git"));
  const init = await nightshift(repository, ["init"]);
  expect({ code: init.code, stderr: init.stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining("tests"),
  });
  expect(repository.run("status", "--porcelain", "-uall")).toBe(
    "?? .github/nightshift.yml\n?? .github/workflows/nightshift.yml",
  );
  expect(readFolder(join(repository.dir, ".git"))).toEqual(before);
  const valid = await nightshift(repository, ["config", "validate"]);
  expect(valid).toMatchObject({ code: 0, stdout: ".github/nightshift.yml is valid.\n" });
  const again = await nightshift(repository, ["init"]);
  expect(again.code).toBe(2);
  expect(again.stderr).toMatch(/are there already[\s\S]*--force/);
  repository.write(".github/workflows/nightshift.yml", "name: Mine\n");
  const forApp = await nightshift(repository, ["init", "--app"]);
  expect(forApp).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(
      "Left as it was: .github/nightshift.yml, .github/workflows/nightshift.yml",
    ),
  });
  expect(repository.run("status", "--porcelain", "-uall")).toContain(
    "?? .github/workflows/nightshift-verify.yml",
  );
  expect(readFileSync(join(repository.dir, ".github/workflows/nightshift.yml"), "utf8")).toBe("name: Mine\n");
  expect((await nightshift(repository, ["init", "--force"])).code).toBe(0);
  expect(readFileSync(join(repository.dir, ".github/workflows/nightshift.yml"), "utf8")).toContain("night:");
});

it("doctor says what is ready and what is not, and writes nothing", async () => {
  using repository = openProject();
  repository.write("new.txt", "");
  const before = readFolder(repository.dir);
  const well = await nightshift(repository, ["doctor"]);
  expect(well.code).toBe(0);
  expect(well.stdout).toMatch(/^ok +repository: sacred is main at /m);
  expect(well.stdout).toMatch(/^ok +gates: tests: /m);
  expect(well.stdout).toMatch(/^ok +model: none is asked, the brain is `auto`/m);
  expect(well.stdout).toMatch(/^warning +work tree: 1 uncommitted paths/m);
  expect(readFolder(repository.dir)).toEqual(before);

  writeConfig(repository, "gates: [{ name: pics, kind: command, command: frob-the-pixels }]\n");
  const ill = await nightshift(repository, ["doctor", "--json"], { NIGHTSHIFT_BRAIN_KIND: "llm" });
  expect(ill.code).toBe(1);
  expect(JSON.parse(ill.stdout)).toContainEqual({
    ...{ check: "model", status: "problem", detail: "No model is named for the brain `llm`." },
    hint: expect.stringContaining("--model"),
  });
  expect(JSON.parse(ill.stdout)).toContainEqual({
    check: "gates",
    status: "problem",
    detail: expect.stringContaining("frob-the-pixels"),
    hint: expect.any(String),
  });
});

it("clean --root removes what Nightshift made there, and nothing else", async () => {
  using repository = openProject();
  const root = join(repository.dir, "../shared");
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/spring.md"), "mine\n");
  const before = readFolder(root);
  const users = repository.fingerprint();
  expect((await nightshift(repository, ["run", "--brain", "none", "--root", root])).code).toBe(0);
  expect(readFolder(root)).not.toEqual(before);
  const clean = await nightshift(repository, ["clean", "--yes", "--root", root]);
  expect(clean.code).toBe(0);
  expect(readFolder(root)).toEqual(before);
  expect(readFileSync(join(root, "reports/spring.md"), "utf8")).toBe("mine\n");
  expect(existsSync(join(repository.dir, ".git/nightshift"))).toBe(false);
  expect(repository.run("for-each-ref", "refs/heads/nightshift", "refs/tags/nightshift")).toBe("");
  expect(repository.fingerprint()).toBe(users);
});

it("exits with 1 when the campaign fails, and with 0 for help", async () => {
  using repository = openProject();
  writeConfig(repository, `sandbox: { setup: ["echo no such package >&2; exit 9"] }\n`);
  repository.commit();
  const failed = await nightshift(repository, ["run"]);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain("no such package");
  const state = join(repository.dir, ".git/nightshift");
  expect(readdirSync(join(state, "sandboxes"))).toEqual([]);
  expect(existsSync(join(state, "lock"))).toBe(false);
  const help = await runCli(["run", "--help"]);
  expect(help.code).toBe(0);
  for (const flag of [
    "--goal",
    "--max-cycles",
    "--max-cost",
    "--dry-run",
    "--resume",
    "--isolation",
    "--seed",
  ]) {
    expect(help.stdout).toContain(flag);
  }
});
