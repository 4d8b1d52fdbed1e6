import { describe, expect, it } from "vitest";
import { finishPending } from "../src/finish-pending.ts";
import { openGitHubMemory } from "../src/open-github-memory.ts";
import { zipBundle } from "../src/publish/bundle/zip-bundle.ts";
import type { PublishDeps } from "../src/publish/publish.ts";
import { publish } from "../src/publish/publish.ts";
import { failCall } from "./helpers/memory-github/fail-call.ts";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "./helpers/memory-github/memory-world.ts";
import { type CallHooks, createMemoryGitHub } from "./helpers/memory-github.ts";
import { tellCampaign } from "./helpers/publish-rig.ts";

const run = 101;
const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/b.js": "b2\n" } },
];

function openDeps(world: MemoryWorld, hooks: CallHooks = {}): PublishDeps {
  const { github } = createMemoryGitHub({ world, hooks });
  return {
    github,
    clock: { now: () => "2026-11-21T06:00:00.000Z" },
    openMemory: (prefix) => openGitHubMemory({ github, prefix }),
    writePatches: async () => [],
  };
}

/** A night whose second promotion GitHub's limits left, with the artifacts of its run. */
async function openCutNight() {
  const world = createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });
  const source = tellCampaign(world, { promotions });
  const upload = (id: number, name: string, zip: Buffer) =>
    world.artifacts.push({
      ...{ id, name, zip, sizeBytes: zip.length, digest: "", isExpired: false },
      runId: run,
    });
  upload(1, "nightshift-bundle", (source.bundle as { zip: Buffer }).zip);
  upload(2, "nightshift-verdict", Buffer.from(zipBundle(new Map([["verdict.json", source.verdict]]))));
  const cut = openDeps(world, {
    after: ({ method }) => {
      if (method === "createPullRequest") world.quota.remaining = 50;
    },
  });
  expect(await publish({ ...source, run }, cut)).toMatchObject({ status: "interrupted" });
  world.quota.remaining = 5000;
  return world;
}

const finish = (world: MemoryWorld, { except = "tonight", hooks = {} as CallHooks } = {}) =>
  finishPending({ prefix: "nightshift", keepDays: 365, except }, openDeps(world, hooks));

describe("what GitHub's limits left the night before", () => {
  it("is finished from that run's artifacts, once", async () => {
    const world = await openCutNight();
    expect(world.pullRequests.size).toBe(1);
    expect(await finish(world)).toMatchObject([
      {
        campaign: "night-1",
        status: "published",
        publication: { pullRequests: [{ cycles: [1] }, { cycles: [2] }] },
      },
    ]);
    expect(world.pullRequests.size).toBe(2);
    expect(await finish(world)).toEqual([]);
  });

  it("waits on where there are still no calls left, and is not tried by the campaign that has just done so", async () => {
    const world = await openCutNight();
    world.quota.remaining = 30;
    expect(await finish(world)).toMatchObject([{ campaign: "night-1", status: "waiting" }]);
    world.quota.remaining = 5000;
    expect(await finish(world, { except: "night-1" })).toEqual([]);
    expect(await finish(world)).toMatchObject([{ status: "published" }]);
  });

  it("says which right the token lacks, and waits", async () => {
    const world = await openCutNight();
    const hooks: CallHooks = {
      before: ({ method }) => {
        if (method === "listArtifacts") throw failCall("GITHUB_FORBIDDEN", "Resource not accessible");
      },
    };
    expect(await finish(world, { hooks })).toMatchObject([{ status: "waiting", reason: /not accessible/ }]);
    expect(await finish(world)).toMatchObject([{ status: "published" }]);
  });

  it.each([
    [
      "its artifacts have expired",
      /has expired/,
      (world: MemoryWorld) => {
        for (const artifact of world.artifacts) artifact.isExpired = true;
      },
    ],
    [
      "the run has another verdict than was told then",
      /^verdict-origin: /,
      (world: MemoryWorld) => {
        const { verdict } = tellCampaign(world, {
          promotions,
          forge: (told) => ({ ...told, at: "2026-11-21T05:00:01.000Z" }),
        });
        const forged = Buffer.from(zipBundle(new Map([["verdict.json", verdict]])));
        Object.assign(world.artifacts[1] ?? {}, { zip: forged, sizeBytes: forged.length });
      },
    ],
    [
      "its base is no longer in the history",
      /^base-history: /,
      (world: MemoryWorld) => {
        const root = pushFiles(world, { ref: "refs/heads/other", files: { "x.js": "x\n" } });
        Object.assign(world.objects.commits.get(root) ?? {}, { parents: [] });
        world.refs.set("refs/heads/main", root);
      },
    ],
  ])("is given up for good where %s, and nothing is published", async (_name, says, change) => {
    const world = await openCutNight();
    change(world);
    const reason = expect.stringMatching(says);
    expect(await finish(world)).toMatchObject([{ campaign: "night-1", status: "given-up", reason }]);
    expect(world.pullRequests.size).toBe(1);
    expect(await finish(world)).toEqual([]);
  });

  it("is nothing where memory has no such note, or one that nobody can read", async () => {
    const world = createMemoryWorld({ files: { "src/a.js": "a\n" } });
    expect(await finish(world)).toEqual([]);
    pushFiles(world, {
      ref: "refs/heads/nightshift/memory",
      files: {
        "publications/night-1.json": "{",
        "publications/night-2.json": '{"campaign":"x","pending":{}}',
      },
    });
    expect(await finish(world)).toEqual([]);
  });
});
