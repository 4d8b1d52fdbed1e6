import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { createLessonIndex } from "../../src/memory/lesson-index.ts";
import { parseLessonRow, renderLessonRow } from "../../src/memory/lesson-row.ts";
import { sampleAvoided, sampleExhausted, samplePattern } from "../helpers/sample-lessons.ts";

function indexOf(...batches: readonly (readonly Lesson[])[]) {
  const index = createLessonIndex(new DatabaseSync(":memory:"));
  for (const lessons of batches) index.add(lessons.map(renderLessonRow));
  return index;
}

const older = sampleAvoided({ at: "2026-11-20T03:00:00.000Z", summary: "oldwords" });
const newer = sampleAvoided({ at: "2026-11-21T03:00:00.000Z", summary: "newwords" });

describe("createLessonIndex", () => {
  it.each([
    ["in one batch, older first", [[older, newer]]],
    ["in one batch, newer first", [[newer, older]]],
    ["in two batches, older first", [[older], [newer]]],
    ["in two batches, newer first", [[newer], [older]]],
  ])("keeps the newer record of an id that comes twice %s", (_name, batches) => {
    using index = indexOf(...batches);
    expect(index.list({ limit: 9 })).toEqual([newer]);
    expect(index.querySimilar("newwords", 9)).toEqual([newer]);
    expect(index.querySimilar("oldwords", 9)).toEqual([]);
  });

  it("adds all of a batch or nothing of it", () => {
    using index = indexOf([samplePattern()]);
    const failing = function* () {
      yield renderLessonRow(newer);
      throw new Error("the file ended");
    };
    expect(() => index.add(failing())).toThrow("the file ended");
    expect(index.list({ limit: 9 }).map(({ kind }) => kind)).toEqual(["pattern"]);
    index.add([renderLessonRow(newer)]);
    expect(index.list({ limit: 9 })).toHaveLength(2);
  });

  it("looks exhausted items up by their id, and the others by their key", () => {
    using index = indexOf([newer, sampleExhausted(), samplePattern()]);
    expect(index.lookUp("exhausted", "item-1")).toHaveLength(1);
    expect(index.lookUp("avoided", newer.key)).toEqual([newer]);
    expect(index.lookUp("pattern", newer.key)).toEqual([]);
  });
});

describe("parseLessonRow", () => {
  it.each(["", "null", "[]", "7", "{", '{"kind":"avoided"}', '{"kind":"forgotten","id":"a","at":"b"}'])(
    "takes %j for no lesson",
    (line) => {
      expect(parseLessonRow(line)).toBeNull();
    },
  );

  it.each([
    ["id", 7],
    ["at", null],
    ["campaign", undefined],
    ["cycle", 1.5],
    ["key", {}],
    ["text", 7],
    ["files", "a"],
    ["item", null],
    ["kind", "prophecy"],
  ])("takes a lesson whose %s is %j for none", (name, value) => {
    expect(parseLessonRow(JSON.stringify({ ...newer, [name]: value }))).toBeNull();
  });

  it("breaks on no file that is null", () => {
    expect(parseLessonRow(JSON.stringify({ ...newer, files: [null] }))).not.toBeNull();
  });
});
