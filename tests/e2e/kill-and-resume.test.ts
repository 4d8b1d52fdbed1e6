import { execFile } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pLimit from "p-limit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJournal } from "../../src/adapters/read-journal.ts";
import { findCampaigns, journalPath } from "../../src/campaign/find-campaigns.ts";
import type { JournalEntry } from "../../src/domain/events.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const run = promisify(execFile);
/** Campaigns at a time; each waits for the disk as much as it computes. */
const CONCURRENCY = 3;
const script = path.join(import.meta.dirname, "..", "helpers", "run-and-die.ts");
/** Sources are compiled once for all starts; most of these processes do little else. */
const compiled = path.join(import.meta.dirname, "../../node_modules/.cache/nightshift-cli-tests");

/**
 * One bug that the search mends and one failure that it cannot mend: a promotion and an exhausted item. The gate is a
 * shell script of a few milliseconds, since this campaign runs a hundred times.
 */
function writeProject(repository: GitRepository): void {
  repository.write("src/limit.js", "export const isWithin = (value, limit) => value < limit;\n");
  repository.write("src/word.js", `export const word = () => "night";\n`);
  repository.write(
    "check.sh",
    [
      `check() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`,
      `limit=$(cat src/limit.js)`,
      `check "the limit is within" "$limit" "export const isWithin = (value, limit) => value <= limit;"`,
      `check "limit has one line" "$(wc -l < src/limit.js)" 1`,
      `check "says another word" "$(cat src/word.js)" "a text that no operator writes"`,
      `echo 1..3`,
      `exit $bad`,
    ].join("\n"),
  );
  repository.write(
    ".github/nightshift.yml",
    [
      "brain: { seed: 1, maxCandidates: 6 }",
      "focus: [src/**]",
      "gates:",
      "  - { name: tests, kind: tests, command: sh check.sh, format: tap }",
    ].join("\n"),
  );
  repository.commit("short");
}

/** Where refs, lessons or the end of a campaign are at stake. */
const keyEvents = /^(promot|attempt-ended|lesson|cycle-finished|memory|campaign)/;

/**
 * After one event is before the next, but for what is done in between. In the small corpus both sides of key events are
 * looked at, and one side of every other one of the rest; in the full corpus both sides of all.
 */
function isChosen(type: string, moment: "before" | "after", index: number): boolean {
  return isFullCorpus || keyEvents.test(type) || (moment === "before" && (index + corpusSeed) % 2 === 0);
}

type End = {
  readonly masterTree: string;
  readonly subjects: readonly string[];
  readonly lessons: readonly string[];
  readonly rewards: number;
  readonly leftovers: readonly string[];
  readonly fingerprint: string;
};

/** Everything that has to be the same whether or not the campaign was killed on its way. */
async function describeEnd(repository: GitRepository): Promise<End> {
  const list = (...args: string[]) =>
    repository
      .run(...args)
      .split("\n")
      .filter(Boolean);
  const memory = ["lessons.jsonl", "avoided.jsonl", "patterns.jsonl"].flatMap((file) =>
    list("show", `nightshift/memory:${file}`),
  );
  const sandboxes = path.join(repository.dir, ".git/nightshift/sandboxes");
  return {
    masterTree: repository.run("rev-parse", "nightshift/master^{tree}"),
    subjects: list("log", "--format=%s", "main..nightshift/master"),
    lessons: memory.map((line) => (JSON.parse(line) as { id: string }).id).sort(),
    rewards: list("show", "nightshift/memory:rewards.jsonl").length,
    leftovers: [
      ...list("for-each-ref", "--format=%(refname)", "refs/heads/nightshift/sandbox/"),
      ...(existsSync(sandboxes) ? readdirSync(sandboxes) : []),
      ...(existsSync(path.join(repository.dir, ".git/nightshift/lock")) ? ["lock"] : []),
    ],
    fingerprint: repository.fingerprint(),
  };
}

