import { describe, expect, it } from "vitest";
import { joinEdits } from "../../../src/operators/compound/join-edits.ts";
import { applyTextEdit } from "../../../src/operators/text-edit.ts";

describe("joinEdits", () => {
  const text = "abcdef";

  it("makes one edit of several, whatever their order", () => {
    const joined = joinEdits(
      [
        { start: 4, end: 5, replacement: "E" },
        { start: 1, end: 2, replacement: "" },
      ],
      { text },
    );
    expect(joined).toEqual({ start: 1, end: 5, replacement: "cdE" });
    expect(joined === null ? "" : applyTextEdit(text, joined)).toBe("acdEf");
  });

  it("refuses edits that overlap, and none at all", () => {
    const parts = [
      { start: 1, end: 3, replacement: "x" },
      { start: 2, end: 4, replacement: "y" },
    ];
    expect(joinEdits(parts, { text })).toBeNull();
    expect(joinEdits([], { text })).toBeNull();
  });
});
