import { describe, expect, it } from "vitest";
import type { Lesson } from "../../src/domain/lesson.ts";
import { buildForgottenLesson } from "../../src/memory/build-lesson.ts";
import { createRecall } from "../../src/memory/recall.ts";
import {
  renderDiff,
  sampleAvoided,
  sampleDenied,
  sampleDiff,
  sampleExhausted,
  samplePattern,
  sampleSuggested,
} from "../helpers/sample-lessons.ts";

const approach = {
  signature: "expected N to equal N",
  diff: sampleDiff,
  files: [{ path: "src/cart.js", blob: "blob-1" }],
};
const blobs = new Map([["src/cart.js", "blob-1"]]);
const search = { version: "search@1" };

function recallOf(...lessons: readonly Lesson[]) {
  const recall = createRecall(null);
  for (const lesson of lessons) recall.learn(lesson);
  return recall;
}

describe("isAvoided", () => {
  it("refuses an approach that failed, whatever its line numbers and white space", () => {
    using recall = recallOf(sampleAvoided());
    expect(recall.isAvoided(approach)).toBe(true);
    const elsewhere = renderDiff("src/cart.js", "if  (a<b) {", "if (a<= b) {", 99);
    expect(recall.isAvoided({ ...approach, diff: elsewhere })).toBe(true);
  });

  it.each([
    ["another failure", { signature: "another" }],
    ["another change", { diff: renderDiff("src/cart.js", "if (a < b) {", "if (a > b) {") }],
    ["code that has changed", { files: [{ path: "src/cart.js", blob: "blob-2" }] }],
    ["a file that is gone", { files: [{ path: "src/cart.js", blob: "" }] }],
    ["files that are not told", { files: [] }],
  ])("allows it for %s", (_name, changes) => {
    using recall = recallOf(sampleAvoided());
    expect(recall.isAvoided({ ...approach, ...changes })).toBe(false);
  });

  it("allows it again when one of several touched files has changed", () => {
    const files = [...approach.files, { path: "src/new.js", blob: "" }];
    using recall = recallOf(sampleAvoided({ files }));
    expect(recall.isAvoided({ ...approach, files })).toBe(true);
    const appeared = [...approach.files, { path: "src/new.js", blob: "blob-9" }];
    expect(recall.isAvoided({ ...approach, files: appeared })).toBe(false);
  });

  it("holds for each version of a file that it failed on", () => {
    const later = [{ path: "src/cart.js", blob: "blob-2" }];
    using recall = recallOf(sampleAvoided(), sampleAvoided({ files: later }));
    expect(recall.isAvoided(approach)).toBe(true);
    expect(recall.isAvoided({ ...approach, files: later })).toBe(true);
  });

  it.each([
    ["gates", true],
    ["person", true],
    ["model", false],
  ] as const)("enforces what %s say: %s", (trust, isEnforced) => {
    using recall = recallOf({ ...sampleAvoided(), trust });
    expect(recall.isAvoided(approach)).toBe(isEnforced);
  });

  it("never enforces a lesson that stands on no file", () => {
    using recall = recallOf(sampleAvoided({ files: [] }));
    expect(recall.isAvoided({ ...approach, files: [] })).toBe(false);
  });
});

describe("isExhausted", () => {
  it("skips an item while its suspects and the brain are the same", () => {
    using recall = recallOf(sampleExhausted());
    expect(recall.isExhausted({ id: "item-1" }, search, blobs)).toBe(true);
  });

  it.each([
    ["another item", "item-2", search, blobs],
    ["a brain that knows more", "item-1", { version: "search@2" }, blobs],
    ["code that has changed", "item-1", search, new Map([["src/cart.js", "blob-2"]])],
    ["code that is gone", "item-1", search, new Map<string, string>()],
  ])("takes it up again for %s", (_name, id, brain, now) => {
    using recall = recallOf(sampleExhausted());
    expect(recall.isExhausted({ id }, brain, now)).toBe(false);
  });

  it("enforces no lesson of a model, and none without suspects", () => {
    using recall = recallOf({ ...sampleExhausted(), trust: "model" }, sampleExhausted({ files: [] }));
    expect(recall.isExhausted({ id: "item-1" }, search, blobs)).toBe(false);
  });
});

