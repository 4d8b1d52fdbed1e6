import { afterAll, describe, expect, it } from "vitest";
import { createRedactor } from "../../../src/adapters/redact.ts";
import { buildBundle } from "../../../src/campaign/bundle/build-bundle.ts";
import type { CampaignEvent } from "../../../src/domain/events.ts";
import type { Git } from "../../../src/ports.ts";
import type { Bundle } from "../../../src/publish/bundle/bundle.ts";
import { decodeContent } from "../../../src/publish/bundle/decode-content.ts";
import { readBundle } from "../../../src/publish/bundle/read-bundle.ts";
import { zipBundle } from "../../../src/publish/bundle/zip-bundle.ts";
import {
  cycleFinished,
  cycleStarted,
  entriesOf,
  judged,
  prepared,
  promoted,
  proposed,
  scriptedItem,
  started,
  suggested,
  suggestedCycle,
} from "../../helpers/campaign-script.ts";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";
import { sampleAvoided } from "../../helpers/sample-lessons.ts";

const input = { repository: "octo/cart", nightshift: "0.1.0" };
const plain = (text: string) => text;

type Edits = Parameters<Git["buildTree"]>[1];

/** A repository, and the events of a campaign on it: each list of edits is a promotion on the one before. */
async function runScript(repository: GitRepository, cycles: readonly Edits[]) {
  repository.write("src/cart.js", "a < b\n");
  repository.write("src/old.js", "old\n");
  repository.write(".github/nightshift.yml", "goal: faster\n");
  const base = repository.commit();
  const git = await repository.open();
  const events: CampaignEvent[] = [
    { ...started, base },
    { ...prepared, commit: base, tree: await git.treeOf(base) },
  ];
  let parent = base;
  for (const [at, edits] of cycles.entries()) {
    const cycle = at + 1;
    const tree = await git.buildTree(parent, edits);
    const commit = await git.writeCommit({
      tree,
      parents: [parent],
      message: "fix",
      at: "2026-11-21T03:00:00Z",
    });
    events.push(
      cycleStarted(cycle),
      proposed(cycle, { tree: "refused", summary: "delete the test" }),
      {
        type: "candidate-refused",
        cycle,
        attempt: 1,
        tree: "refused",
        rule: "test-deleted",
        reason: "a test is gone",
        denials: [],
      },
      proposed(cycle, { tree }),
      judged(cycle, { tree }),
      { ...promoted(cycle), tree, parent, commit },
      cycleFinished(cycle, "promoted", { commit }),
    );
    parent = commit;
  }
  return { git, base, events, tip: parent };
}

const edit = (path: string, content: string | null, mode: "100644" | "100755" = "100644") => ({
  path,
  mode,
  content,
});

/** What a reader makes of the zip of a campaign's bundle. */
async function roundTrip(events: readonly CampaignEvent[], git: Git, redact = plain) {
  const outcome = await buildBundle({ ...input, entries: entriesOf(...events) }, { git, redact });
  if (outcome.status !== "built") throw new Error(outcome.reason);
  const read = await readBundle({ zip: Buffer.from(zipBundle(outcome.bundle.files)) });
  if (read.status !== "read") throw new Error(`${read.rule}: ${read.reason}`);
  return { bundle: read.bundle, leftOut: outcome.leftOut };
}

/** The tree that the changesets of a bundle make of the base. */
async function applyAll(bundle: Bundle, git: Git): Promise<string> {
  let tree = bundle.manifest.baseTree;
  for (const { changeset, facts } of bundle.promotions) {
    expect(facts.parentTree).toBe(tree);
    const edits = changeset.files.map((file) =>
      file.change === "delete"
        ? edit(file.path, null)
        : edit(file.path, decodeContent(file).toString("utf8"), file.mode),
    );
    tree = await git.buildTree(tree, edits);
    expect(tree).toBe(facts.tree);
  }
  return tree;
}

const shared = openGitRepository();
afterAll(() => shared[Symbol.dispose]());
/** A campaign with one promotion, for tests that only read. */
const one = runScript(shared, [[edit("src/cart.js", "a <= b\n")]]);

