import { describe, expect, it } from "vitest";
import {
  closeAsPerson,
  createMemoryWorld,
  type MemoryWorld,
  mergeAsPerson,
  pushFiles,
} from "../helpers/memory-github/memory-world.ts";
import { publishInto, type ToldCampaign, tellCampaign } from "../helpers/publish-rig.ts";

const files = { "src/a.js": "a\n", "src/b.js": "b\n" };
const one = { cycle: 1, edits: { "src/a.js": "a1\n" } };
const two = { cycle: 2, edits: { "src/b.js": "b2\n" } };
const three = { cycle: 3, edits: { "src/c.js": "c3\n" } };
const openWorld = (config = "") =>
  createMemoryWorld({ files: { ...files, ...(config === "" ? {} : { ".github/nightshift.yml": config }) } });

async function publishTold(world: MemoryWorld, told: ToldCampaign, at?: string) {
  const published = await publishInto(world, tellCampaign(world, told), at === undefined ? {} : { at }).done;
  if (published.status !== "published") throw new Error(JSON.stringify(published));
  return published;
}
const masterFiles = ({ refs, objects }: MemoryWorld) =>
  Object.fromEntries(
    [
      ...(objects.trees.get(
        objects.commits.get(refs.get("refs/heads/nightshift/master") ?? "")?.tree ?? "",
      ) ?? []),
    ].map(([path, { sha }]) => [path, String(objects.blobs.get(sha))]),
  );
const again = (at: string, item = "item-1"): ToldCampaign => ({
  campaign: at,
  promotions: [{ ...one, edits: { "src/a.js": "another\n" }, item }],
});

