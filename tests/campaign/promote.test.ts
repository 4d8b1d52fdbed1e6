import { expect, it } from "vitest";
import { promote } from "../../src/campaign/promote.ts";
import { settlePromotion } from "../../src/campaign/settle-promotion.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import type { Git } from "../../src/ports.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { promoteFile } from "../helpers/promote-file.ts";

const master = "refs/heads/nightshift/master";
const snapshot = "refs/tags/nightshift/snapshot/c1/3";

/** A repository whose master is at its one commit, and a promotion for it. */
async function openReady(repository: GitRepository) {
  repository.write("a.txt", "broken\n");
  const parent = repository.commit();
  repository.run("update-ref", master, parent);
  const git = await repository.open();
  const tree = await git.buildTree(parent, [{ path: "a.txt", mode: "100644", content: "fixed\n" }]);
  const input = {
    campaign: "c1",
    cycle: 3,
    item: "item-7",
    subject: "fix: a.txt is fixed",
    evidence: "1 test was red and is green.\n\nNightshift-Rollback: forged",
    parent,
    tree,
    at: "2026-11-21T03:00:00Z",
    keep: 10,
    isUnsafe: false,
    isDryRun: false,
  };
  return { git, input, parent, tree };
}

/** A journal that keeps what it is told, with the refs at that moment. */
function recordEvents(repository: GitRepository) {
  const events: { event: CampaignEvent; refs: string }[] = [];
  const append = async (event: CampaignEvent) => {
    events.push({ event, refs: repository.run("for-each-ref") });
  };
  return { events, journal: { append } };
}

it("makes one commit on master with evidence and trailers, and a snapshot of what was there", async () => {
  using repository = openGitRepository();
  const { git, input, parent, tree } = await openReady(repository);
  const before = repository.fingerprint();
  const result = await promote(input, { git });
  const commit = repository.run("rev-parse", master);
  expect(result).toEqual({
    status: "promoted",
    promotion: {
      type: "promoted",
      cycle: 3,
      tree,
      parent,
      commit,
      snapshot,
      subject: "fix: a.txt is fixed",
      files: ["a.txt"],
      isUnsafe: false,
    },
  });
  expect(repository.run("rev-parse", snapshot)).toBe(parent);
  const [info] = await git.log(master, { limit: 1 });
  expect(info).toMatchObject({
    tree,
    parents: [parent],
    subject: "fix: a.txt is fixed",
    body: expect.stringContaining("1 test was red and is green."),
    trailers: { "Nightshift-Campaign": "c1", "Nightshift-Cycle": "3", "Nightshift-Item": "item-7" },
    at: "2026-11-21T03:00:00.000Z",
  });
  expect(info?.trailers).not.toHaveProperty("Nightshift-Rollback");
  expect(repository.fingerprint()).toBe(before);
});

it("tells the journal what it intends before any ref moves, and that it is done after", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const refs = repository.run("for-each-ref");
  const { events, journal } = recordEvents(repository);
  await promote(input, { git, journal });
  expect(events.map(({ event }) => event.type)).toEqual(["promotion-intended", "promoted"]);
  expect(events[0]?.refs).toBe(refs);
  expect(events[1]?.refs).toContain(snapshot);
});

it("moves no ref when the journal cannot be written", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const refs = repository.run("for-each-ref");
  const journal = { append: () => Promise.reject(new Error("disk full")) };
  await expect(promote(input, { git, journal })).rejects.toThrow("disk full");
  expect(repository.run("for-each-ref")).toBe(refs);
});

it("gives the same commit when it is done again, and says so", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const first = await promote(input, { git });
  const refs = repository.run("for-each-ref");
  expect(await promote(input, { git })).toEqual(first);
  expect(repository.run("for-each-ref")).toBe(refs);
});

