import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../../src/brain/brain.ts";
import type { CampaignDeps } from "../../src/campaign/campaign-deps.ts";
import { planRollback } from "../../src/campaign/plan-rollback.ts";
import { rollBack } from "../../src/campaign/roll-back.ts";
import { runCampaign } from "../../src/campaign/run-campaign.ts";
import { NightshiftError } from "../../src/domain/errors.ts";
import { learnFromRollback } from "../../src/learn-from-rollback.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { openRepository } from "../../src/open-repository.ts";
import { type StartInput, startCampaign } from "../../src/start-campaign.ts";
import { isBubblewrapHere } from "../helpers/bubblewrap-here.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";

const canIsolate = await isBubblewrapHere();
const right = "right\n";
const known: BrainEnd = {
  status: "exhausted",
  reason: "it knows no more",
  tried: 1,
  exhausted: { brain: { kind: "search", version: "scripted" }, suspects: ["src/a.txt"] },
};

/** A brain that says what the test tells it to, item after item. */
function scriptedBrain(
  ...scripts: ((task: BrainTask) => readonly string[])[]
): Brain & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    kind: "search",
    version: "scripted",
    asked,
    async *propose(task): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
      const script = scripts[Math.min(asked.length, scripts.length - 1)];
      asked.push(task.item.title);
      for (const content of script?.(task) ?? []) {
        const edits = [{ path: "src/a.txt", mode: "100644" as const, content }];
        if (await task.isAvoided(edits)) continue;
        yield { edits, summary: `write ${JSON.stringify(content)}`, origin: "scripted" };
      }
      return known;
    },
  };
}

const open: Disposable[] = [];
afterEach(() => {
  for (const repository of open.splice(0)) repository[Symbol.dispose]();
});

/** Two failing checks in one gate: one about a.txt, one that nothing mends. */
function createProject(): GitRepository {
  const repository = openGitRepository();
  open.push(repository);
  repository.write("src/a.txt", "wrong\n");
  repository.write("src/kept.js", "export {};\n");
  repository.write(
    "check.sh",
    [
      `bad=0; say() { if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`,
      `say "a is right" "$(cat src/a.txt)" right`,
      `say "kept is kept" "$(cat src/kept.js)" "export {};"`,
      `echo 1..2; exit $bad`,
    ].join("\n"),
  );
  repository.write(
    ".github/nightshift.yml",
    `focus: [src/**]\ngates:\n  - { name: checks, kind: tests, command: sh check.sh, format: tap }\n`,
  );
  repository.commit("base");
  return repository;
}

async function campaign(
  repository: GitRepository,
  brain: Brain,
  input: Partial<StartInput> & { readonly change?: (deps: CampaignDeps) => Partial<CampaignDeps> } = {},
) {
  const { change, ...rest } = input;
  const opened = await openRepository({
    repo: repository.dir,
    flags: [],
    environment: { PATH: process.env.PATH },
  });
  await using started = await startCampaign(
    {
      isDryRun: false,
      isResume: false,
      signal: new AbortController().signal,
      onEvent: () => {},
      onProgress: () => {},
      ...rest,
    },
    opened,
  );
  const deps = { ...started.deps, brains: [brain] };
  return await runCampaign({ ...deps, ...change?.(deps) });
}

