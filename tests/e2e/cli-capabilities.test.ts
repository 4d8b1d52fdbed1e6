import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { runCli } from "../helpers/run-cli.ts";

/** A project whose fix is the first one tried, with a Cedar policy of its own. */
function openProject(policy: string, config = ""): GitRepository {
  const repository = openGitRepository();
  writeLimitBug(repository);
  writeConfig(repository, `brain: { seed: 1, maxCandidates: 4 }\n${config}`);
  repository.write(".github/nightshift/policies/own.cedar", policy);
  repository.commit();
  return repository;
}

const forbidLimit = `@id("limits-are-law") @reason("limits are changed by the legal team")
forbid (principal == Actor::"brain", action == Action::"editFile", resource == Path::"src/limit.js");`;

describe("a project's Cedar policies", () => {
  it("deny a candidate, which the journal, the report, the output and memory tell with its file", async () => {
    using repository = openProject(forbidLimit);
    const run = await runCli(["run", "--repo", repository.dir]);
    expect(run.code).toBe(0);
    const denial = /src\/limit\.js: capability: .*limits are changed by the legal team \(limits-are-law\)/;
    expect(run.stderr).toMatch(denial);
    expect(run.stdout).toContain("0 promoted");
    const report = await runCli(["report", "--repo", repository.dir]);
    expect(report.stdout).toMatch(/- denied `src\/limit\.js`, rule `capability`: /);
    const memory = await runCli(["memory", "list", "--kind", "denied", "--json", "--repo", repository.dir]);
    const lessons: Lesson[] = JSON.parse(memory.stdout);
    expect(lessons.length).toBeGreaterThan(0);
    expect(lessons[0]).toMatchObject({
      kind: "denied",
      rule: "capability",
      file: "src/limit.js",
      line: null,
    });
  });

  it("count as the default branch has them, not as the work tree has", async () => {
    using repository = openProject("// Nothing is forbidden.\n");
    repository.write(".github/nightshift/policies/own.cedar", forbidLimit);
    const run = await runCli(["run", "--json", "--repo", repository.dir]);
    expect(JSON.parse(run.stdout)).toMatchObject({ promoted: 1 });
  });

  it("are judged by in policy check as the first side has them", async () => {
    using repository = openProject("// Nothing is forbidden.\n");
    repository.write("src/limit.js", "export const isWithin = (value, limit) => value <= limit;\n");
    repository.write(".github/nightshift/policies/own.cedar", forbidLimit);
    const strict = repository.commit();
    repository.write("src/limit.js", "export const isWithin = (value, limit) => limit >= value;\n");
    repository.commit();
    const check = async (range: string) =>
      JSON.parse(
        (await runCli(["policy", "check", "--range", range, "--json", "--repo", repository.dir])).stdout,
      );
    const files = async (range: string, rule: string) =>
      (await check(range)).denials
        .filter((denial: { rule: string }) => denial.rule === rule)
        .map(({ file }: { file: string }) => file);
    expect(await files(`${strict}~1..${strict}`, "capability")).toEqual([
      ".github/nightshift/policies/own.cedar",
    ]);
    expect(await files(`${strict}..HEAD`, "capability")).toEqual(["src/limit.js"]);
  });

  it("stop a campaign that may not write master", async () => {
    using repository =
      openProject(`forbid (principal == Actor::"publisher", action == Action::"writeRef", resource)
when { resource.tier == "master" };`);
    const run = await runCli(["run", "--repo", repository.dir]);
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining("FAILED") });
    expect(run.stdout + run.stderr).toContain("The publisher may not write refs/heads/nightshift/master");
    expect(repository.run("for-each-ref", "refs/heads/nightshift/master")).toBe("");
  });

  it("are checked by config validate before they are committed", async () => {
    using repository = openProject(forbidLimit);
    const validate = () => runCli(["config", "validate", "--repo", repository.dir]);
    expect(await validate()).toMatchObject({ code: 0, stderr: "" });
    repository.write(".github/nightshift/policies/more.cedar", "\npermit (principal, action, resource);");
    expect(await validate()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        ".github/nightshift/policies/more.cedar:2: a project's policies can only forbid",
      ),
    });
  });

  it("that cannot be read are wrong use, since they may forbid something", async () => {
    using repository = openProject(forbidLimit);
    repository.run("rm", "-rq", ".github/nightshift");
    repository.write(".github/nightshift", "../elsewhere", "symlink");
    repository.commit();
    const run = await runCli(["run", "--repo", repository.dir]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("it is no folder") });
  });

  it.each([
    [
      "permit something",
      "permit (principal, action, resource);",
      "own.cedar:1: a project's policies can only forbid",
    ],
    ["are no Cedar", "\nforbid everything;", "own.cedar:2: "],
    [
      "forbid the command of a gate",
      `forbid (principal, action == Action::"runCommand", resource) when { context.command like "*node*" };`,
      "The policies forbid what gate tests runs",
    ],
  ])("that %s are wrong use, before anything is written", async (_, policy, message) => {
    using repository = openProject(policy);
    const before = repository.fingerprint();
    const run = await runCli(["run", "--repo", repository.dir]);
    expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
    expect(existsSync(join(repository.dir, ".git/nightshift/campaigns"))).toBe(false);
    expect(repository.run("for-each-ref", "refs/heads/nightshift/")).toBe("");
    expect(repository.fingerprint()).toBe(before);
  });
});
