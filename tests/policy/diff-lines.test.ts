import { describe, expect, it } from "vitest";
import { diffFileLines } from "../../src/policy/diff-lines.ts";
import { stateOf } from "../helpers/judge-change.ts";

const diff = (before: string | null, after: string | null, maxEdits?: number) =>
  diffFileLines(
    {
      before: before === null ? null : stateOf(before),
      after: after === null ? null : stateOf(after),
    },
    maxEdits,
  );

describe("diffFileLines", () => {
  it("places removed lines as before and added ones as after", () => {
    expect(diff("a\nb\nc\nd\n", "a\nx\ny\nc\nd\ne\n")).toEqual({
      removed: [{ line: 2, text: "b" }],
      added: [
        { line: 2, text: "x" },
        { line: 3, text: "y" },
        { line: 6, text: "e" },
      ],
    });
  });

  it("takes a new file for added lines alone, and a deleted one for removed lines alone", () => {
    expect(diff(null, "a\nb")).toEqual({
      removed: [],
      added: [
        { line: 1, text: "a" },
        { line: 2, text: "b" },
      ],
    });
    expect(diff("a\n", null)).toEqual({ removed: [{ line: 1, text: "a" }], added: [] });
  });

  it("knows a repeated line at the end for one that is there once more", () => {
    expect(diff("a\n", "a\na\n").added).toHaveLength(1);
    expect(diff("a\na\n", "a\n").removed).toHaveLength(1);
  });

  it("takes all for changed beyond its limit, so that a shuffled file costs no time", () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at}`);
    const { removed, added } = diff(lines.join("\n"), lines.toReversed().join("\n"), 100);
    expect([removed.length, added.length]).toEqual([20_000, 20_000]);
  });
});
