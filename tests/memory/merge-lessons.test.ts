import { describe, expect, it } from "vitest";
import { buildForgottenLesson } from "../../src/memory/build-lesson.ts";
import { mergeLessons } from "../../src/memory/merge-lessons.ts";
import { pruneLessons } from "../../src/memory/prune-lessons.ts";
import { sampleAvoided, sampleExhausted, samplePattern } from "../helpers/sample-lessons.ts";

describe("mergeLessons", () => {
  const ours = [sampleAvoided(), sampleExhausted()];
  const theirs = [samplePattern(), sampleAvoided({ at: "2026-11-21T03:00:00.000Z" })];

  it("keeps each id once, with the record that was learned last", () => {
    const merged = mergeLessons(ours, theirs);
    expect(merged.map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
      ["avoided", "2026-11-21"],
      ["exhausted", "2026-11-20"],
      ["pattern", "2026-11-20"],
    ]);
  });

  it("gives the same records whoever comes first, and nothing new when it is done again", () => {
    const byId = (lessons: readonly { readonly id: string }[]) =>
      lessons.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const merged = mergeLessons(ours, theirs);
    expect(byId(mergeLessons(theirs, ours))).toEqual(byId(merged));
    expect(mergeLessons(merged, theirs)).toEqual(merged);
  });

  it("keeps an approach that failed on two versions of a file as two lessons", () => {
    const other = sampleAvoided({ files: [{ path: "src/cart.js", blob: "blob-2" }] });
    expect(mergeLessons([sampleAvoided()], [other])).toHaveLength(2);
  });
});

describe("pruneLessons", () => {
  const at = "2026-11-30T00:00:00.000Z";

  it("drops what is older than the days to keep, and nothing else", () => {
    const lessons = [
      sampleAvoided({ at: "2026-11-19T23:59:59.000Z" }),
      sampleExhausted({ at: "2026-11-20T00:00:00.000Z" }),
    ];
    expect(pruneLessons(lessons, { keepDays: 10, at }).map(({ kind }) => kind)).toEqual(["exhausted"]);
    expect(pruneLessons(lessons, { keepDays: 11, at })).toEqual(lessons);
  });

  it("never drops a record of forgetting before the lesson that it forgets", () => {
    const lesson = sampleAvoided({ at: "2026-11-20T00:00:00.000Z" });
    const forgotten = buildForgottenLesson({
      lesson: lesson.id,
      at: "2026-11-21T00:00:00.000Z",
      by: "person",
    });
    expect(pruneLessons([lesson, forgotten], { keepDays: 9.5, at })).toEqual([forgotten]);
  });
});
