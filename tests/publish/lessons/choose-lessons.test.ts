import { describe, expect, it } from "vitest";
import type { Lesson } from "../../../src/domain/lesson.ts";
import { readMemory } from "../../../src/memory/read-memory.ts";
import { openGitHubMemory } from "../../../src/open-github-memory.ts";
import { createMemoryWorld } from "../../helpers/memory-github/memory-world.ts";
import { createMemoryGitHub } from "../../helpers/memory-github.ts";
import { publishInto, tellCampaign } from "../../helpers/publish-rig.ts";
import {
  sampleAvoided,
  sampleDenied,
  sampleExhausted,
  samplePattern,
  sampleSuggested,
} from "../../helpers/sample-lessons.ts";

const at = "2026-11-21T03:05:00.000Z";
const promotions = [
  { cycle: 1, edits: { "src/a.js": "a1\n" } },
  { cycle: 2, edits: { "src/b.js": "b2\n" }, isDropped: true },
];

/** Ids in memory after a campaign with these lessons. */
async function store(lessons: readonly Lesson[], campaign = "night-1") {
  const world = createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });
  const published = await publishInto(world, tellCampaign(world, { promotions, lessons, campaign })).done;
  const { github } = createMemoryGitHub({ world });
  const memory = await readMemory({ git: openGitHubMemory({ github, prefix: "nightshift" }) });
  return { published, ids: memory.lessons.map(({ id }) => id) };
}

describe("lessons of a bundle", () => {
  it("go to the memory branch as the campaign wrote them", async () => {
    const lessons = [
      sampleAvoided({ at }),
      sampleDenied({ at }),
      sampleExhausted({ at }),
      samplePattern({ at, cycle: 1 }),
      sampleSuggested({ at }),
    ];
    const { published, ids } = await store(lessons);
    expect(ids.toSorted()).toEqual(lessons.map(({ id }) => id).toSorted());
    expect(published).toMatchObject({ memory: { status: "stored", lessons: 5, refused: 0 } });
  });

  it("are not what worked where verify did not see it work", async () => {
    const { ids } = await store([samplePattern({ at, cycle: 2 })]);
    expect(ids).toEqual([]);
  });

  const forged: readonly (readonly [string, Lesson])[] = [
    ["an id that is another lesson's", { ...sampleAvoided({ at }), id: sampleDenied({ at }).id }],
    [
      "a key that its diff does not give",
      { ...sampleAvoided({ at }), diff: "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n" },
    ],
    [
      "files that its id does not stand for",
      { ...sampleAvoided({ at }), files: [{ path: "src/a.js", blob: "x" }] },
    ],
    ["a suggestion of another brain than its key has", { ...sampleSuggested({ at }), brain: "search@9" }],
    ["a denial under another rule", { ...sampleDenied({ at }), rule: "other" }],
    ["a time ahead, so that it outlives being forgotten", sampleAvoided({ at: "2126-11-21T03:05:00.000Z" })],
    ["a time before the campaign", sampleAvoided({ at: "2026-11-20T03:05:00.000Z" })],
    ["a time that sorts last as text", sampleAvoided({ at: "Sat, 21 Nov 2026 03:05:00 GMT" })],
    ["more than a lesson has to say", { ...sampleExhausted({ at }), text: "x".repeat(70_000) }],
  ];
  it.for(forged)("are refused with %s", async ([, lesson]) => {
    const { published, ids } = await store([lesson]);
    expect(ids).toEqual([]);
    expect(published).toMatchObject({ memory: { lessons: 0, refused: 1 } });
  });

  it("merge with what is there, whoever was quicker", async () => {
    const world = createMemoryWorld({ files: { "src/a.js": "a\n", "src/b.js": "b\n" } });
    const one = tellCampaign(world, { promotions: [], lessons: [sampleAvoided({ at })] });
    const two = tellCampaign(world, {
      campaign: "night-2",
      promotions: [],
      lessons: [sampleDenied({ at, campaign: "night-2" })],
    });
    await Promise.all([publishInto(world, one).done, publishInto(world, two).done]);
    const { github } = createMemoryGitHub({ world });
    const memory = await readMemory({ git: openGitHubMemory({ github, prefix: "nightshift" }) });
    expect(memory.lessons.map(({ kind }) => kind).toSorted()).toEqual(["avoided", "denied"]);
  });
});
