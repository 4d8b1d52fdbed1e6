import { describe, expect, it } from "vitest";
import { computeCid } from "../../src/publish/bundle/compute-cid.ts";
import type { PublicationRule } from "../../src/publish/publication-refusal.ts";
import { createMemoryWorld, type MemoryWorld, pushFiles } from "../helpers/memory-github/memory-world.ts";
import { publishInto, type ToldCampaign, tellCampaign } from "../helpers/publish-rig.ts";

const hash = "e".repeat(40);
const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/b.js": "b2\n" }, isDropped: true },
];
const openWorld = () => createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });

const refusals: readonly (readonly [
  string,
  PublicationRule,
  Partial<ToldCampaign>,
  ((world: MemoryWorld) => void)?,
])[] = [
  [
    "a verdict of another bundle",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, bundle: `b${"a".repeat(58)}` }) },
  ],
  [
    "a verdict of another repository",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, repository: "evil/sums" }) },
  ],
  ["a verdict of another base", "verdict-binding", { forge: (verdict) => ({ ...verdict, base: hash }) }],
  [
    "a verdict under another configuration",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, configDigest: "0".repeat(64) }) },
  ],
  [
    "a verdict that starts elsewhere",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, masterTree: hash }) },
  ],
  [
    "a verdict that leaves a promotion out",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, promotions: verdict.promotions.slice(1) }) },
  ],
  [
    "a verdict in another order",
    "verdict-binding",
    { forge: (verdict) => ({ ...verdict, promotions: verdict.promotions.toReversed() }) },
  ],
  [
    "a dropped promotion that has a tree",
    "verdict-binding",
    {
      forge: (verdict) => ({
        ...verdict,
        promotions: verdict.promotions.map((each) => ({ ...each, aloneTree: hash })),
      }),
    },
  ],
  [
    "a verified promotion without a tree",
    "verdict-binding",
    {
      forge: (verdict) => ({
        ...verdict,
        promotions: verdict.promotions.map((each) => ({ ...each, status: "verified" as const, tree: null })),
      }),
    },
  ],
  [
    "a verdict that did not run isolated",
    "verdict",
    { forge: (verdict) => ({ ...verdict, isolation: "none" }) as never },
  ],
  ["a verdict with more in it", "verdict", { forge: (verdict) => ({ ...verdict, trusted: true }) }],
  [
    "a bundle of another repository",
    "other-repository",
    { content: { repository: "evil/sums" }, forge: (verdict) => ({ ...verdict, repository: "evil/sums" }) },
  ],
  ["a bundle from another branch", "other-branch", { content: { sacred: "develop" } }],
  ["an unsafe bundle", "unsafe", { content: { isUnsafe: true } }],
  [
    "another configuration than the base has",
    "other-config",
    {
      content: { configDigest: "0".repeat(64) },
      forge: (verdict) => ({ ...verdict, configDigest: "0".repeat(64) }),
    },
  ],
  [
    "a base that is no commit of sacred",
    "base-history",
    { content: { base: hash }, forge: (verdict) => ({ ...verdict, base: hash }) },
  ],
  [
    "a base that sacred's history no longer holds",
    "base-history",
    {},
    ({ refs, objects }) => {
      const { tree = "" } = objects.commits.get(refs.get("refs/heads/main") ?? "") ?? {};
      refs.set("refs/heads/main", objects.writeCommit({ tree, parents: [], message: "rewritten" }));
    },
  ],
  ["an archived repository", "archived", {}, (world) => void Object.assign(world.info, { isArchived: true })],
  [
    "a repository without its default branch",
    "empty-repository",
    {},
    ({ refs }) => void refs.delete("refs/heads/main"),
  ],
];

describe("what publishing does not take", () => {
  it.for(refusals)("refuses %s, and writes nothing", async ([, rule, told, change]) => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions, ...told });
    change?.(world);
    const run = publishInto(world, source);
    expect(await run.done).toMatchObject({ status: "refused", rule });
    expect(run.listWrites()).toEqual([]);
  });

  it("takes the very same bundle when nothing is wrong with it", async () => {
    const world = openWorld();
    expect(await publishInto(world, tellCampaign(world, { promotions })).done).toMatchObject({
      status: "published",
    });
  });

  it("refuses a verdict that is not the one that the trusted origin told, whatever it says", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions });
    const other = Buffer.from(String(source.verdict).replace("unit is green", "unit is greener"));
    const run = publishInto(world, { ...source, verdict: other });
    expect(await run.done).toMatchObject({ status: "refused", rule: "verdict-origin" });
    const twice = Buffer.from(`{"version":1,${String(source.verdict).slice(1)}`);
    const told = publishInto(world, { ...source, verdict: twice, verdictCid: computeCid(twice) });
    expect(await told.done).toMatchObject({ status: "refused", rule: "verdict" });
    expect([...run.listWrites(), ...told.listWrites()]).toEqual([]);
  });

  it("refuses another campaign and another base than were waited for", async () => {
    const world = openWorld();
    const source = tellCampaign(world, { promotions });
    expect(await publishInto(world, { ...source, campaign: "night-2" }).done).toMatchObject({
      rule: "other-campaign",
    });
    expect(await publishInto(world, { ...source, base: hash }).done).toMatchObject({ rule: "other-base" });
  });

  it("makes nothing of a promotion whose contents do not give the tree that verify told", async () => {
    const world = openWorld();
    const other = world.objects.writeTree(new Map());
    const source = tellCampaign(world, {
      promotions: [
        { cycle: 1, edits: { "src/a.js": "a1\n" } },
        { cycle: 2, edits: { "src/b.js": "b2\n" } },
      ],
      forge: (verdict) => ({
        ...verdict,
        promotions: verdict.promotions.map((each) =>
          each.cycle === 1 ? { ...each, tree: other, aloneTree: other } : each,
        ),
      }),
    });
    const published = await publishInto(world, source).done;
    expect(published).toMatchObject({
      master: { status: "left", reason: expect.stringContaining("not") },
      pullRequests: [{ cycles: [2] }],
      left: [{ cycle: 1, rule: "stopped" }],
    });
    expect([...world.refs.keys()].filter((ref) => /night-1-1|night-1\/1|master/.test(ref))).toEqual([]);
  });

  it("reads the settings from the base, not from sacred as it is now", async () => {
    const world = createMemoryWorld({
      files: { "src/a.js": "a\n", ".github/nightshift.yml": "pullRequests: { maxOpen: 1 }\n" },
    });
    const source = tellCampaign(world, {
      promotions: [
        { cycle: 1, edits: { "src/a.js": "a1\n" } },
        { cycle: 2, edits: { "src/b.js": "b2\n" } },
      ],
    });
    pushFiles(world, {
      ref: "refs/heads/main",
      files: { ".github/nightshift.yml": "pullRequests: { maxOpen: 9 }\n" },
    });
    expect(await publishInto(world, source).done).toMatchObject({ left: [{ cycle: 2, rule: "max-open" }] });
  });
});
