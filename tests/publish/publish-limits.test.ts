import { describe, expect, it } from "vitest";
import { failCall } from "../helpers/memory-github/fail-call.ts";
import { createMemoryWorld } from "../helpers/memory-github/memory-world.ts";
import { publishInto, tellCampaign } from "../helpers/publish-rig.ts";

const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/b.js": "b2\n" } },
];
const openWorld = () => createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });

describe("publishing within GitHub's limits", () => {
  it("leaves what it has no calls for as patches and a note in memory, and finishes it next time", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions });
    const patches: string[] = [];
    const first = await publishInto(world, source, {
      patches,
      hooks: {
        // Somebody else uses the same hour's calls: what is left is enough for memory.
        after: ({ method }) => {
          if (method === "createPullRequest") world.quota.remaining = 50;
        },
      },
    }).done;
    expect(first).toMatchObject({
      status: "interrupted",
      pullRequests: [{ cycles: [1] }],
      left: [{ cycle: 2, rule: "quota" }],
      patches: ["cycle-2.patch"],
      memory: { status: "stored" },
    });
    expect(patches[0]).toContain("src/b.js");
    const memory = world.objects.commits.get(world.refs.get("refs/heads/nightshift/memory") ?? "");
    const note = world.objects.trees.get(memory?.tree ?? "")?.get("publications/night-1.json")?.sha ?? "";
    expect(JSON.parse(String(world.objects.blobs.get(note)))).toMatchObject({ pending: { cycles: [2] } });
    world.quota.remaining = 5000;
    expect(await publishInto(world, source).done).toMatchObject({
      status: "published",
      pullRequests: [{ status: "known" }, { cycles: [2], status: "created" }],
    });
  });

  it("does the same when a secondary limit bites in the middle, and when there is nothing left even for memory", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions });
    const limited = publishInto(world, source, {
      hooks: {
        before: ({ method, write }) => {
          if (write > 12 || (write > 0 && method === "createPullRequest"))
            throw failCall("GITHUB_RATE_LIMITED", "You have exceeded a secondary rate limit");
        },
      },
    });
    expect(await limited.done).toMatchObject({
      status: "interrupted",
      pullRequests: [],
      left: [
        { cycle: 1, rule: "quota" },
        { cycle: 2, rule: "quota" },
      ],
      patches: ["cycle-1.patch", "cycle-2.patch"],
    });
    expect(await publishInto(world, source).done).toMatchObject({ pullRequests: [{}, {}], left: [] });
    expect(world.pullRequests.size).toBe(2);
  });

  it("throws what is no limit", async () => {
    const world = openWorld();
    const broken = publishInto(world, tellCampaign(world, { promotions }), {
      hooks: {
        before: ({ method }) => {
          if (method === "createCommit") throw failCall("GITHUB_UNAVAILABLE", "502");
        },
      },
    });
    await expect(broken.done).rejects.toThrow("502");
  });
});
