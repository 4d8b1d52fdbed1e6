import { renderJournalLine } from "../../src/adapters/journal-line.ts";
import type { Changeset, Manifest } from "../../src/domain/bundle.ts";
import type { Verdict } from "../../src/domain/bundle-verdict.ts";
import type { Lesson } from "../../src/domain/lesson.ts";
import { openGitHubMemory } from "../../src/open-github-memory.ts";
import type { PublishSource } from "../../src/publish/accept-bundle.ts";
import { computeCid } from "../../src/publish/bundle/compute-cid.ts";
import { digestConfig } from "../../src/publish/bundle/digest-config.ts";
import { type BundleContent, encodeBundle } from "../../src/publish/bundle/encode-bundle.ts";
import { zipBundle } from "../../src/publish/bundle/zip-bundle.ts";
import { type PublishDeps, publish } from "../../src/publish/publish.ts";
import { entriesOf, prepared, promotedCycle, started } from "./campaign-script.ts";
import type { MemoryWorld } from "./memory-github/memory-world.ts";
import { createObjectStore } from "./memory-github/object-store.ts";
import { type CallHooks, createMemoryGitHub } from "./memory-github.ts";
import { sampleContent, samplePatch, samplePromotion } from "./sample-bundle.ts";

/** Files that a promotion writes; null takes one away. */
export type Edits = Readonly<Record<string, string | null>>;

/** One promotion of a campaign that a test tells. */
export type ToldPromotion = {
  readonly cycle: number;
  readonly edits: Edits;
  readonly item?: string;
  /** Verify drops it. */
  readonly isDropped?: boolean;
  /** It does not pass on the base alone. */
  readonly isStacked?: boolean;
  readonly facts?: Partial<BundleContent["promotions"][number]>;
};

/** A campaign on the default branch of a world. */
export type ToldCampaign = {
  readonly campaign?: string;
  readonly promotions: readonly ToldPromotion[];
  readonly lessons?: readonly Lesson[];
  /** What master carries, as edits on the base. */
  readonly carried?: Edits;
  /** What the campaign says that these are. */
  readonly carriedCommits?: Manifest["master"]["carried"];
  readonly content?: Partial<BundleContent>;
  /** The last word on the verdict. */
  readonly forge?: (verdict: Verdict) => Verdict;
};

/** Clock's time in these tests. */
const publishedAt = "2026-11-21T06:00:00.000Z";