describe("runCampaign", () => {
  it("commits what every gate proves to master, and ends when nothing is left", async () => {
    const repository = createProject();
    const before = repository.fingerprint();
    const state = await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    expect(state).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1, status: "stopped" });
    expect(repository.run("show", "nightshift/master:src/a.txt")).toBe("right");
    expect(repository.run("show", "main:src/a.txt")).toBe("wrong");
    expect(repository.fingerprint()).toBe(before);
    const trailers = repository.run("log", "-1", "--format=%(trailers:only,unfold)", "nightshift/master");
    expect(trailers).toContain(`Nightshift-Campaign: ${state.campaign}`);
    expect(trailers).toContain("Nightshift-Cycle: 1");
    expect(trailers).toMatch(/Nightshift-Item: \w+/);
  });

  it("refuses what the gates refuse, and does not try the approach again the next night", async () => {
    const repository = createProject();
    const first = await campaign(
      repository,
      scriptedBrain(() => ["still wrong\n"]),
    );
    expect(first).toMatchObject({ promoted: 0, rejected: 1 });
    expect(first.cycles[0]?.proposals[0]?.judgement).toMatchObject({
      status: "reject",
      rule: "nothing-fixed",
    });
    const careless: Brain = {
      ...scriptedBrain(() => []),
      version: "careless",
      async *propose(task) {
        const edits = [{ path: "src/a.txt", mode: "100644" as const, content: "still wrong\n" }];
        yield { edits, summary: "the same again", origin: task.item.kind };
        return known;
      },
    };
    const second = await campaign(repository, careless);
    expect(second.cycles[0]?.proposals[0]).toMatchObject({ refusal: { rule: "avoided" }, judgement: null });
  });

  it("allows the approach again when the touched file has changed", async () => {
    const repository = createProject();
    await campaign(
      repository,
      scriptedBrain(() => ["still wrong\n"]),
    );
    repository.write("src/a.txt", "wrong in another way\n");
    repository.commit("another wrong");
    const state = await campaign(
      repository,
      scriptedBrain(() => ["still wrong\n"]),
    );
    expect(state.cycles[0]?.proposals[0]?.judgement).toMatchObject({ status: "reject" });
  });

  it("skips what memory calls exhausted", async () => {
    const repository = createProject();
    const first = await campaign(
      repository,
      scriptedBrain(() => []),
    );
    expect(first.cycles).toMatchObject([{ outcome: "no-candidate", hasTaught: true }]);
    const brain = scriptedBrain(() => [right]);
    const second = await campaign(repository, brain);
    expect(second).toMatchObject({ stopReason: "NO_WORK_FOUND", completed: 0 });
    expect(brain.asked).toEqual([]);
  });

  it("denies a candidate that edits its judge, before a gate runs", async () => {
    const repository = createProject();
    const cheat: Brain = {
      ...scriptedBrain(() => []),
      async *propose() {
        const content = "name: anything\n";
        yield {
          edits: [{ path: ".github/nightshift.yml", mode: "100644" as const, content }],
          summary: "no gates, no failures",
          origin: "cheat",
        };
        return known;
      },
    };
    const state = await campaign(repository, cheat);
    expect(state.cycles[0]?.proposals[0]).toMatchObject({ refusal: { rule: "protected-path" } });
    expect(state.promoted).toBe(0);
  });

  it("records an error of a cycle as its outcome and goes on until it has converged", async () => {
    const repository = createProject();
    const broken: Brain = {
      ...scriptedBrain(() => []),
      // biome-ignore lint/correctness/useYield: it fails before it has anything to say
      async *propose() {
        throw new Error("the brain fell over");
      },
    };
    const state = await campaign(repository, broken);
    expect(state.cycles).toMatchObject([{ outcome: "error", reason: "the brain fell over" }]);
    expect(state.status).toBe("stopped");
    expect(state.promoted).toBe(0);
  });

  it("fails, and says so, when no sandbox can be opened", async () => {
    const repository = createProject();
    const state = await campaign(
      repository,
      scriptedBrain(() => [right]),
      {
        change: () => ({
          sandboxes: {
            open: async () => {
              throw new NightshiftError({
                code: "NO_ROOM",
                message: "no room for a sandbox",
                hint: "Make room.",
              });
            },
          },
        }),
      },
    );
    expect(state).toMatchObject({ status: "failed", stopReason: "FAILED", completed: 0 });
    expect(state.stopDetail).toContain("no room for a sandbox");
  });

  it("rejects when its journal cannot be written, since nothing after that could be trusted", async () => {
    const repository = createProject();
    const failing = campaign(
      repository,
      scriptedBrain(() => [right]),
      {
        wrapJournal: (journal) => ({
          ...journal,
          append: async (event) => {
            if (event.type !== "cycle-started") return journal.append(event);
            throw new NightshiftError({
              code: "JOURNAL_DISK_FULL",
              message: "the disk is full",
              hint: "Make room.",
            });
          },
        }),
      },
    );
    await expect(failing).rejects.toThrow("the disk is full");
    expect(repository.run("for-each-ref", "refs/heads/nightshift/sandbox/")).toBe("");
  });

  it("stops as STOPPED in the middle of a cycle and leaves the cycle to be done again", async () => {
    const repository = createProject();
    const controller = new AbortController();
    const brain = scriptedBrain(() => {
      controller.abort(new Error("asked to stop"));
      return [right];
    });
    const state = await campaign(repository, brain, { signal: controller.signal });
    expect(state).toMatchObject({ stopReason: "STOPPED", completed: 0, promoted: 0 });
    expect(repository.run("for-each-ref", "refs/heads/nightshift/sandbox/")).toBe("");
    const resumed = await campaign(
      repository,
      scriptedBrain(() => [right]),
      { isResume: true },
    );
    expect(resumed).toMatchObject({
      campaign: state.campaign,
      stopReason: "NO_WORK_FOUND",
      promoted: 1,
      completed: 1,
    });
  });

  it("does not promote again what a person has rolled back, while the code is as it was", async () => {
    const repository = createProject();
    await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    const opened = await openRepository({ repo: repository.dir, flags: [], environment: process.env });
    const plan = await planRollback({}, { git: opened.git });
    await rollBack({ plan, at: new Date().toISOString(), keep: 10 }, { git: opened.git });
    const rewards = async () =>
      (await readMemory({ git: opened.git })).lessons.filter(({ kind }) => kind === "reward");
    expect(await rewards()).toMatchObject([{ trust: "gates", reward: expect.closeTo(1, 1) }]);
    expect(await learnFromRollback(plan, opened)).toBe(1);
    expect(await rewards()).toMatchObject([
      { trust: "person", reward: 0, arms: expect.arrayContaining(["operator:scripted"]) },
    ]);
    const second = await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    expect(second).toMatchObject({ promoted: 0 });
    expect(repository.run("show", "nightshift/master:src/a.txt")).toBe("wrong");
    expect(await learnFromRollback({ undone: [] }, opened)).toBe(0);
  });

  it("writes no ref in a dry run, and still tells what it would have done", async () => {
    const repository = createProject();
    const refs = repository.run("for-each-ref");
    const state = await campaign(
      repository,
      scriptedBrain(() => [right]),
      { isDryRun: true },
    );
    expect(state).toMatchObject({ promoted: 1, isDryRun: true, memoryCommit: null });
    expect(repository.run("for-each-ref")).toBe(refs);
  });

  it("carries an open promotion to the next night, and leaves behind one that sacred has taken", async () => {
    const repository = createProject();
    await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    repository.write("README.md", "unrelated\n");
    repository.commit("unrelated");
    const second = await campaign(
      repository,
      scriptedBrain(() => []),
    );
    expect(second.carried).toHaveLength(1);
    expect(repository.run("show", "nightshift/master:src/a.txt")).toBe("right");
    expect(repository.run("show", "nightshift/master:README.md")).toBe("unrelated");
    repository.write("src/a.txt", right);
    repository.commit("taken by hand");
    const third = await campaign(
      repository,
      scriptedBrain(() => []),
    );
    expect(third).toMatchObject({ carried: [], setAsidePromotions: [] });
  });

  it("sets a promotion aside that is larger than policy allows by now", async () => {
    const repository = createProject();
    await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    const config = repository.run("show", "HEAD:.github/nightshift.yml");
    repository.write(".github/nightshift.yml", `policy: { maxLines: 1 }\n${config}\n`);
    repository.commit("smaller changes");
    const state = await campaign(
      repository,
      scriptedBrain(() => []),
    );
    expect(state).toMatchObject({
      carried: [],
      setAsidePromotions: [{ reason: expect.stringMatching(/^policy: .*\(rule size\)$/) }],
    });
    expect(repository.run("show", "nightshift/master:src/a.txt")).toBe("wrong");
  });

  it("sets a promotion aside that conflicts with sacred, and goes on with the night", async () => {
    const repository = createProject();
    await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    repository.write("src/a.txt", "wrong, rewritten\n");
    repository.commit("rewritten");
    const state = await campaign(
      repository,
      scriptedBrain(() => [right]),
    );
    expect(state.setAsidePromotions).toHaveLength(1);
    expect(state.promoted).toBe(1);
    expect(repository.run("show", "nightshift/master:src/a.txt")).toBe("right");
  });

  it.skipIf(!canIsolate)(
    "works never on what fails for the sandbox's sake, also once master has moved on",
    async () => {
      const repository = createProject();
      const marker = path.join(path.dirname(repository.dir), "marker");
      writeFileSync(marker, "");
      const script = repository.run("show", "HEAD:check.sh");
      const outside = `[ -e "${marker}" ] && seen=yes || seen=no\nsay "sees the machine" "$seen" yes\necho 1..3; exit $bad`;
      repository.write(
        "check.sh",
        script.replace("echo 1..2; exit $bad", () => outside),
      );
      repository.commit("a check that isolation fails");
      const first = await campaign(
        repository,
        scriptedBrain(() => [right]),
      );
      expect(first).toMatchObject({ promoted: 1, completed: 1, setAsideChecks: [{ reason: "environment" }] });
      const brain = scriptedBrain(() => [right]);
      const second = await campaign(repository, brain);
      expect(second).toMatchObject({ completed: 0, setAsideChecks: [{ reason: "environment" }] });
      expect(second.carried).toHaveLength(1);
      expect(brain.asked).toEqual([]);
    },
  );
});