describe("what is offered", () => {
  it("offers no item twice while a pull request for it is open, and keeps it on master", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    world.refs.delete("refs/heads/nightshift/master");
    const second = await publishTold(world, again("night-2"));
    expect(second).toMatchObject({
      pullRequests: [],
      left: [{ rule: "open-elsewhere" }],
      master: { status: "advanced" },
    });
    expect(world.pullRequests.size).toBe(1);
  });

  it("offers an item again that was merged, and fails again", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    mergeAsPerson(world, 1);
    expect((await publishTold(world, again("night-2"))).pullRequests).toHaveLength(1);
  });

  it("does not offer what a person closed, until its code changes", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    closeAsPerson(world, 1);
    const second = await publishTold(world, again("night-2"));
    expect(second).toMatchObject({
      pullRequests: [],
      left: [{ rule: "declined" }],
      master: { status: "unchanged" },
    });
    expect(world.pullRequests.get(1)?.labels).toContain("nightshift:declined");
    expect((await publishTold(world, again("night-3"))).left).toMatchObject([{ rule: "declined" }]);
    pushFiles(world, { ref: "refs/heads/main", files: { "src/a.js": "by hand\n" } });
    expect((await publishTold(world, again("night-4"))).pullRequests).toHaveLength(1);
  });

  it("leaves the marking to who learns from it, and does not offer it either", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    closeAsPerson(world, 1);
    const source = tellCampaign(world, again("night-2"));
    expect(await publishInto(world, source, { leavesDeclines: true }).done).toMatchObject({
      left: [{ rule: "declined" }],
    });
    expect(world.pullRequests.get(1)?.labels).not.toContain("nightshift:declined");
  });

  it("offers it again when somebody takes the label off", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    closeAsPerson(world, 1);
    await publishTold(world, again("night-2"));
    const declined = world.pullRequests.get(1);
    if (declined !== undefined)
      declined.labels = declined.labels.filter((label) => label !== "nightshift:declined");
    expect((await publishTold(world, again("night-3"))).pullRequests).toHaveLength(1);
    expect(world.pullRequests.get(1)?.labels).not.toContain("nightshift:declined");
  });

  it("takes no pull request of a fork for one of ours", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    const known = world.pullRequests.get(1);
    world.pullRequests.delete(1);
    if (known !== undefined)
      for (const state of ["open", "closed"] as const) {
        const number = world.nextId();
        const forged = { ...known, number, state, author: "mallory", headSha: "f".repeat(40), labels: [] };
        world.pullRequests.set(number, forged);
      }
    world.refs.delete("refs/heads/nightshift/master");
    expect((await publishTold(world, again("night-2"))).pullRequests).toHaveLength(1);
  });

  it("holds to the most that may be open, and leaves the rest off master too", async () => {
    const world = openWorld("pullRequests: { maxOpen: 2 }\n");
    const published = await publishTold(world, { promotions: [one, two, three] });
    expect(published).toMatchObject({ pullRequests: [{}, {}], left: [{ cycle: 3, rule: "max-open" }] });
    expect(masterFiles(world)).toMatchObject({ "src/a.js": "a1\n", "src/b.js": "b2\n" });
    expect(masterFiles(world)).not.toHaveProperty("src/c.js");
  });

  it("holds to the most of a night, and goes on the night after", async () => {
    const world = openWorld("pullRequests: { maxPerNight: 1 }\n");
    expect((await publishTold(world, { promotions: [one, two] })).left).toMatchObject([
      { rule: "max-per-night" },
    ]);
    const later: ToldCampaign = { campaign: "night-2", promotions: [{ ...two, item: "item-2" }] };
    expect((await publishTold(world, later, "2026-11-21T09:00:00.000Z")).left).toMatchObject([
      { rule: "max-per-night" },
    ]);
    expect((await publishTold(world, later, "2026-11-22T07:00:00.000Z")).pullRequests).toHaveLength(1);
  });

  it("offers what stands alone where master has moved meanwhile, says so, and leaves master as it is", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions: [one, { ...two, isStacked: true }] });
    const other = tellCampaign(world, { campaign: "night-0", promotions: [three] });
    await publishInto(world, other).done;
    const master = world.refs.get("refs/heads/nightshift/master");
    expect(await publishInto(world, source).done).toMatchObject({
      master: { status: "left", reason: expect.stringContaining("moved on") },
      pullRequests: [{ cycles: [1] }, { cycles: [2] }],
    });
    expect(world.refs.get("refs/heads/nightshift/master")).toBe(master);
    expect(world.pullRequests.get(2)?.body).toContain("It is not on master");
  });

  it("leaves what stands on something that is not offered", async () => {
    const world = openWorld();
    await publishTold(world, { promotions: [one] });
    world.refs.delete("refs/heads/nightshift/master");
    const stacked = { cycle: 2, edits: { "src/a.js": "a2\n" }, isStacked: true };
    const published = await publishTold(world, {
      campaign: "night-2",
      promotions: [{ ...one, item: "item-1" }, stacked],
    });
    expect(published.left).toMatchObject([{ rule: "open-elsewhere" }, { cycle: 2, rule: "builds-on" }]);
  });

  it("tells what else a stacked one holds", async () => {
    const world = openWorld();
    const stacked = { cycle: 3, edits: { "src/a.js": "a3\n" }, isStacked: true };
    await publishTold(world, { promotions: [one, two, stacked] });
    const third = world.pullRequests.get(3);
    expect(third?.baseRef).toBe("nightshift/fix/night-1-2");
    expect(third?.body).toContain("**It holds more than its own change**");
    expect(third?.body).toContain("> - `fix: cycle 1`");
    expect(third?.body).not.toContain("> - `fix: cycle 2`");
  });

  it("does not stack on a branch that somebody has gone on with, and never overwrites it", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions: [one] });
    await publishInto(world, source).done;
    const branch = "refs/heads/nightshift/fix/night-1-1";
    const amended = pushFiles(world, { ref: branch, files: { "src/a.js": "better\n" } });
    const known = world.pullRequests.get(1);
    if (known !== undefined) known.headSha = amended;
    expect(await publishInto(world, source).done).toMatchObject({
      pullRequests: [{ number: 1, status: "known" }],
    });
    expect(world.refs.get(branch)).toBe(amended);
  });

  it("says why where pull requests may not be created, and where master is protected from it", async () => {
    const world = openWorld();
    world.mayCreatePullRequests = false;
    world.protectedRefs.add("refs/heads/nightshift/master");
    expect(await publishTold(world, { promotions: [one] })).toMatchObject({
      master: { status: "left", reason: expect.stringContaining("protects") },
      left: [{ rule: "stopped", reason: expect.stringContaining("not permitted to create pull requests") }],
    });
    world.mayCreatePullRequests = true;
    world.protectedRefs.clear();
    expect(await publishTold(world, { promotions: [one] })).toMatchObject({
      master: { status: "advanced" },
      pullRequests: [{}],
    });
  });

  it("adds nothing to master above what somebody else has put on this campaign's promotions", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions: [one, two] });
    const cut = publishInto(world, source, {
      hooks: {
        after: ({ method }) => {
          if (method === "createPullRequest") throw new Error("killed");
        },
      },
    });
    await expect(cut.done).rejects.toThrow("killed");
    const ref = "refs/heads/nightshift/master";
    const stranger = pushFiles(world, { ref, files: { "src/b.js": "b2\n" }, message: "by hand" });
    expect(await publishInto(world, source).done).toMatchObject({
      master: { status: "left" },
      pullRequests: [
        { cycles: [1], status: "known" },
        { cycles: [2], status: "created" },
      ],
    });
    expect(world.refs.get(ref)).toBe(stranger);
  });
});
