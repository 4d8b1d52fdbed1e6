import { describe, expect, it } from "vitest";
import { createMemoryWorld, pushFiles } from "../helpers/memory-github/memory-world.ts";
import { publishInto, tellCampaign } from "../helpers/publish-rig.ts";

const openWorld = () =>
  createMemoryWorld({ files: { "README.md": "# Sums\n", "src/a.js": "a\n", "src/b.js": "b\n" } });
const two = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 3, edits: { "src/b.js": "b3\n", "src/c.js": "c\n" } },
];

describe("publishing", () => {
  it("tells what is suggested, and neither offers it nor puts it on master", async () => {
    const world = openWorld();
    const suggestion = {
      ...{ cycle: 2, title: "adds 2", subject: "fix: x", origin: "comparison", files: ["src/b.js"] },
      ...{ confidence: { value: 0.3, reason: "4 groups" }, patch: "diff --git a/src/b.js b/src/b.js\n" },
    };
    const content = { suggestions: [suggestion] };
    const source = tellCampaign(world, { promotions: two.slice(0, 1), content });
    const published = await publishInto(world, source).done;
    const { patch: _, ...told } = suggestion;
    expect(published).toMatchObject({ suggestions: [told], pullRequests: [{ cycles: [1] }], left: [] });
    expect(world.pullRequests.size).toBe(1);
    expect([...world.refs.keys()].filter((ref) => /-2$|\/2$/.test(ref))).toEqual([]);
    const memory = world.objects.commits.get(world.refs.get("refs/heads/nightshift/memory") ?? "");
    const entry = world.objects.trees.get(memory?.tree ?? "")?.get("publications/night-1.json");
    const note = JSON.parse(world.objects.blobs.get(entry?.sha ?? "")?.toString("utf8") ?? "{}");
    expect(note).toMatchObject({ suggestions: [told] });
  });

  it("puts each promotion on master, behind its snapshot, and opens a draft for each on sacred alone", async () => {
    const world = openWorld();
    const main = world.refs.get("refs/heads/main") ?? "";
    const published = await publishInto(world, tellCampaign(world, { promotions: two })).done;
    expect(published).toMatchObject({
      status: "published",
      master: { status: "advanced" },
      pullRequests: [
        { number: 1, cycles: [1], status: "created" },
        { number: 2, cycles: [3], status: "created" },
      ],
      left: [],
      memory: { status: "stored" },
    });
    const { refs, objects, pullRequests } = world;
    expect([...refs.keys()].toSorted()).toEqual([
      "refs/heads/main",
      "refs/heads/nightshift/fix/night-1-1",
      "refs/heads/nightshift/fix/night-1-3",
      "refs/heads/nightshift/master",
      "refs/heads/nightshift/memory",
      "refs/tags/nightshift/snapshot/night-1/1",
      "refs/tags/nightshift/snapshot/night-1/3",
    ]);
    expect(refs.get("refs/heads/main")).toBe(main);
    const master = objects.commits.get(refs.get("refs/heads/nightshift/master") ?? "");
    const first = objects.commits.get(master?.parents[0] ?? "");
    expect(first?.parents).toEqual([main]);
    expect(refs.get("refs/tags/nightshift/snapshot/night-1/1")).toBe(main);
    expect(refs.get("refs/tags/nightshift/snapshot/night-1/3")).toBe(master?.parents[0]);
    expect(objects.trees.get(master?.tree ?? "")?.size).toBe(4);
    for (const [number, pull] of pullRequests) {
      expect(pull).toMatchObject({ isDraft: true, baseRef: "main", labels: ["nightshift:promotion"] });
      expect(objects.commits.get(pull.headSha)?.parents).toEqual([main]);
      expect(pull.title).toBe(`fix: cycle ${number === 1 ? 1 : 3}`);
    }
  });

  it("finds everything done when it runs again, and writes no more", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions: two });
    await publishInto(world, source).done;
    const before = JSON.stringify([[...world.refs], [...world.pullRequests]]);
    const again = publishInto(world, source);
    expect(await again.done).toMatchObject({
      pullRequests: [{ status: "known" }, { status: "known" }],
      left: [],
    });
    expect(JSON.stringify([[...world.refs], [...world.pullRequests]])).toBe(before);
    expect(again.listWrites()).toEqual([]);
  });

  it("leaves what verify dropped, and builds what comes after it without it", async () => {
    const world = openWorld();
    const [first, second] = two;
    if (first === undefined || second === undefined) return;
    const source = tellCampaign(world, { promotions: [{ ...first, isDropped: true }, second] });
    expect(await publishInto(world, source).done).toMatchObject({
      pullRequests: [{ cycles: [3] }],
      left: [{ cycle: 1, rule: "dropped" }],
    });
    const master = world.objects.commits.get(world.refs.get("refs/heads/nightshift/master") ?? "");
    expect(world.objects.trees.get(master?.tree ?? "")?.get("src/a.js")?.sha).toBe(
      world.objects.writeBlob(Buffer.from("a\n")),
    );
  });

  it("stacks what does not stand alone on the branch before it, and says so", async () => {
    const world = openWorld();
    const stacked = { cycle: 2, edits: { "src/a.js": "a2\n" }, isStacked: true };
    await publishInto(world, tellCampaign(world, { promotions: [...two.slice(0, 1), stacked] })).done;
    const second = world.pullRequests.get(2);
    expect(second?.baseRef).toBe("nightshift/fix/night-1-1");
    expect(world.objects.commits.get(second?.headSha ?? "")?.parents).toEqual([
      world.refs.get("refs/heads/nightshift/fix/night-1-1"),
    ]);
    expect(second?.body).toContain("**stacked** on `nightshift/fix/night-1-1`");
    expect(second?.body).not.toContain("It holds more than its own change");
  });

  it("tells what master carries by master's own commits, whatever the campaign says of them", async () => {
    const world = openWorld();
    const carried = { "src/old.js": "old\n" };
    world.refs.set("refs/heads/nightshift/master", world.refs.get("refs/heads/main") ?? "");
    const trailers = "Nightshift-Campaign: night-0\nNightshift-Cycle: 1\nNightshift-Item: x";
    const message = `fix: what was promoted\n\n${trailers}`;
    const promoted = pushFiles(world, { ref: "refs/heads/nightshift/master", files: carried, message });
    const plain = pushFiles(world, { ref: "refs/heads/nightshift/master", files: {}, message: "by hand" });
    // GitHub gives commits of forks by their hash, too.
    const foreign = pushFiles(world, {
      ref: "refs/heads/fork",
      files: carried,
      message: message.replace("fix:", "evil:"),
    });
    const carriedCommits = [promoted, plain, foreign].map((commit) => ({ commit, subject: "fix: trust me" }));
    const promotions = [{ cycle: 1, edits: { "src/a.js": "a1\n" }, isStacked: true }];
    await publishInto(world, tellCampaign(world, { promotions, carried, carriedCommits })).done;
    const body = world.pullRequests.get(1)?.body ?? "";
    expect(body).toContain("It holds more than its own change");
    expect(body).toContain("`fix: what was promoted`");
    for (const commit of [plain, foreign])
      expect(body).toContain(`\`${commit.slice(0, 12)}, which is no promotion on master\``);
    expect(body).not.toMatch(/trust me|evil/);
  });

  it("goes on with promotions whose files sacred has as they were, and leaves the others", async () => {
    const world = openWorld();
    const base = world.refs.get("refs/heads/main") ?? "";
    const source = tellCampaign(world, { promotions: two });
    pushFiles(world, { ref: "refs/heads/main", files: { "src/b.js": "by hand\n" } });
    expect(await publishInto(world, source).done).toMatchObject({
      pullRequests: [{ cycles: [1] }],
      left: [{ cycle: 3, rule: "sacred-moved" }],
    });
    const [pull] = world.pullRequests.values();
    expect(world.objects.commits.get(pull?.headSha ?? "")?.parents).toEqual([base]);
    expect(pull?.body).toContain("has gone further since");
  });

  it("offers everything in one pull request where it is configured so", async () => {
    const world = createMemoryWorld({
      files: { "src/a.js": "a\n", ".github/nightshift.yml": "pullRequests:\n  mode: per-campaign\n" },
    });
    const source = tellCampaign(world, { promotions: two });
    await publishInto(world, source).done;
    await publishInto(world, source).done;
    const pulls = [...world.pullRequests.values()];
    expect(pulls).toHaveLength(1);
    expect(pulls[0]).toMatchObject({ headRef: "nightshift/fix/night-1-all", baseRef: "main" });
    const head = world.objects.commits.get(pulls[0]?.headSha ?? "");
    expect(head?.tree).toBe(
      world.objects.commits.get(world.refs.get("refs/heads/nightshift/master") ?? "")?.tree,
    );
    expect(world.objects.ancestorsOf(pulls[0]?.headSha ?? "").size).toBe(3);
  });

  it("only plans in a dry run", async () => {
    const world = openWorld();
    const dry = publishInto(world, tellCampaign(world, { promotions: two }), { isDryRun: true });
    expect(await dry.done).toMatchObject({
      status: "planned",
      plan: { offers: [{ cycles: [1] }, { cycles: [3] }] },
    });
    expect(dry.listWrites()).toEqual([]);
  });

  it("keeps the newest snapshots, by campaign and cycle", async () => {
    const world = createMemoryWorld({
      files: { "src/a.js": "a\n", ".github/nightshift.yml": "snapshots: { keep: 2 }\n" },
    });
    const main = world.refs.get("refs/heads/main") ?? "";
    const folder = "refs/tags/nightshift/snapshot/";
    for (const name of ["night-0/9", "night-0/10"]) world.refs.set(`${folder}${name}`, main);
    await publishInto(world, tellCampaign(world, { promotions: two.slice(0, 1) })).done;
    expect([...world.refs.keys()].filter((ref) => ref.startsWith(folder))).toEqual([
      `${folder}night-0/10`,
      `${folder}night-1/1`,
    ]);
  });
});
