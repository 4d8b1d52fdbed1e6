import { describe, expect, it } from "vitest";
import { buildPatternLesson } from "../../../src/memory/build-lesson.ts";
import { createArmPolicy } from "../../../src/memory/policy/arm-policy.ts";
import { tallyRewards } from "../../../src/memory/policy/tally-rewards.ts";
import { readMemory } from "../../../src/memory/read-memory.ts";
import { openGitHubMemory } from "../../../src/open-github-memory.ts";
import { type AppRig, comment, offer, openAppRig, people } from "../../helpers/app-rig.ts";
import { closeAsPerson, mergeAsPerson, pushFiles } from "../../helpers/memory-github/memory-world.ts";
import { sampleReward } from "../../helpers/sample-reward.ts";

function patternOf(cycle: number, file: string) {
  return buildPatternLesson({
    ...{ campaign: "night-1", cycle, at: "2026-11-21T03:05:00.000Z", commit: "c".repeat(40) },
    item: {
      id: `item-${cycle}`,
      kind: "failing-test",
      title: `adds ${cycle}`,
      signature: `expected ${cycle}`,
    },
    proposed: {
      ...{ type: "candidate-proposed", cycle, attempt: 1, tree: "t", summary: "say A", origin: "comparison" },
      files: [{ path: file, blob: "b" }],
      diff: `--- a/${file}\n+++ b/${file}\n@@ -1 +1 @@\n-a\n+A\n`,
    },
  });
}

/** What the gates gave the promotion of a cycle. */
const rewardOf = (cycle: number) =>
  sampleReward({
    ...{ cycle, at: "2026-11-21T03:05:00.000Z", item: `item-${cycle}`, reward: 0.97 },
    arms: ["method:direct", "brain:search", "operator:comparison"],
  });

const told = {
  promotions: [
    { cycle: 1, edits: { "src/a.js": "A\n" } },
    { cycle: 2, edits: { "src/b.js": "B\n" } },
  ],
  lessons: [patternOf(1, "src/a.js"), patternOf(2, "src/b.js"), rewardOf(1)],
};

async function openOffered() {
  const rig = openAppRig();
  const numbers = await offer(rig, told);
  return { rig, first: numbers[0] ?? 0, second: numbers[1] ?? 0 };
}

const lessonsOf = async (rig: AppRig) =>
  (await readMemory({ git: openGitHubMemory({ github: (await rig.desk()).github, prefix: "nightshift" }) }))
    .lessons;
const rewardsOf = async (rig: AppRig) =>
  (await lessonsOf(rig)).flatMap((lesson) => (lesson.kind === "reward" ? [lesson] : []));
const tree = ({ world }: AppRig, ref: string) =>
  world.objects.commits.get(world.refs.get(`refs/heads/${ref}`) ?? "")?.tree;
const closed = (number: number) => ({ action: "closed", pull_request: { number } });

describe("what an offer earns its operator", () => {
  it("is the whole once it is merged, in place of what the gates gave", async () => {
    const { rig, first } = await openOffered();
    expect(await rewardsOf(rig)).toMatchObject([{ trust: "gates", reward: 0.97 }]);
    mergeAsPerson(rig.world, first);
    for (let time = 0; time < 2; time += 1) await rig.deliver("pull_request", closed(first));
    const { id, arms } = rewardOf(1);
    expect(await rewardsOf(rig)).toMatchObject([{ id, arms, cycle: 1, trust: "person", reward: 1 }]);
  });

  it("is less where a person had to change it first", async () => {
    const { rig, first } = await openOffered();
    const head = pushFiles(rig.world, {
      ref: "refs/heads/nightshift/fix/night-1-1",
      files: { "src/a.js": "AA\n" },
    });
    Object.assign(rig.world.pullRequests.get(first) ?? {}, { headSha: head });
    mergeAsPerson(rig.world, first);
    await rig.deliver("pull_request", closed(first));
    expect(await rewardsOf(rig)).toMatchObject([{ cycle: 1, trust: "person", reward: 0.7 }]);
  });

  it("is nothing where somebody who may write closed it, also where memory has lost what the gates gave", async () => {
    const { rig, first, second } = await openOffered();
    for (const number of [first, second]) {
      closeAsPerson(rig.world, number, [], people.writer);
      await rig.deliver("pull_request", closed(number));
    }
    const rewards = (await rewardsOf(rig)).toSorted((a, b) => a.cycle - b.cycle);
    expect(rewards).toMatchObject([
      { id: rewardOf(1).id, cycle: 1, trust: "person", reward: 0 },
      { cycle: 2, trust: "person", reward: 0, arms: expect.arrayContaining(["operator:comparison"]) },
    ]);
    const tallies = tallyRewards(rewards, { at: "2026-11-22T00:00:00.000Z", halfLifeDays: 30 });
    expect(createArmPolicy(tallies).weigh("failing-test", "operator:comparison")).toBeLessThan(1);
  });

  it("stays as it was where an outsider closed it", async () => {
    const { rig, first } = await openOffered();
    closeAsPerson(rig.world, first, [], people.outsider);
    await rig.deliver("pull_request", closed(first), { sender: people.outsider });
    expect(await rewardsOf(rig)).toMatchObject([{ trust: "gates", reward: 0.97 }]);
  });
});

