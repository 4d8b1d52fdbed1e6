import { describe, expect, it } from "vitest";
import { configSchema } from "../src/config/schema.ts";
import { readMemory } from "../src/memory/read-memory.ts";
import { openGitHubMemory } from "../src/open-github-memory.ts";
import { settleFates } from "../src/settle-fates.ts";
import { failCall } from "./helpers/memory-github/fail-call.ts";
import {
  closeAsPerson,
  createMemoryWorld,
  type MemoryWorld,
  mergeAsPerson,
} from "./helpers/memory-github/memory-world.ts";
import { type CallHooks, createMemoryGitHub } from "./helpers/memory-github.ts";
import { publishInto, tellCampaign } from "./helpers/publish-rig.ts";
import { samplePattern } from "./helpers/sample-lessons.ts";
import { sampleReward } from "./helpers/sample-reward.ts";

const at = "2026-11-21T03:05:00.000Z";
const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/b.js": "b2\n" } },
];

/** A world with two offers, and memory of how they came about. */
async function openOffered() {
  const world = createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });
  world.permissions.set("wanda", "write").set("otto", "read");
  const lessons = [1, 2].flatMap((cycle) => [
    samplePattern({ at, cycle, diff: `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${cycle}\n+${cycle}0\n` }),
    sampleReward({ at, cycle, reward: 0.97 }),
  ]);
  await publishInto(world, tellCampaign(world, { promotions, lessons })).done;
  expect(world.pullRequests.size).toBe(2);
  return world;
}

function settle(world: MemoryWorld, hooks: CallHooks = {}) {
  const { github, listWrites } = createMemoryGitHub({ world, hooks });
  const clock = { now: () => "2026-11-22T06:00:00.000Z" };
  const deps = { github, clock, prefix: "nightshift", config: configSchema.parse({}) };
  return { done: settleFates({ sacred: "main" }, deps), listWrites };
}

async function readRewards(world: MemoryWorld) {
  const { github } = createMemoryGitHub({ world });
  const { lessons } = await readMemory({ git: openGitHubMemory({ github, prefix: "nightshift" }) });
  const rewards = lessons.flatMap((lesson) => (lesson.kind === "reward" ? [lesson] : []));
  return {
    lessons,
    rewards: Object.fromEntries(rewards.map(({ cycle, trust, reward }) => [cycle, `${trust}: ${reward}`])),
  };
}

describe("what people made of offers, where no App is told", () => {
  it("is learned by the next night's publication, once", async () => {
    const world = await openOffered();
    mergeAsPerson(world, 1);
    closeAsPerson(world, 2, [], "wanda");
    expect(await settle(world).done).toEqual({ merged: 1, declined: 1, reason: "" });
    const { lessons, rewards } = await readRewards(world);
    expect(rewards).toEqual({ 1: "person: 1", 2: "person: 0" });
    expect(lessons).toContainEqual(expect.objectContaining({ kind: "pattern", cycle: 1, trust: "person" }));
    expect(lessons).toContainEqual(
      expect.objectContaining({ kind: "avoided", cycle: 2, trust: "person", rule: "declined" }),
    );
    expect(world.pullRequests.get(1)?.labels).toContain("nightshift:merged");
    expect(world.pullRequests.get(2)?.labels).toContain("nightshift:declined");
    const again = settle(world);
    expect(await again.done).toEqual({ merged: 0, declined: 0, reason: "" });
    expect(again.listWrites()).toEqual([]);
  });

  it("enforces nothing of what an outsider closed, and takes nothing back for it", async () => {
    const world = await openOffered();
    closeAsPerson(world, 2, [], "otto");
    expect(await settle(world).done).toMatchObject({ declined: 1 });
    const { lessons, rewards } = await readRewards(world);
    expect(rewards).toEqual({ 1: "gates: 0.97", 2: "gates: 0.97" });
    expect(lessons).toContainEqual(expect.objectContaining({ kind: "avoided", cycle: 2, trust: "model" }));
  });

  it("does not offer again what was taken up again by a person who took the label off", async () => {
    const world = await openOffered();
    closeAsPerson(world, 2, [], "wanda");
    await settle(world).done;
    Object.assign(world.pullRequests.get(2) ?? {}, { labels: [] });
    expect(await settle(world).done).toMatchObject({ declined: 0 });
    expect(world.pullRequests.get(2)?.labels).toEqual([]);
  });

  it("leaves the rest to the next night where GitHub's limits bite, with nothing marked that is not learned", async () => {
    const world = await openOffered();
    mergeAsPerson(world, 1);
    closeAsPerson(world, 2, [], "wanda");
    const cut = settle(world, {
      before: ({ method }) => {
        if (method === "createCommit") throw failCall("GITHUB_RATE_LIMITED", "wait a while");
      },
    });
    expect(await cut.done).toMatchObject({ merged: 0, declined: 0, reason: expect.stringContaining("wait") });
    expect(world.pullRequests.get(1)?.labels).not.toContain("nightshift:merged");
    expect(await settle(world).done).toEqual({ merged: 1, declined: 1, reason: "" });
  });
});