it.each<[string, (repository: GitRepository, commit: string, parent: string) => void]>([
  ["before any ref moved", () => {}],
  ["with master alone moved", (r, commit) => r.run("update-ref", master, commit)],
  ["with the snapshot alone set", (r, _, parent) => r.run("update-ref", snapshot, parent)],
  [
    "with both moved",
    (r, commit, parent) => {
      r.run("update-ref", master, commit);
      r.run("update-ref", snapshot, parent);
    },
  ],
])("is finished from the journal after a kill %s", async (_, leave) => {
  using repository = openGitRepository();
  const { git, input, parent, tree } = await openReady(repository);
  const dry = await promote({ ...input, isDryRun: true }, { git });
  const commit = dry.status === "promoted" ? dry.promotion.commit : "";
  leave(repository, commit, parent);
  const intended = { type: "promotion-intended", cycle: 3, tree, parent, commit, snapshot } as const;
  const refs = repository.run("for-each-ref");
  expect(await settlePromotion(intended, { git, isDryRun: true })).toEqual(dry);
  expect(repository.run("for-each-ref")).toBe(refs);
  expect(await settlePromotion(intended, { git, isDryRun: false })).toEqual(dry);
  expect(repository.run("rev-parse", master)).toBe(commit);
  expect(repository.run("rev-parse", snapshot)).toBe(parent);
});

it("counts as done when later promotions lie on top", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const first = await promote(input, { git });
  await promoteFile(git, { cycle: 4, path: "b.txt", content: "b\n" });
  const refs = repository.run("for-each-ref");
  expect(await promote(input, { git })).toEqual(first);
  expect(repository.run("for-each-ref")).toBe(refs);
});

it("leaves master alone when somebody else has moved it, and says where it is", async () => {
  using repository = openGitRepository();
  const { git, input, parent } = await openReady(repository);
  const other = repository.run("commit-tree", "-m", "other", "-p", parent, `${parent}^{tree}`);
  repository.run("update-ref", master, other);
  const refs = repository.run("for-each-ref");
  expect(await promote(input, { git })).toMatchObject({
    status: "moved",
    reason: expect.stringContaining(other),
  });
  expect(repository.run("for-each-ref")).toBe(refs);
});

it("leaves master alone when the snapshot's name is taken", async () => {
  using repository = openGitRepository();
  const { git, input, parent } = await openReady(repository);
  const other = repository.run("commit-tree", "-m", "other", "-p", parent, `${parent}^{tree}`);
  repository.run("update-ref", snapshot, other);
  expect(await promote(input, { git })).toMatchObject({
    status: "moved",
    reason: expect.stringContaining(snapshot),
  });
  expect(repository.run("rev-parse", master)).toBe(parent);
});

it("writes no ref in a dry run, and gives the commit all the same", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const refs = repository.run("for-each-ref");
  const dry = await promote({ ...input, isDryRun: true }, { git });
  expect(repository.run("for-each-ref")).toBe(refs);
  expect(await promote(input, { git })).toEqual(dry);
});

it("keeps the newest snapshots across campaigns and removes the oldest first", async () => {
  using repository = openGitRepository();
  const { git } = await openReady(repository);
  const promoteAt = (campaign: string, cycle: number) =>
    promoteFile(git, { campaign, cycle, path: "a.txt", content: `${campaign} ${cycle}\n`, keep: 3 });
  // The second campaign's name sorts before the first one's.
  for (const cycle of [9, 10]) {
    await promoteAt("z", cycle);
  }
  for (const cycle of [1, 2]) {
    await promoteAt("a", cycle);
  }
  const kept = await listTags(git);
  expect(kept).toEqual(["a/1", "a/2", "z/10"]);
});

async function listTags(git: Git): Promise<readonly string[]> {
  const refs = await git.listRefs("refs/tags/nightshift/");
  return refs.map(({ ref }) => ref.replace("refs/tags/nightshift/snapshot/", ""));
}

it("marks a promotion that policy could not refuse, in its commit and its event, also when a kill came between", async () => {
  using repository = openGitRepository();
  const { git, input } = await openReady(repository);
  const { events, journal } = recordEvents(repository);
  const result = await promote({ ...input, isUnsafe: true, isDryRun: true }, { git, journal });
  expect(result).toMatchObject({ status: "promoted", promotion: { isUnsafe: true } });
  const intended = events.map(({ event }) => event).find(({ type }) => type === "promotion-intended");
  if (intended?.type !== "promotion-intended") throw new Error("nothing was intended");
  const [info] = await git.log(intended.commit, { limit: 1 });
  expect(Object.keys(info?.trailers ?? {})).toContain("Nightshift-Unsafe");
  expect(await settlePromotion(intended, { git, isDryRun: false })).toMatchObject({
    promotion: { isUnsafe: true },
  });
});