/** Bundle and verdict of a campaign, with the trees that git would give. */
export function tellCampaign(world: MemoryWorld, told: ToldCampaign): PublishSource {
  const { refs, info } = world;
  // Nothing that a campaign made is on GitHub before it is published.
  const objects = createObjectStore();
  for (const [sha, content] of world.objects.blobs) objects.blobs.set(sha, content);
  for (const [sha, files] of world.objects.trees) objects.trees.set(sha, files);
  const base = refs.get(`refs/heads/${info.defaultBranch}`) ?? "";
  const baseTree = world.objects.commits.get(base)?.tree ?? "";
  const apply = (tree: string, edits: Edits): string => {
    const files = new Map(objects.trees.get(tree));
    for (const [path, content] of Object.entries(edits)) {
      if (content === null) files.delete(path);
      else files.set(path, { mode: "100644", sha: objects.writeBlob(Buffer.from(content)) });
    }
    return objects.writeTree(files);
  };
  const masterTree = told.carried === undefined ? baseTree : apply(baseTree, told.carried);
  const previous = refs.get("refs/heads/nightshift/master") ?? null;
  let [tree, verified] = [masterTree, masterTree];
  const promotions: BundleContent["promotions"][number][] = [];
  const verdicts: Verdict["promotions"][number][] = [];
  for (const { cycle, edits, item, isDropped, isStacked, facts } of told.promotions) {
    const changeset = changesetOf(edits);
    const parentTree = tree;
    tree = apply(tree, edits);
    if (isDropped !== true) verified = apply(verified, edits);
    promotions.push(
      samplePromotion({
        ...{ cycle, parentTree, tree, changeset, patch: samplePatch(changeset) },
        item: { ...samplePromotion().item, id: item ?? `item-${cycle}`, title: `adds ${cycle}` },
        subject: `fix: cycle ${cycle}`,
        ...facts,
      }),
    );
    verdicts.push({
      ...{ cycle, status: isDropped === true ? "dropped" : "verified", reason: "unit is green" },
      tree: isDropped === true ? null : verified,
      aloneTree: isDropped === true || isStacked === true ? null : apply(baseTree, edits),
      aloneReason: isStacked === true ? "on the base alone: unit: nothing-fixed" : "it passes there too",
      gates: [{ gate: "unit", status: "green", fixed: [`adds ${cycle}`], reason: "fixes 1" }],
    });
  }
  const config = objects.blobs.get(objects.trees.get(baseTree)?.get(".github/nightshift.yml")?.sha ?? "");
  const configDigest = digestConfig(config ?? null);
  const campaign = told.campaign ?? "night-1";
  const bundle = encodeBundle({
    ...sampleContent({
      ...{ campaign, base, baseTree, configDigest, promotions, sacred: info.defaultBranch },
      repository: `${info.owner}/${info.name}`,
      master: {
        ...{ previous, tree: masterTree, carried: told.carriedCommits ?? [] },
        changeset: told.carried === undefined ? null : changesetOf(told.carried),
      },
      lessons: (told.lessons ?? []).map((lesson) => `${JSON.stringify(lesson)}\n`).join(""),
    }),
    journal: entriesOf({ ...started, campaign }, prepared, ...promotedCycle(1))
      .map((entry) => `${renderJournalLine(entry)}\n`)
      .join(""),
    ...told.content,
  });
  const verdict: Verdict = {
    ...{
      version: 1,
      bundle: bundle.id,
      repository: `${info.owner}/${info.name}`,
      base,
      configDigest,
      masterTree,
    },
    ...{ isolation: "bubblewrap", promotions: verdicts, nightshift: "0.1.0", at: "2026-11-21T05:00:00.000Z" },
  };
  const bytes = Buffer.from(`${JSON.stringify(told.forge?.(verdict) ?? verdict)}\n`);
  const zip = Buffer.from(zipBundle(bundle.files));
  return { bundle: { zip }, verdict: bytes, verdictCid: computeCid(bytes) };
}

function changesetOf(edits: Edits): Changeset {
  const files = Object.entries(edits)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) =>
      content === null
        ? { change: "delete" as const, path }
        : { change: "write" as const, path, mode: "100644" as const, encoding: "utf8" as const, content },
    );
  return { version: 1, files };
}

/** Publishes into a world; patches of what waits are kept in `patches`. */
export function publishInto(
  world: MemoryWorld,
  source: PublishSource,
  {
    hooks,
    patches = [],
    ...options
  }: {
    readonly hooks?: CallHooks;
    readonly patches?: string[];
    readonly isDryRun?: boolean;
    readonly leavesDeclines?: boolean;
    readonly at?: string;
  } = {},
) {
  const { github, listWrites } = createMemoryGitHub({ world, ...(hooks === undefined ? {} : { hooks }) });
  const deps: PublishDeps = {
    github,
    clock: { now: () => options.at ?? publishedAt },
    openMemory: (prefix) => openGitHubMemory({ github, prefix }),
    writePatches: async (promotions) => {
      patches.push(...promotions.map(({ patch }) => patch));
      return promotions.map(({ facts }) => `cycle-${facts.cycle}.patch`);
    },
  };
  return {
    done: publish(
      { ...source, isDryRun: options.isDryRun ?? false, leavesDeclines: options.leavesDeclines ?? false },
      deps,
    ),
    listWrites,
  };
}

/** What people see: trees and messages by ref, without the hashes that hold a time. */
export function describeWorld({ refs, objects, pullRequests }: MemoryWorld) {
  const describeCommit = (sha: string): unknown => {
    const commit = objects.commits.get(sha);
    return commit === undefined
      ? null
      : { tree: commit.tree, message: commit.message, parents: commit.parents.map(describeCommit) };
  };
  return {
    refs: [...refs].toSorted().map(([ref, sha]) => [ref, describeCommit(sha)]),
    pulls: [...pullRequests.values()].map(({ title, headRef, baseRef, labels, state, isDraft }) => ({
      ...{ title, headRef, baseRef, labels, state, isDraft },
    })),
  };
}
