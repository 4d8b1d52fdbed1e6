import { describe, expect, it } from "vitest";
import { renderLessons } from "../../../../src/brain/llm/prompt/render-lessons.ts";
import type { Knowledge } from "../../../../src/domain/lesson.ts";

function build(kind: "avoided" | "denied" | "pattern" | "exhausted", item: string, diff = ""): Knowledge {
  const base = {
    id: `${kind} ${item}`,
    campaign: "c",
    cycle: 1,
    at: "2026-11-21T00:00:00.000Z",
    trust: "gates" as const,
    item: { id: item, kind: "failing-test", title: "t", signature: "s" },
    files: [],
    text: `${kind} of ${item}`,
    key: "k",
    diff,
  };
  switch (kind) {
    case "avoided":
      return { ...base, kind, rule: "gate" };
    case "denied":
      return { ...base, kind, rule: "tests", file: "", line: null, reason: "r" };
    case "pattern":
      return { ...base, kind, origin: "search", commit: "c" };
    default:
      return { ...base, kind, candidates: 3 };
  }
}

describe("renderLessons", () => {
  it("tells what failed on this item first, then what else was learned of it, then of others", async () => {
    const lessons = [build("pattern", "other"), build("avoided", "other"), build("pattern", "item")];
    const text = await renderLessons(
      [...lessons, build("denied", "item"), build("avoided", "item")],
      { id: "item" },
      400,
    );
    expect(text.match(/\w+ of \w+$/gm)).toEqual([
      "avoided of item",
      "denied of item",
      "pattern of item",
      "avoided of other",
      "pattern of other",
    ]);
  });

  it("shows the changed lines of a diff, ten at most", async () => {
    const diff = `--- a/x\n+++ b/x\n@@ -1,3 +1,20 @@\n same\n-old\n${"+new\n".repeat(20)}`;
    const text = await renderLessons([build("avoided", "item", diff)], { id: "item" }, 400);
    expect(text.match(/^ {2}[+-]/gm)).toHaveLength(10);
    expect(text).toContain("\n  …\n");
    expect(text).not.toMatch(/same|@@|\+\+\+/);
  });

  it("says nothing where there is nothing that helps", async () => {
    expect(await renderLessons([], { id: "item" }, 400)).toBe("");
    expect(await renderLessons([build("exhausted", "item")], { id: "item" }, 400)).toBe("");
  });
});
