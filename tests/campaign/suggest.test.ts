import { execFileSync } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Brain, BrainEnd, Proposal } from "../../src/brain/brain.ts";
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import type { Confidence } from "../../src/domain/confidence.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import type { JournalEntry } from "../../src/domain/events.ts";
import { openRepository } from "../../src/open-repository.ts";
import { type StartInput, startCampaign } from "../../src/start-campaign.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const end: BrainEnd = { status: "exhausted", reason: "it knows no more", tried: 1, exhausted: null };
const unsure: Confidence = { value: 0.3, reason: "4 groups of candidates behave differently" };

/** A brain that is as sure of its fix as the test says, and counts how often it was asked. */
function createBrain(
  confidence: Confidence,
  { version = "one", content = "right\r\n" }: { readonly version?: string; readonly content?: string } = {},
): Brain & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    ...{ kind: "search", version, asked },
    async *propose({ item }): AsyncGenerator<Proposal, BrainEnd, undefined> {
      asked.push(item.title);
      const edits = [{ path: "src/a.txt", mode: "100644" as const, content }];
      yield { edits, summary: "write the right word", origin: "scripted", confidence };
      return end;
    },
  };
}

const open: Disposable[] = [];
afterEach(() => {
  for (const repository of open.splice(0)) repository[Symbol.dispose]();
});

function createProject(): GitRepository {
  const repository = openGitRepository();
  open.push(repository);
  repository.write("src/a.txt", "wrong\r\n");
  const check = `if [ "$(tr -d '\\r' < src/a.txt)" = right ]; then echo "ok - a"; else echo "not ok - a"; bad=1; fi`;
  repository.write("check.sh", `bad=0\n${check}\necho 1..1; exit $bad\n`);
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]\ngates:\n  - { name: checks, kind: tests, command: sh check.sh, format: tap }\n`,
  );
  repository.commit("base");
  return repository;
}

async function run(repository: GitRepository, brain: Brain, input: Partial<StartInput> = {}) {
  const environment = { PATH: process.env.PATH };
  const opened = await openRepository({ repo: repository.dir, flags: [], environment });
  const events: JournalEntry["event"][] = [];
  await using started = await startCampaign(
    {
      ...{ isDryRun: false, isResume: false, signal: new AbortController().signal },
      onEvent: ({ event }) => void events.push(event),
      onProgress: () => {},
      ...input,
    },
    opened,
  );
  const state = await runCampaign({ ...started.deps, brains: [brain] });
  return { state, events, patches: opened.paths.patches(state.campaign) };
}

describe("a candidate that the brain is not sure enough of", () => {
  it("is a suggestion once every gate lets it through: not on master, with a patch that applies as it is", async () => {
    const repository = createProject();
    const { state, events, patches } = await run(repository, createBrain(unsure));
    expect(state).toMatchObject({ promoted: 0, suggested: 1, rejected: 0, status: "stopped" });
    const [cycle] = state.cycles;
    expect(cycle).toMatchObject({ outcome: "suggested", commit: null, snapshot: null, hasTaught: true });
    expect(cycle?.reason).toContain("30 % sure, and promotion.minConfidence asks for 50 %");
    expect(cycle?.proposals).toMatchObject([{ confidence: unsure, judgement: { status: "promote" } }]);
    expect(events.some(({ type }) => type === "promoted" || type === "promotion-intended")).toBe(false);
    expect(repository.run("show", "nightshift/master:src/a.txt")).toContain("wrong");
    expect(repository.run("for-each-ref", "refs/tags/nightshift/")).toBe("");
    const patch = path.join(patches, "suggestion-cycle-1.patch");
    execFileSync("git", ["apply", "--3way", patch], { cwd: repository.dir });
    expect(execFileSync("cat", ["src/a.txt"], { cwd: repository.dir }).toString()).toBe("right\r\n");
    const memory = repository.run("show", `nightshift/memory:reports/${state.campaign}.md`);
    expect(memory).toContain("## Suggestions");
    expect(memory).toContain("`30 %: 4 groups of candidates behave differently`");
  });

  it("is promoted where it is as sure as is asked for", async () => {
    const repository = createProject();
    const confidence = { value: 0.5, reason: "one group" };
    const { state } = await run(repository, createBrain(confidence));
    expect(state).toMatchObject({ promoted: 1, suggested: 0 });
    expect(state.cycles[0]?.proposals[0]?.confidence).toEqual(confidence);
    expect(repository.run("show", "nightshift/master:src/a.txt")).toContain("right");
  });

  it("is rejected where a gate refuses it, however sure the brain is", async () => {
    const repository = createProject();
    const sure = { value: 1, reason: "" };
    const { state } = await run(repository, createBrain(sure, { content: "still wrong\r\n" }));
    expect(state).toMatchObject({ promoted: 0, suggested: 0, rejected: 1 });
  });

  it("is not tried again while its file, the brain and the bound are as they were", async () => {
    const repository = createProject();
    await run(repository, createBrain(unsure));
    const again = createBrain(unsure);
    expect((await run(repository, again)).state).toMatchObject({
      ...{ stopReason: "NO_WORK_FOUND", completed: 0 },
      workFound: { exhausted: 1, exhaustedTitles: [expect.stringMatching(/ \(a suggestion waits\)$/)] },
    });
    expect(again.asked).toEqual([]);
    repository.write("src/a.txt", "wrong in another way\r\n");
    repository.commit("another wrong");
    expect((await run(repository, createBrain(unsure))).state).toMatchObject({ suggested: 1 });
    const config = repository.run("show", "HEAD:.github/nightshift.yml");
    repository.write(".github/nightshift.yml", `promotion: { minConfidence: 0.2 }\n${config}\n`);
    repository.commit("bolder");
    expect((await run(repository, createBrain(unsure))).state).toMatchObject({ promoted: 1 });
  });

  it("is told once when a kill cut off what comes after the attempt", async () => {
    const repository = createProject();
    const stopAt = (type: string): Partial<StartInput> => ({
      wrapJournal: (journal) => ({
        ...journal,
        append: async (event) => {
          if (event.type === type)
            throw new NightshiftError({
              code: "JOURNAL_DISK_FULL",
              message: "the disk is full",
              hint: "Make room.",
            });
          return journal.append(event);
        },
      }),
    });
    await expect(run(repository, createBrain(unsure), stopAt("cycle-finished"))).rejects.toThrow(
      "disk is full",
    );
    const { state, events } = await run(repository, createBrain(unsure), { isResume: true });
    expect(state).toMatchObject({ suggested: 1, promoted: 0, completed: 1 });
    expect(events.filter(({ type }) => type === "suggested")).toEqual([]);
  });
});
