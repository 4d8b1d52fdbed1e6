import { describe, expect, it } from "vitest";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "../helpers/memory-github/memory-world.ts";
import { describeWorld, publishInto, tellCampaign } from "../helpers/publish-rig.ts";

const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/a.js": "a2\n" }, isStacked: true },
  { cycle: 4, edits: { "src/b.js": null, "src/c.js": "c\n" } },
];
const carried = { "src/old.js": "carried\n" };

/** A world whose master stands a step behind what the campaign began with. */
function openWorld(): MemoryWorld {
  const world = createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });
  world.refs.set("refs/heads/nightshift/master", world.refs.get("refs/heads/main") ?? "");
  pushFiles(world, { ref: "refs/heads/nightshift/master", files: carried, message: "old promotion" });
  pushFiles(world, { ref: "refs/heads/main", files: { "README.md": "# By hand\n" } });
  return world;
}

const expected = describeWorld(await publishWhole());

async function publishWhole(): Promise<MemoryWorld> {
  const world = openWorld();
  await publishInto(world, tellCampaign(world, { promotions, carried })).done;
  return world;
}

async function countWrites(): Promise<number> {
  const world = openWorld();
  const run = publishInto(world, tellCampaign(world, { promotions, carried }));
  await run.done;
  return run.listWrites().length;
}

describe("publishing that is cut off", () => {
  it("starts master anew from sacred with what it carries", () => {
    expect(JSON.stringify(expected)).toContain("chore: start master from main");
    expect(expected.pulls).toHaveLength(3);
  });

  it.for(["before", "after"] as const)(
    "ends the same after a kill %s any write, and then another",
    async (when) => {
      const writes = await countWrites();
      expect(writes).toBeGreaterThan(30);
      for (let at = 1; at <= writes; at += 1) {
        const world = openWorld();
        const source = tellCampaign(world, { promotions, carried });
        const die = (call: { readonly write: number }, last: number) => {
          if (call.write === last) throw new Error("killed");
        };
        await expect(
          publishInto(world, source, { hooks: { [when]: (call: { write: number }) => die(call, at) } }).done,
        ).rejects.toThrow("killed");
        // The second run is cut off a few writes further on, unless it has less to do than that.
        await publishInto(world, source, {
          hooks: { [when]: (call: { write: number }) => die(call, 1 + (at % 4)) },
        }).done.catch(() => null);
        await publishInto(world, source).done;
        expect(describeWorld(world), `killed ${when} write ${at}`).toEqual(expected);
      }
    },
  );

  it("ends the same when two do it at once, each write of one between those of the other", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions, carried });
    await Promise.all([publishInto(world, source).done, publishInto(world, source).done]);
    await publishInto(world, source).done;
    const { refs, pulls } = describeWorld(world);
    expect(refs.map(([ref]) => ref)).toEqual(expected.refs.map(([ref]) => ref));
    expect(pulls.map(({ headRef }) => headRef).toSorted()).toEqual(
      expected.pulls.map(({ headRef }) => headRef).toSorted(),
    );
  });

  it("never writes sacred, and deletes or forces nothing", async () => {
    const world = openWorld();
    const main = world.refs.get("refs/heads/main");
    const run = publishInto(world, tellCampaign(world, { promotions, carried }));
    await run.done;
    expect(world.refs.get("refs/heads/main")).toBe(main);
    const refs = run
      .listWrites()
      .filter(({ method }) => /Ref$/.test(method))
      .map(({ args }) => String(args[0]));
    expect(refs.length).toBeGreaterThan(8);
    for (const ref of refs) expect(ref).toMatch(/^refs\/(?:heads|tags)\/nightshift\//);
    expect(run.listWrites().map(({ method }) => method)).not.toContain("deleteRef");
  });

  it("goes on while people push to sacred between its writes, and leaves every one of their commits", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions, carried });
    const pushed: string[] = [];
    const published = await publishInto(world, source, {
      hooks: {
        after: ({ write }) => {
          if (write % 5 !== 1) return;
          const files = { [`notes/${write}.md`]: "by hand\n" };
          pushed.push(pushFiles(world, { ref: "refs/heads/main", files }));
        },
      },
    }).done;
    expect(published).toMatchObject({ status: "published", pullRequests: [{}, {}, {}], left: [] });
    expect(pushed.length).toBeGreaterThan(5);
    const main = world.refs.get("refs/heads/main") ?? "";
    expect(main).toBe(pushed.at(-1));
    for (const commit of pushed) expect(world.objects.ancestorsOf(main)).toContain(commit);
    expect(await publishInto(world, source).done).toMatchObject({ pullRequests: [{}, {}, {}], left: [] });
    expect(describeWorld(world).pulls).toEqual(expected.pulls);
  });
});
