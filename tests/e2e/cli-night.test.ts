import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunResult } from "../../src/report/render-run-result.ts";
import { openGitRepository } from "../helpers/git-repository.ts";
import { writeConfig, writeHopelessBug, writeLimitBug } from "../helpers/limit-project.ts";
import { readFolder } from "../helpers/read-folder.ts";
import { type CliEnd, runCli } from "../helpers/run-cli.ts";

const config = "brain: { seed: 1, maxCandidates: 4 }\n";
const hash = /^[0-9a-f]{40}$/;

// One repository through a night and the morning after: each test goes on from where the one before it ended.
describe("the command line, from plan to clean,", () => {
  const repository = openGitRepository();
  const state = join(repository.dir, ".git/nightshift");
  let before: { fingerprint: string; files: Readonly<Record<string, string>> };
  let night: RunResult;

  const nightshift = (...args: readonly string[]): Promise<CliEnd> =>
    runCli([...args, "--repo", repository.dir]);
  const readJson = async <T>(...args: readonly string[]): Promise<T> => {
    const { code, stdout, stderr } = await nightshift(...args, "--json");
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    return JSON.parse(stdout) as T;
  };
  const readText = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await nightshift(...args);
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    return stdout;
  };
  const listRefs = (): readonly string[] =>
    repository
      .run(
        "for-each-ref",
        "--format=%(refname) %(objectname)",
        "refs/heads/nightshift/",
        "refs/tags/nightshift/",
      )
      .split("\n")
      .filter(Boolean);
  const masterTree = (): string => repository.run("rev-parse", "nightshift/master^{tree}");
  const describeUsers = () => ({
    fingerprint: repository.fingerprint(),
    files: Object.fromEntries(
      Object.entries(readFolder(repository.dir)).filter(([path]) => !path.startsWith("/.git/")),
    ),
  });

  beforeAll(() => {
    writeLimitBug(repository);
    writeHopelessBug(repository);
    writeConfig(repository, config);
    repository.commit("a day's work");
    repository.write("src/limit.js", "// Somebody is in the middle of something.\n");
    before = describeUsers();
  });

  afterAll(() => repository[Symbol.dispose]());

  it("plan shows the gates and the work, and writes neither ref nor state", async () => {
    const plan = await readJson<{
      items: { title: string }[];
      gates: { name: string }[];
      uncommitted: number;
    }>("plan");
    expect(plan.gates.map(({ name }) => name)).toEqual(["tests"]);
    expect(plan.items.map(({ title }) => title)).toEqual([
      "test/limit.test.js: the limit itself is within",
      "test/word.test.js: is another word",
    ]);
    expect(plan.uncommitted).toBe(1);
    expect(listRefs()).toEqual([]);
    expect(existsSync(state)).toBe(false);
    expect(describeUsers()).toEqual(before);
  });

  it("status, report and rollback say that no campaign has run yet", async () => {
    for (const command of ["status", "report", "rollback"]) {
      const end = await nightshift(command);
      expect(end).toMatchObject({ code: 2, stdout: "" });
      expect(end.stderr).toMatch(/No campaign has run here|There is no snapshot/);
    }
    expect(await readText("history")).toContain("No campaign has run here");
    expect(existsSync(state)).toBe(false);
  });

  it("run --dry-run does everything but write refs", async () => {
    const dry = await readJson<RunResult>("run", "--dry-run");
    expect(dry).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1 });
    expect(listRefs()).toEqual([]);
    expect(describeUsers()).toEqual(before);
  });

  it("run --json prints the documented fields and nothing else", async () => {
    night = await readJson<RunResult>("run");
    const base = repository.run("rev-parse", "main");
    const number = expect.any(Number);
    const cycle = { brain: "search", method: "direct", durationMs: number, costUsd: 0, candidates: number };
    // toStrictEqual: a field more is a failure too.
    expect(night).toStrictEqual({
      campaign: expect.stringMatching(/^\d{4}-\d\d-\d\d-\d{6}-[0-9a-f]{4}$/),
      stopReason: "NO_WORK_FOUND",
      base,
      master: repository.run("rev-parse", "nightshift/master"),
      promoted: 1,
      rejected: 0,
      errors: 0,
      durationMs: number,
      costUsd: 0,
      journal: join(state, "campaigns", night.campaign, "journal.jsonl"),
      cycles: [
        {
          ...cycle,
          cycle: 1,
          item: {
            kind: "failing-test",
            id: expect.any(String),
            title: "test/limit.test.js: the limit itself is within",
            files: expect.arrayContaining(["test/limit.test.js"]),
          },
          outcome: "promoted",
          confidence: { value: number, reason: expect.any(String) },
          reason: expect.stringContaining("fixes 1 of 1"),
          attempts: 1,
          files: ["src/limit.js"],
          commit: expect.stringMatching(hash),
          snapshot: `refs/tags/nightshift/snapshot/${night.campaign}/1`,
        },
        {
          ...cycle,
          cycle: 2,
          item: {
            kind: "failing-test",
            id: expect.any(String),
            title: "test/word.test.js: is another word",
            files: expect.arrayContaining(["test/word.test.js"]),
          },
          outcome: "no-candidate",
          reason: expect.any(String),
          attempts: 0,
          files: [],
          commit: null,
          snapshot: null,
        },
      ],
    });
    expect(describeUsers()).toEqual(before);
  });

  it("leaves the fix on master, its snapshot and its memory, and no sandbox", () => {
    expect(listRefs().map((line) => line.split(" ")[0])).toEqual([
      "refs/heads/nightshift/master",
      "refs/heads/nightshift/memory",
      `refs/tags/nightshift/snapshot/${night.campaign}/1`,
    ]);
    expect(repository.run("show", "nightshift/master:src/limit.js")).toContain("value <= limit");
    const trailers = repository.run("log", "-1", "--format=%(trailers:only)", "nightshift/master");
    expect(trailers).toContain(
      `Nightshift-Campaign: ${night.campaign}\nNightshift-Cycle: 1\nNightshift-Item: `,
    );
    expect(readdirSync(join(state, "sandboxes"))).toEqual([]);
    expect(existsSync(join(state, "lock"))).toBe(false);
  });

  it("status, report and history tell what the journal tells", async () => {
    const status = await readJson<Record<string, unknown>>("status");
    expect(status).toMatchObject({ campaign: night.campaign, status: "stopped", completed: 2, promoted: 1 });
    expect(JSON.parse(readFileSync(join(state, "status.json"), "utf8"))).toEqual(status);
    expect(await readText("status")).toContain(`campaign: ${night.campaign}\nstatus: stopped\n`);
    expect(await readJson("report")).toEqual(night);
    expect(await readText("report", night.campaign)).toBe(
      readFileSync(join(state, "reports", `${night.campaign}.md`), "utf8"),
    );
    const history = await readJson<{ campaign: string; promotions: unknown[] }[]>("history");
    expect(history.map(({ campaign, promotions }) => [campaign, promotions.length])).toEqual([
      [night.campaign, 1],
      [expect.any(String), 1],
    ]);
    expect(await readText("history", "--limit", "1")).toMatch(/NO_WORK_FOUND {2}2 cycles, 1 promoted/);
    const unknown = await nightshift("report", "2001-01-01-000000-dead");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain(night.campaign);
  });

  it("rollback puts master's files back by a forward commit, and undoes itself", async () => {
    const fixed = masterTree();
    const back = await readJson<{ commit: string }>("rollback");
    expect(masterTree()).toBe(repository.run("rev-parse", "main^{tree}"));
    expect(repository.run("rev-parse", `${back.commit}^`)).toBe(night.master);
    await readText("rollback");
    expect(masterTree()).toBe(fixed);
    const unknown = await nightshift("rollback", "nowhere/7");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain(`${night.campaign}/1`);
    expect(describeUsers()).toEqual(before);
  });

  it("memory lists, finds and recalls what was learned", async () => {
    const lessons = await readJson<{ kind: string; text: string }[]>("memory", "list");
    expect(lessons.map(({ kind }) => kind).toSorted()).toEqual(["avoided", "exhausted", "pattern"]);
    const [rolledBack] = await readJson<{ trust: string; text: string }[]>(
      "memory",
      "list",
      "--kind",
      "avoided",
    );
    expect(rolledBack).toMatchObject({ trust: "person", text: expect.stringContaining("rolled back") });
    expect(await readJson("memory", "list", "--kind", "pattern")).toHaveLength(1);
    const similar = await readJson<{ kind: string }[]>("memory", "query", "is another word", "--limit", "1");
    expect(similar.map(({ kind }) => kind)).toEqual(["exhausted"]);
    expect(await readJson("memory", "recent")).toHaveLength(2);
    expect(await readText("memory", "recent")).toContain(`${night.campaign}/1  promoted`);
    const wrong = await nightshift("memory", "list", "--kind", "hunch");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/hunch[\s\S]*avoided, exhausted, pattern/);
  });

  it("memory policy shows that the rollback took back what was earned, and nothing of it counts as a lesson", async () => {
    const rows = await readJson<{ itemKind: string; arm: string; tries: number; mean: number }[]>(
      "memory",
      "policy",
    );
    const tried = rows.filter(({ tries }) => tries > 0);
    expect(tried.map(({ itemKind, arm }) => `${itemKind} ${arm}`)).toEqual([
      "failing-test brain:search",
      "failing-test edit:condition",
      "failing-test method:direct",
      "failing-test operator:comparison",
    ]);
    const means = Object.fromEntries(tried.map(({ arm, tries, mean }) => [`${arm} ${tries}`, mean]));
    // One try that came to nothing, on top of eight attempts' worth of trust.
    expect(means).toMatchObject({ "operator:comparison 1": 0.444, "brain:search 1": 0.5 });
    expect(await readText("memory", "policy")).toMatch(
      /^failing-test\n {2}arm +tries {2}mean {2}90 % between {3}chance {2}weight\n {2}brain:[\s\S]*\n {2}brain:search +1 {2}0\.50 /,
    );
    expect(await readText("memory", "policy")).toMatch(
      /operator:comparison .* 0\.89 × prior 1\.00 = 0\.89$/m,
    );
  });

  it("leaves alone the next night what is exhausted", async () => {
    const next = await nightshift("run", "--json");
    expect(JSON.parse(next.stdout)).toMatchObject({ stopReason: "NO_WORK_FOUND", cycles: [] });
    expect(next.stderr).toContain("1 more known as exhausted");
  });

  it("takes it up again when its lesson is forgotten", async () => {
    const [lesson] = await readJson<{ id: string }[]>("memory", "list", "--kind", "exhausted");
    expect(await readText("memory", "forget", lesson?.id.slice(0, 12) ?? "")).toMatch(/^Forgotten: /);
    expect(await readJson("memory", "list", "--kind", "exhausted")).toEqual([]);
    const again = await nightshift("memory", "forget", lesson?.id ?? "");
    expect(again.code).toBe(2);
    const next = await readJson<RunResult>("run", "--max-cycles", "1");
    expect(next.cycles.map(({ item }) => item.title)).toEqual(["test/word.test.js: is another word"]);
    expect(next.stopReason).toBe("MAX_CYCLES_REACHED");
  });

  it("takes it up again when a file that it looked at changes", async () => {
    expect((await readJson<RunResult>("run")).cycles).toEqual([]);
    repository.write("src/word.js", `export const word = () => "nights";\n`);
    repository.run("commit", "-q", "-m", "another word", "src/word.js");
    const next = await readJson<RunResult>("run", "--max-cycles", "1");
    expect(next.cycles.map(({ item }) => item.title)).toEqual(["test/word.test.js: is another word"]);
    before = describeUsers();
  });

  it("clean asks first, and then removes every ref and file", async () => {
    const refs = listRefs();
    const asked = await nightshift("clean");
    expect(asked).toMatchObject({ code: 2, stdout: "" });
    expect(asked.stderr).toContain("--yes");
    expect(listRefs()).toEqual(refs);
    expect(await readText("clean", "--yes")).toContain(`Removed ${refs.length} refs`);
    expect(listRefs()).toEqual([]);
    expect(existsSync(state)).toBe(false);
    expect(describeUsers()).toEqual(before);
  });
});