async function runCampaign(
  dir: string,
  dieAt: number,
  moment: "before" | "after",
  isResume: boolean,
): Promise<string | null> {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled, RESUME: isResume ? "1" : "0" };
  try {
    const { stdout } = await run(process.execPath, [script, dir, String(dieAt), moment], { env });
    return (JSON.parse(stdout) as { stopReason: string }).stopReason;
  } catch (error) {
    if ((error as { signal?: string }).signal === "SIGKILL") return null;
    throw error;
  }
}

async function readEntries(dir: string): Promise<readonly JournalEntry[]> {
  const campaigns = path.join(dir, ".git/nightshift/campaigns");
  const [campaign = ""] = await findCampaigns(campaigns);
  return (await readJournal(journalPath(campaigns, campaign))).entries;
}

/** A repository like `template`, byte for byte. */
function copyRepository(template: GitRepository): GitRepository {
  const copy = openGitRepository();
  rmSync(copy.dir, { recursive: true });
  cpSync(template.dir, copy.dir, { recursive: true });
  return copy;
}

describe("a campaign that is killed and resumed", () => {
  const template = openGitRepository();
  let whole: GitRepository;
  let expected: End;
  let eventTypes: readonly string[];

  beforeAll(async () => {
    writeProject(template);
    whole = copyRepository(template);
    expect(await runCampaign(whole.dir, Number.POSITIVE_INFINITY, "after", false)).toBe("NO_WORK_FOUND");
    expected = await describeEnd(whole);
    eventTypes = (await readEntries(whole.dir)).map(({ event }) => event.type);
  });

  afterAll(() => {
    template[Symbol.dispose]();
    whole[Symbol.dispose]();
  });

  it("is worth killing: it promotes, exhausts an item, stores memory and leaves nothing behind", () => {
    expect(expected.subjects).toHaveLength(1);
    expect(expected.lessons).toHaveLength(2);
    expect(expected.leftovers).toEqual([]);
    expect(expected.fingerprint).toBe(template.fingerprint());
    expect(new Set(eventTypes)).toContain("promotion-intended");
  });

  it.each(["after", "before"] as const)(
    "comes to the same end when it is killed %s any event is on the disk",
    async (moment) => {
      const limit = pLimit(CONCURRENCY);
      const points = [...eventTypes.entries()].filter(([index, type]) => isChosen(type, moment, index));
      const kills = points.map(([index, type]) => limit(() => killAndResume(index, type, moment)));
      expect((await Promise.all(kills)).flat()).toEqual([]);
    },
    600_000,
  );

  /** What differs from the campaign that was not killed. */
  async function killAndResume(
    index: number,
    type: string,
    moment: "before" | "after",
  ): Promise<readonly string[]> {
    using repository = copyRepository(template);
    const place = `killed ${moment} ${index} (${type})`;
    const first = await runCampaign(repository.dir, index, moment, false);
    if (first !== null) return [`${place}: it was not killed, it ended as ${first}`];
    const hasStarted = index > 0 || moment === "after";
    await runCampaign(
      repository.dir,
      Number.POSITIVE_INFINITY,
      "after",
      hasStarted && !hasEnded(index, moment),
    );
    const end = await describeEnd(repository);
    const keys = Object.keys(expected) as (keyof End)[];
    return keys
      .filter((key) => JSON.stringify(end[key]) !== JSON.stringify(expected[key]))
      .map((key) => `${place}: ${key} is ${JSON.stringify(end[key])}, not ${JSON.stringify(expected[key])}`);
  }

  /** A campaign killed once its end was on the disk has nothing to resume; the next one stores what it learned. */
  function hasEnded(index: number, moment: "before" | "after"): boolean {
    const stoppedAt = eventTypes.indexOf("campaign-stopped");
    return moment === "after" ? index >= stoppedAt : index > stoppedAt;
  }

  it("sweeps what a killed campaign left when a new one starts instead", async () => {
    using repository = copyRepository(template);
    await runCampaign(repository.dir, eventTypes.indexOf("candidate-proposed"), "after", false);
    await runCampaign(repository.dir, Number.POSITIVE_INFINITY, "after", false);
    expect((await describeEnd(repository)).leftovers).toEqual([]);
  });
});
