import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJournal } from "../../src/adapters/read-journal.ts";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeLimitBug } from "../helpers/limit-project.ts";
import { runCli } from "../helpers/run-cli.ts";

/** A project whose one fix is what its policy forbids. */
function openForbidding(): GitRepository {
  const repository = openGitRepository();
  writeLimitBug(repository);
  writeConfig(repository, `brain: { seed: 1, maxCandidates: 4 }\npolicy: { forbidden: ["isWithin"] }\n`);
  repository.commit();
  return repository;
}

async function run(repository: GitRepository, ...args: readonly string[]): Promise<RunResult> {
  const end = await runCli(["run", "--json", ...args, "--repo", repository.dir]);
  expect(end.code).toBe(0);
  return JSON.parse(end.stdout) as RunResult;
}

const readStatus = ({ dir }: GitRepository): unknown =>
  JSON.parse(readFileSync(join(dir, ".git/nightshift/status.json"), "utf8"));

it("promotes nothing that policy denies while safety is on", async () => {
  using repository = openForbidding();
  const result = await run(repository);
  expect(result).toMatchObject({ promoted: 0 });
  expect(result).not.toHaveProperty("safety");
  expect(readStatus(repository)).not.toHaveProperty("safety");
});

// One repository through two nights: the second begins where the first ended.
describe("run --no-safety", () => {
  const repository = openForbidding();
  const master = () => repository.run("rev-parse", "nightshift/master^{tree}");
  let unsafe: RunResult;

  beforeAll(async () => {
    unsafe = await run(repository, "--no-safety");
  });

  afterAll(() => repository[Symbol.dispose]());

  it("keeps what policy denies, and marks it in result, status, commit and report", async () => {
    expect(unsafe).toMatchObject({ promoted: 1, safety: "off" });
    expect(readStatus(repository)).toMatchObject({ safety: "off" });
    const message = repository.run("log", "-1", "--format=%B", "nightshift/master");
    expect(message).toMatch(/^Nightshift-Unsafe: /m);
    expect(message).toMatch(/^- src\/limit\.js:1: forbidden: /m);
    const report = await runCli(["report", "--repo", repository.dir]);
    expect(report.stdout).toContain("> **Unsafe:**");
    expect(report.stdout).toContain("- denied, and kept all the same `src/limit.js:1`, rule `forbidden`: ");
  });

  it("tells the denials in the journal, and says in one that the promotion is unsafe", async () => {
    const { entries } = await readJournal(unsafe.journal);
    const events = entries.map(({ event }) => event);
    expect(events.find(({ type }) => type === "campaign-started")).toMatchObject({ safety: "off" });
    expect(events.find(({ type }) => type === "candidate-judged")).toMatchObject({
      status: "promote",
      denials: [{ rule: "forbidden", file: "src/limit.js", line: 1 }],
    });
    expect(events.find(({ type }) => type === "promoted")).toMatchObject({ isUnsafe: true });
    expect(events.find(({ type }) => type === "warning")).toMatchObject({
      message: expect.stringContaining("Safety is off"),
    });
  });

  it("leaves nothing that a campaign with safety carries on", async () => {
    const before = master();
    const safe = await runCli(["run", "--repo", repository.dir, "--max-cycles", "1"]);
    expect(safe.code).toBe(0);
    expect(safe.stderr).toMatch(/Set aside: .* \(it was made with --no-safety\)/);
    expect(master()).not.toBe(before);
    expect(master()).toBe(repository.run("rev-parse", "main^{tree}"));
  });
});

it("is refused in GitHub Actions, before anything is written, also when it is resumed", async () => {
  using repository = openForbidding();
  const env = { GITHUB_ACTIONS: "true" };
  const refused = await runCli(["run", "--no-safety", "--repo", repository.dir], { env });
  expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--no-safety") });
  expect(repository.run("for-each-ref", "refs/heads/nightshift/")).toBe("");
  let isAsked = false;
  const stopped = await runCli(["run", "--no-safety", "--json", "--repo", repository.dir], {
    onStderr: (text, pressCtrlC) => {
      if (!isAsked && text.includes("Cycle 1")) isAsked = pressCtrlC();
    },
  });
  expect(JSON.parse(stopped.stdout)).toMatchObject({ stopReason: "STOPPED", safety: "off" });
  expect(await runCli(["run", "--resume", "--repo", repository.dir], { env })).toMatchObject({ code: 2 });
  expect(await run(repository, "--resume")).toMatchObject({ safety: "off" });
});