describe("isSuggested", () => {
  const brain = { version: "search@1", minConfidence: 0.5 };

  it("leaves an item alone while its suggestion waits for a person", () => {
    using recall = recallOf(sampleSuggested());
    expect(recall.isSuggested({ id: "item-1" }, brain, blobs)).toBe(true);
    expect(recall.recentCycles(9)).toMatchObject([{ outcome: "suggested" }]);
  });

  it.each([
    ["another item", "item-2", brain, blobs],
    ["another brain", "item-1", { ...brain, version: "llm" }, blobs],
    ["a bound that it reaches", "item-1", { ...brain, minConfidence: 0.3 }, blobs],
    ["code that has changed", "item-1", brain, new Map([["src/cart.js", "blob-2"]])],
    ["code that is gone", "item-1", brain, new Map<string, string>()],
  ])("takes it up again for %s", (_name, id, asked, now) => {
    using recall = recallOf(sampleSuggested());
    expect(recall.isSuggested({ id }, asked, now)).toBe(false);
  });

  it("enforces none of a model, and none that stands on no file", () => {
    using recall = recallOf({ ...sampleSuggested(), trust: "model" }, sampleSuggested({ files: [] }));
    expect(recall.isSuggested({ id: "item-1" }, brain, blobs)).toBe(false);
  });
});

describe("forgetting", () => {
  const lesson = sampleAvoided();
  const forgotten = buildForgottenLesson({ lesson: lesson.id, at: "2026-11-20T04:00:00.000Z", by: "person" });

  it.each([
    ["after", [lesson, forgotten]],
    ["before", [forgotten, lesson]],
  ])("lifts a lesson when the record comes %s it", (_name, lessons) => {
    using recall = recallOf(...lessons);
    expect(recall.isAvoided(approach)).toBe(false);
    expect(recall.knows(lesson.id)).toBe(false);
    expect(recall.list({ limit: 9 })).toEqual([]);
    expect(recall.querySimilar("compare", 9)).toEqual([]);
    expect(recall.recentCycles(9)).toEqual([]);
    expect(recall.findById("", 9)).toEqual([]);
  });

  it("does not lift what the gates have said again since", () => {
    using recall = recallOf(lesson, forgotten, sampleAvoided({ at: "2026-11-21T03:00:00.000Z" }));
    expect(recall.isAvoided(approach)).toBe(true);
    expect(recall.knows(lesson.id)).toBe(true);
  });
});

describe("looking into memory", () => {
  const lessons = [
    sampleExhausted({ cycle: 1, item: { id: "i1", signature: "TypeError: price is undefined" } }),
    sampleAvoided({ cycle: 2, at: "2026-11-20T03:01:00.000Z" }),
    samplePattern({ cycle: 3, at: "2026-11-20T03:02:00.000Z", summary: "round the Total" }),
  ];

  it("lists lessons newest first, of one kind if asked", () => {
    using recall = recallOf(...lessons);
    expect(recall.list({ limit: 9 }).map(({ kind }) => kind)).toEqual(["pattern", "avoided", "exhausted"]);
    expect(recall.list({ limit: 1 }).map(({ kind }) => kind)).toEqual(["pattern"]);
    expect(recall.list({ kind: "avoided", limit: 9 })).toEqual([lessons[1]]);
  });

  it("shows denials and does not enforce them, which policy does itself", () => {
    const denied = sampleDenied({ cycle: 4 });
    using recall = recallOf(denied);
    expect(recall.isAvoided(approach)).toBe(false);
    expect(recall.list({ kind: "denied", limit: 9 })).toEqual([denied]);
    expect(recall.querySimilar("runs a string", 9)).toEqual([denied]);
    expect(recall.recentCycles(9)).toMatchObject([{ cycle: 4, outcome: "rejected" }]);
  });

  it("finds lessons that share words with a text, the most alike first", () => {
    using recall = recallOf(...lessons);
    expect(recall.querySimilar("TypeError: price of total is undefined", 9)[0]).toEqual(lessons[0]);
    expect(recall.querySimilar("ROUND the totâl", 1)).toEqual([lessons[2]]);
    expect(recall.querySimilar("src/cart.js", 9)).toHaveLength(3);
  });

  it.each(["", '"', "OR NEAR", "zebra", "NEAR(a b)", "body:*", "'; DROP TABLE lesson; --", "\0"])(
    "finds nothing, and breaks on nothing, for %j",
    (text) => {
      using recall = recallOf(...lessons);
      expect(recall.querySimilar(text, 9)).toEqual([]);
    },
  );

  it("tells of recent cycles by what they taught", () => {
    using recall = recallOf(...lessons, sampleExhausted({ cycle: 2, at: "2026-11-20T03:01:00.000Z" }));
    expect(
      recall.recentCycles(9).map(({ cycle, outcome, lessons: all }) => [cycle, outcome, all.length]),
    ).toEqual([
      [3, "promoted", 1],
      [2, "rejected", 2],
      [1, "no-candidate", 1],
    ]);
    expect(recall.recentCycles(1)).toHaveLength(1);
  });

  it("finds a lesson by the beginning of its id", () => {
    using recall = recallOf(...lessons);
    const [first] = lessons;
    expect(recall.findById(first?.id.slice(0, 10) ?? "", 2)).toEqual([first]);
    expect(recall.findById("nothing", 2)).toEqual([]);
    expect(recall.knows(first?.id.slice(0, 10) ?? "")).toBe(false);
  });
});