describe("an offer that is closed", () => {
  it("confirms what worked when it is merged, and brings master to sacred with what is still open", async () => {
    const { rig, first } = await openOffered();
    const master = tree(rig, "nightshift/master");
    const merge = mergeAsPerson(rig.world, first);
    await rig.deliver("pull_request", closed(first));
    expect(await lessonsOf(rig)).toContainEqual(
      expect.objectContaining({ kind: "pattern", cycle: 1, trust: "person", commit: merge }),
    );
    const head = rig.world.objects.commits.get(rig.world.refs.get("refs/heads/nightshift/master") ?? "");
    expect(head?.parents[1]).toBe(merge);
    expect(head?.tree).toBe(master);
    expect(head?.message).toMatch(/Nightshift-Carried: [0-9a-f]{40}$/);
    expect(rig.world.pullRequests.get(first)?.labels).toContain("nightshift:merged");
  });

  it("gives master sacred's very tree once nothing is open any more", async () => {
    const { rig, first, second } = await openOffered();
    for (const number of [first, second]) {
      mergeAsPerson(rig.world, number);
      await rig.deliver("pull_request", closed(number));
    }
    expect(tree(rig, "nightshift/master")).toBe(tree(rig, "main"));
  });

  it("leaves master to the next campaign where sacred has more than was offered", async () => {
    const { rig, first } = await openOffered();
    pushFiles(rig.world, { ref: "refs/heads/main", files: { "src/c.js": "by hand\n" } });
    const before = rig.world.refs.get("refs/heads/nightshift/master");
    mergeAsPerson(rig.world, first);
    await rig.deliver("pull_request", closed(first));
    expect(rig.world.refs.get("refs/heads/nightshift/master")).toBe(before);
    expect(rig.world.pullRequests.get(first)?.labels).toContain("nightshift:merged");
  });

  it("learns what a person changed before the merge", async () => {
    const { rig, first } = await openOffered();
    const head = pushFiles(rig.world, {
      ref: "refs/heads/nightshift/fix/night-1-1",
      files: { "src/a.js": "AA\n" },
    });
    Object.assign(rig.world.pullRequests.get(first) ?? {}, { headSha: head });
    mergeAsPerson(rig.world, first);
    await rig.deliver("pull_request", closed(first));
    const changed = (await lessonsOf(rig)).find((lesson) => "origin" in lesson && lesson.origin === "person");
    expect(changed).toMatchObject({ kind: "pattern", trust: "person", diff: expect.stringContaining("+AA") });
  });

  it("avoids what somebody with write permission closed, with the reason, and takes it off master", async () => {
    const { rig, second } = await openOffered();
    comment(rig, second, "We want   to keep b\nas it is.");
    closeAsPerson(rig.world, second, [], people.writer);
    for (let time = 0; time < 3; time += 1) await rig.deliver("pull_request", closed(second));
    const avoided = (await lessonsOf(rig)).filter(({ kind }) => kind === "avoided");
    expect(avoided).toMatchObject([
      {
        cycle: 2,
        trust: "person",
        rule: "declined",
        text: expect.stringContaining('"We want to keep b as it is."'),
      },
    ]);
    expect(rig.world.pullRequests.get(second)?.labels).toContain("nightshift:declined");
    expect(rig.world.objects.trees.get(tree(rig, "nightshift/master") ?? "")?.get("src/b.js")?.sha).toBe(
      rig.world.objects.writeBlob(Buffer.from("b\n")),
    );
    const texts = [...rig.world.comments.values()].filter(({ issue, isBot }) => issue === second && isBot);
    expect(texts).toHaveLength(1);
  });

  it("enforces nothing of what somebody without write permission closed", async () => {
    const { rig, second } = await openOffered();
    const master = rig.world.refs.get("refs/heads/nightshift/master");
    closeAsPerson(rig.world, second, [], people.outsider);
    await rig.deliver("pull_request", closed(second), { sender: people.outsider });
    const avoided = (await lessonsOf(rig)).filter(({ kind }) => kind === "avoided");
    expect(avoided).toMatchObject([{ trust: "model", text: expect.stringContaining("without a reason") }]);
    expect(rig.world.refs.get("refs/heads/nightshift/master")).toBe(master);
  });

  it("does not put a label on again that a person took off", async () => {
    const { rig, second } = await openOffered();
    closeAsPerson(rig.world, second, [], people.writer);
    await rig.deliver("pull_request", closed(second));
    Object.assign(rig.world.pullRequests.get(second) ?? {}, { labels: [] });
    const writes = rig.writes().length;
    await rig.reconcile();
    await rig.deliver("pull_request", closed(second));
    expect(
      rig
        .writes()
        .slice(writes)
        .filter(({ method }) => method !== "updateIssue"),
    ).toEqual([]);
    expect(rig.world.pullRequests.get(second)?.labels).toEqual([]);
  });

  it("passes over pull requests that are not its own, even with its marker in a fork's", async () => {
    const { rig, first } = await openOffered();
    const body = rig.world.pullRequests.get(first)?.body ?? "";
    const number = rig.world.nextId();
    rig.world.pullRequests.set(number, {
      ...{
        number,
        nodeId: "x",
        title: "t",
        body,
        state: "closed",
        isDraft: false,
        isMerged: true,
        labels: [],
        author: "mallory",
        url: "",
      },
      ...{
        headRef: "mallory:nightshift/fix/night-1-1",
        headSha: "f".repeat(40),
        baseRef: "main",
        mergeCommit: "f".repeat(40),
      },
    });
    const before = rig.writes().length;
    await rig.deliver("pull_request", closed(number));
    expect(rig.writes()).toHaveLength(before);
  });

  it("learns from a review that asks for changes, of somebody who may write", async () => {
    const { rig, first } = await openOffered();
    const review = (body: string) => ({
      action: "submitted",
      review: { state: "changes_requested", body },
      pull_request: { number: first },
    });
    await rig.deliver("pull_request_review", review("Name it better"));
    await rig.deliver("pull_request_review", review("Name it better"));
    await rig.deliver("pull_request_review", review("I am nobody"), { sender: people.outsider });
    expect((await lessonsOf(rig)).filter(({ kind }) => kind === "denied")).toMatchObject([
      { rule: "review", reason: "Name it better", trust: "person" },
    ]);
  });

  it("marks what sacred has changed since, and takes it back", async () => {
    const { rig, first, second } = await openOffered();
    pushFiles(rig.world, { ref: "refs/heads/main", files: { "src/a.js": "by hand\n" } });
    for (let time = 0; time < 2; time += 1)
      await rig.deliver("push", { ref: "refs/heads/main", deleted: false });
    expect(rig.world.pullRequests.get(first)?.labels).toContain("nightshift:stale");
    expect(rig.world.pullRequests.get(second)?.labels).not.toContain("nightshift:stale");
    expect([...rig.world.comments.values()].filter(({ issue }) => issue === first)).toHaveLength(1);
    pushFiles(rig.world, { ref: "refs/heads/main", files: { "src/a.js": "a\n" } });
    await rig.deliver("push", { ref: "refs/heads/main", deleted: false });
    expect(rig.world.pullRequests.get(first)?.labels).not.toContain("nightshift:stale");
  });
});