describe("buildBundle", () => {
  it("tells promotions so that the base and the changesets give their trees", async () => {
    using repository = openGitRepository();
    const { git, base, events, tip } = await runScript(repository, [
      [edit("src/cart.js", "a <= b\n"), edit("src/new.js", "\ufeff\u00e9\r\n", "100755")],
      [edit("src/old.js", null), edit("src/cart.js", "a <= b\n", "100755")],
      [edit("src/old.js/inner.js", "")],
    ]);
    const { bundle, leftOut } = await roundTrip(events, git);
    expect(leftOut).toEqual([]);
    expect(await applyAll(bundle, git)).toBe(await git.treeOf(tip));
    expect(bundle.manifest).toMatchObject({
      campaign: "night-1",
      base,
      repository: "octo/cart",
      sacred: "main",
    });
    expect(bundle.promotions[0]?.patch).toContain("+a <= b");
    expect(bundle.journal).toHaveLength(events.length);
    expect(bundle.report).toContain("Nightshift campaign");
  });

  it("tells the evidence, what was refused, and what it cost", async () => {
    const { git, events } = await one;
    const { bundle } = await roundTrip(events, git);
    expect(bundle.manifest).toMatchObject({ costUsd: 0.25, isolation: "bubblewrap", isUnsafe: false });
    expect(bundle.promotions[0]?.facts).toMatchObject({
      item: { id: "item-1", kind: "failing-test", gate: "unit" },
      origin: "comparison",
      attempts: 1,
      costUsd: 0.25,
      confidence: null,
      evidence: [
        {
          gate: "unit",
          before: "not measured; red: test/cart.test.js: cart > adds",
          after: "green: fixes 1 and breaks none",
        },
      ],
      refused: [{ summary: "delete the test", rule: "test-deleted", reason: "a test is gone" }],
    });
  });

  it("tells how sure the brain was, and what is suggested with a patch to read", async () => {
    const { git, events } = await one;
    const sure = { value: 0.9, reason: "one group" };
    const told = events.map((event) =>
      event.type === "candidate-proposed" ? { ...event, confidence: sure } : event,
    );
    const { bundle } = await roundTrip([...told, ...suggestedCycle(2)], git);
    expect(bundle.manifest.promotions).toMatchObject([{ cycle: 1, confidence: sure }]);
    const [suggestion] = bundle.manifest.suggestions;
    const { confidence, patch, subject, files } = suggested(2);
    expect(suggestion).toMatchObject({ cycle: 2, title: scriptedItem(2).title, subject, confidence, files });
    expect(Buffer.from(bundle.files.get("patches/suggestion-cycle-2.patch") ?? []).toString()).toBe(patch);
    expect(bundle.report).toContain("## Suggestions");
  });

  it("leaves a suggestion out that is larger than all of them may be, and keeps the rest", async () => {
    const { git, events } = await one;
    const [start, propose, judge, , finish] = suggestedCycle(2);
    const large = suggested(2, { patch: `x${" ".repeat(5 * 1024 * 1024)}` });
    const cycles = [start, propose, judge, large, finish].flatMap((event) => event ?? []);
    const { bundle } = await roundTrip([...events, ...cycles, ...suggestedCycle(3)], git);
    expect(bundle.manifest.suggestions.map(({ cycle }) => cycle)).toEqual([3]);
  });

  it("gives the same bytes for the same journal", async () => {
    const { git, events } = await one;
    const [first, second] = await Promise.all([roundTrip(events, git), roundTrip(events, git)]);
    expect(first.bundle.id).toBe(second.bundle.id);
  });

  it("digests the configuration of the base, and nothing where there is none", async () => {
    using repository = openGitRepository();
    const { git, events } = await runScript(repository, []);
    const { bundle } = await roundTrip(events, git);
    expect(bundle.manifest.configDigest).toBe(
      "761fea89942270532e1cd940588196f85ec9acb6dedcce05c32d5c32ada97bcb",
    );
    repository.run("rm", "-q", ".github/nightshift.yml");
    const bare = await roundTrip([{ ...started, base: repository.commit() }], git);
    expect(bare.bundle.manifest.configDigest).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("tells how master differs from the base where earlier promotions are carried", async () => {
    const { git, base } = await one;
    const tree = await git.buildTree(base, [edit("src/carried.js", "x\n")]);
    const carried = [{ commit: "d".repeat(40), subject: "fix: carried" }];
    const commit = await git.writeCommit({ tree, parents: [base], message: "m", at: "2026-11-21T03:00:00Z" });
    const { bundle } = await roundTrip(
      [
        { ...started, base },
        { ...prepared, commit, tree, previous: base, carried },
      ],
      git,
    );
    expect(bundle.manifest.master).toMatchObject({ tree, carried, previous: base });
    expect(bundle.master?.files).toEqual([
      { change: "write", path: "src/carried.js", mode: "100644", encoding: "utf8", content: "x\n" },
    ]);
  });
});

describe("a campaign has a bundle", () => {
  it("before master was prepared, when it failed, and when it promoted nothing", async () => {
    const { git, base } = await one;
    const stop: CampaignEvent = { type: "campaign-stopped", stopReason: "FAILED", detail: "no gate" };
    const { bundle } = await roundTrip([{ ...started, base }, stop], git);
    expect(bundle.manifest).toMatchObject({ promotions: [], stopReason: "FAILED", stopDetail: "no gate" });
    expect(bundle.manifest.master).toMatchObject({ tree: bundle.manifest.baseTree, changeset: null });
  });

  it("when it was cut off right behind a promotion, and says so", async () => {
    const { git, events } = await one;
    const { bundle } = await roundTrip(events.slice(0, -1), git);
    expect(bundle.promotions).toHaveLength(1);
    expect(bundle.manifest).toMatchObject({
      stopReason: "STOPPED",
      stopDetail: expect.stringContaining("cut off"),
    });
  });

  it("not before it began", async () => {
    const { git } = await one;
    expect(await buildBundle({ ...input, entries: [] }, { git, redact: plain })).toMatchObject({
      status: "nothing",
    });
  });

  it("that says whether it was unsafe or not isolated", async () => {
    const { git, base } = await one;
    const isolation = { kind: "none" as const, reason: "no bubblewrap" };
    const { bundle } = await roundTrip([{ ...started, base, safety: "off", isolation }], git);
    expect(bundle.manifest).toMatchObject({ isUnsafe: true, isolation: "none" });
  });
});

describe("left out and told", () => {
  it("is a promotion that a reader would refuse, with all that are built on it", async () => {
    using repository = openGitRepository();
    const { git, events } = await runScript(repository, [
      [edit("src/cart.js", "a <= b\n")],
      [edit("package.json", "{}\n")],
      [edit("src/cart.js", "a <= c\n")],
    ]);
    const { bundle, leftOut } = await roundTrip(events, git);
    expect(bundle.promotions.map(({ facts }) => facts.cycle)).toEqual([1]);
    expect(leftOut).toEqual([
      { cycle: 2, reason: expect.stringContaining("protected") },
      { cycle: 3, reason: "it is built on cycle 2, which is left out" },
    ]);
  });

  it("is a promotion that is not on the one before it", async () => {
    using repository = openGitRepository();
    const { git, base, events } = await runScript(repository, [[edit("a.js", "a\n")], [edit("b.js", "b\n")]]);
    const moved = events.map((event) =>
      event.type === "promoted" && event.cycle === 2 ? { ...event, parent: base } : event,
    );
    expect((await roundTrip(moved, git)).leftOut).toEqual([
      { cycle: 2, reason: "it is not on the tree of the one before it" },
    ]);
  });

  it("is everything where what is carried cannot be told", async () => {
    const { git, base, events } = await one;
    const tree = await git.buildTree(base, [edit(".npmrc", "x\n")]);
    const odd = events.map((event) => (event.type === "master-prepared" ? { ...event, tree } : event));
    const { bundle, leftOut } = await roundTrip(odd, git);
    expect(bundle.promotions).toEqual([]);
    expect(leftOut.map(({ cycle }) => cycle)).toEqual([null, 1]);
  });

  it("is a promotion that holds a known secret", async () => {
    using repository = openGitRepository();
    const { git, events } = await runScript(repository, [[edit("src/cart.js", "key = 'hunter2hunter2'\n")]]);
    const { bundle, leftOut } = await roundTrip(events, git, createRedactor(["hunter2hunter2"]));
    expect(leftOut).toEqual([{ cycle: 1, reason: "it holds a known secret" }]);
    expect([...bundle.files.values()].some((bytes) => Buffer.from(bytes).includes("hunter2"))).toBe(false);
  });
});

describe("what a campaign says", () => {
  it("is without secrets in every part", async () => {
    const { git, events } = await one;
    const secret = "hunter2hunter2";
    const lesson = { ...sampleAvoided(), text: `with ${secret}` };
    const told = events.map((event) =>
      event.type === "candidate-judged"
        ? { ...event, reason: secret, gates: event.gates.map((gate) => ({ ...gate, reason: secret })) }
        : event,
    );
    const all = [
      ...told,
      { type: "lesson-learned", cycle: 1, lesson } as const,
      { type: "warning", message: secret, hint: "" } as const,
    ];
    const { bundle } = await roundTrip(all, git, createRedactor([secret]));
    expect([...bundle.files.values()].some((bytes) => Buffer.from(bytes).includes("hunter2"))).toBe(false);
    expect(bundle.promotions[0]?.facts.evidence[0]?.after).toBe("green: [redacted]");
  });

  it("is cut to what the schema takes, and never in the middle of a character", async () => {
    const { git, events } = await one;
    const long = "\u{1f600}".repeat(5_000);
    const denial = { rule: "size", file: long, line: null, reason: long };
    const told = events.map((event): CampaignEvent => {
      if (event.type === "cycle-started")
        return {
          ...event,
          item: {
            ...event.item,
            id: long,
            title: long,
            signature: `\ud800${long}`,
            files: Array(300).fill(long),
          },
        };
      if (event.type === "candidate-judged") return { ...event, notes: Array(300).fill(denial) };
      return event.type === "campaign-started" ? { ...event, goal: long } : event;
    });
    const { bundle } = await roundTrip(told, git);
    expect(bundle.promotions[0]?.facts.item.signature.isWellFormed()).toBe(true);
    expect(bundle.promotions[0]?.facts.item.title.length).toBeLessThanOrEqual(1_000);
  });

  it("is in its lessons once, whatever the journal repeats", async () => {
    const { git, events } = await one;
    const lesson = sampleAvoided();
    const learned: CampaignEvent = { type: "lesson-learned", cycle: 1, lesson };
    const { bundle } = await roundTrip([...events, learned, learned], git);
    expect(bundle.lessons).toEqual([lesson]);
  });
});
