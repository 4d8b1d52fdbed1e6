import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeHopelessBug, writeLimitBug } from "../helpers/limit-project.ts";
import { readFolder } from "../helpers/read-folder.ts";
import { type CliEnd, runCli } from "../helpers/run-cli.ts";

/** A gate that takes its time after the tests, so that there is a moment to stop at; `name` finds its process. */
function makeSlowRepository(name: string): GitRepository {
  const repository = openGitRepository();
  writeLimitBug(repository);
  writeHopelessBug(repository);
  repository.write("slow.sh", `sleep 0.4 # ${name}\n`, "executable");
  writeConfig(
    repository,
    [
      "brain: { seed: 1, maxCandidates: 4 }",
      "gates:",
      "  - { name: tests, kind: tests, command: node --test }",
      `  - { name: slow, kind: command, command: ". ./slow.sh; : ${name}", required: false }`,
      "",
    ].join("\n"),
  );
  repository.commit();
  return repository;
}

const nightshift = (repository: GitRepository, ...args: readonly string[]): Promise<CliEnd> =>
  runCli([...args, "--repo", repository.dir]);
const stateOf = ({ dir }: GitRepository): string => join(dir, ".git/nightshift");

/** What a campaign must not leave: sandbox refs and folders, its lock, processes of its gates. */
function findLeftovers(repository: GitRepository, name: string): readonly string[] {
  const sandboxes = join(stateOf(repository), "sandboxes");
  const refs = repository.run("for-each-ref", "--format=%(refname)", "refs/heads/nightshift/sandbox/");
  const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return [
    ...refs.split("\n").filter(Boolean),
    ...(existsSync(sandboxes) ? readdirSync(sandboxes) : []),
    ...(existsSync(join(stateOf(repository), "lock")) ? ["lock"] : []),
    ...processes.filter((line) => line.includes(name)),
  ];
}

it("Ctrl-C stops a campaign as STOPPED with nothing left behind, and --resume goes on from there", async () => {
  using repository = makeSlowRepository("night-watch-once");
  const before = repository.fingerprint();
  let isAsked = false;
  const end = await runCli(["run", "--repo", repository.dir, "--json"], {
    onStderr: (text, pressCtrlC) => {
      if (!isAsked && text.includes("Cycle 1")) isAsked = pressCtrlC();
    },
  });
  expect({ code: end.code, signal: end.signal }).toEqual({ code: 0, signal: null });
  const stopped = JSON.parse(end.stdout) as RunResult;
  expect(stopped).toMatchObject({ stopReason: "STOPPED", promoted: 0, cycles: [] });
  expect(end.stderr).toContain("Ctrl-C again");
  expect(findLeftovers(repository, "night-watch-once")).toEqual([]);
  expect(repository.fingerprint()).toBe(before);

  const resumed = await nightshift(repository, "run", "--resume", "--json", "--max-cycles", "1");
  expect(resumed.code).toBe(0);
  expect(resumed.stderr).toContain("stop.maxCycles does not count: a resumed campaign keeps the limits");
  const result = JSON.parse(resumed.stdout) as RunResult;
  expect(result).toMatchObject({ campaign: stopped.campaign, stopReason: "NO_WORK_FOUND", promoted: 1 });
  expect(result.cycles.map(({ cycle }) => cycle)).toEqual([1, 2]);
  expect(repository.run("rev-list", "--count", "main..nightshift/master")).toBe("1");

  const over = await nightshift(repository, "run", "--resume");
  expect(over.code).toBe(2);
  expect(over.stderr).toMatch(/has ended: NO_WORK_FOUND[\s\S]*nightshift run/);
});

it("Ctrl-C twice ends it at once, and the next start sweeps what is left", async () => {
  using repository = makeSlowRepository("night-watch-twice");
  const before = repository.fingerprint();
  let isAsked = false;
  let isSure = false;
  const end = await runCli(["run", "--repo", repository.dir], {
    onStderr: (text, pressCtrlC) => {
      if (!isAsked && text.includes("Master at")) isAsked = pressCtrlC();
      if (!isSure && text.includes("Ctrl-C again")) isSure = pressCtrlC();
    },
  });
  expect(end).toMatchObject({ code: 130, stdout: "" });
  const next = await nightshift(repository, "run", "--json", "--max-cycles", "1");
  expect(next.code).toBe(0);
  expect(JSON.parse(next.stdout)).toMatchObject({ promoted: 1 });
  expect(findLeftovers(repository, "night-watch-twice")).toEqual([]);
  expect(repository.fingerprint()).toBe(before);
});

it("a second campaign stops with a clear message while one is at work, and no lesson is lost", async () => {
  using repository = makeSlowRepository("night-watch-both");
  let second: Promise<CliEnd> | undefined;
  let cleaning: Promise<CliEnd> | undefined;
  const first = await runCli(["run", "--repo", repository.dir, "--json"], {
    onStderr: (text) => {
      if (second !== undefined || !text.includes("Master at")) return;
      // Another state root is no way around it.
      second = nightshift(repository, "run", "--root", join(repository.dir, "../elsewhere"));
      cleaning = nightshift(repository, "clean", "--yes");
    },
  });
  const campaign = (JSON.parse(first.stdout) as RunResult).campaign;
  for (const refused of [await second, await cleaning]) {
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused?.stderr).toMatch(new RegExp(`Campaign ${campaign} is at work.*process \\d+`));
    expect(refused?.stderr).toContain("Wait for it to end, or stop it with `kill -INT");
  }
  expect(existsSync(join(repository.dir, "../elsewhere"))).toBe(false);
  expect(first.code).toBe(0);
  const lessons = JSON.parse((await nightshift(repository, "memory", "list", "--json")).stdout);
  expect(lessons.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(["exhausted", "pattern"]);
});

it("refuses to read or go on with a journal of a newer version, and leaves it as it is", async () => {
  using repository = makeSlowRepository("night-watch-newer");
  const folder = join(stateOf(repository), "campaigns/2026-11-21-031507-3fa9");
  mkdirSync(folder, { recursive: true });
  const journal = join(folder, "journal.jsonl");
  writeFileSync(journal, `{"v":99,"seq":0,"at":"2026-11-21T03:15:07Z","type":"campaign-begun","sum":"0"}\n`);
  const before = readFolder(repository.dir);
  for (const args of [["run", "--resume"], ["status"], ["report"], ["history"]]) {
    const end = await nightshift(repository, ...args);
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(end.stderr).toContain(journal);
    expect(end.stderr).toMatch(/later Nightshift: line 1 has version 99[\s\S]*Use that version/);
  }
  expect(readFolder(repository.dir)).toEqual(before);
  expect(readFileSync(journal, "utf8")).toContain(`"v":99`);
});

it("passes over a campaign that was killed before its first event", async () => {
  using repository = makeSlowRepository("night-watch-empty");
  const folder = join(stateOf(repository), "campaigns/2026-11-21-031507-3fa9");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "journal.jsonl"), "");
  for (const args of [["status"], ["report"], ["run", "--resume"]]) {
    const end = await nightshift(repository, ...args);
    expect(end).toMatchObject({ code: 2, stdout: "" });
    expect(end.stderr).toMatch(/No campaign has run here|There is no campaign/);
  }
});
